package dev.orderwright.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.World;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StockModuleTests {

    private final Goods goods = new Goods(World.shared());
    private final Stock stock = World.shared().bean(Stock.class);
    private final Inventory inventory = World.shared().bean(Inventory.class);

    @Test
    void lockMakesMissingRowsAndGivesThemInKeyOrder() {
        long node = goods.node();
        long a = goods.item();
        long b = goods.item();
        goods.supply(b, node, 5);
        Map<StockKey, StockLevel> levels = goods.inRun(
                run -> stock.lock(run, List.of(new StockKey(b, node), new StockKey(a, node), new StockKey(b, node))));
        assertThat(levels.keySet()).containsExactly(new StockKey(a, node), new StockKey(b, node));
        assertThat(levels.values()).extracting(StockLevel::available).containsExactly(0L, 5L);
    }

    @Test
    void aMoveIntoARowThatIsNotThereMakesIt() {
        long node = goods.node();
        long item = goods.item();
        goods.supply(item, node, 7);
        assertThat(goods.level(item, node).available()).isEqualTo(7);
        assertThat(inventory.levels(List.of(item)).get(item)).hasSize(1);
    }

    @Test
    void movesOfOneItemAreAddedUpBeforeTheBalanceIsChecked() {
        long node = goods.node();
        long item = goods.item();
        goods.supply(item, node, 3);
        goods.move(
                goods.move(item, node, Bucket.AVAILABLE, Bucket.RESERVED, 3),
                goods.move(item, node, Bucket.RESERVED, Bucket.AVAILABLE, 3),
                goods.move(item, node, Bucket.AVAILABLE, Bucket.RESERVED, 2));
        assertThat(goods.level(item, node).available()).isEqualTo(1);
        assertThat(goods.level(item, node).reserved()).isEqualTo(2);
    }

    @Test
    void aBalanceNeverGoesBelowZeroAndNothingIsLeftOfTheAttempt() {
        long node = goods.node();
        long item = goods.item();
        goods.supply(item, node, 3);
        assertThatThrownBy(() -> goods.move(goods.move(item, node, Bucket.AVAILABLE, Bucket.RESERVED, 4)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("below 0");
        assertThat(goods.level(item, node).available()).isEqualTo(3);
        goods.assertLaws(List.of(item));
    }

    @Test
    void claimedUnitsAreTakenBinByBinAndNeverTwice() {
        long node = goods.node();
        long item = goods.item();
        goods.supply(item, node, 4, "B");
        goods.supply(item, node, 3, "A");
        List<BinClaim> first = goods.inRun(run -> stock.claimBins(run, node, Map.of(item, 5L)));
        List<BinClaim> second = goods.inRun(run -> stock.claimBins(run, node, Map.of(item, 5L)));
        assertThat(first).containsExactly(new BinClaim(item, node, "A", 3), new BinClaim(item, node, "B", 2));
        assertThat(second).containsExactly(new BinClaim(item, node, "B", 2));
        assertThatThrownBy(() -> goods.run(run -> stock.takeFromBins(run, List.of(new BinClaim(item, node, "A", 4)))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> goods.run(run -> stock.unclaimBins(run, List.of(new BinClaim(item, node, "C", 1)))))
                .isInstanceOf(IllegalStateException.class);
        goods.run(run -> stock.unclaimBins(run, second));
        List<BinClaim> third = goods.inRun(run -> stock.claimBins(run, node, Map.of(item, 1L)));
        assertThat(third).containsExactly(new BinClaim(item, node, "B", 1));
    }
}
