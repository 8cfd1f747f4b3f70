package dev.orderwright.promising.sourcing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.orderwright.promising.sourcing.Backlog.FreeStock;
import dev.orderwright.promising.sourcing.Backlog.Move;
import dev.orderwright.promising.sourcing.Backlog.OpenLine;
import dev.orderwright.promising.sourcing.Backlog.OpenOrder;
import dev.orderwright.promising.sourcing.Backlog.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code -Dsourcing.backlog=100000} tries as many open lines; the benchmark {@code sourcing} tells what that costs. */
class BacklogRulesTests {

    private static final int LINES = Integer.getInteger("sourcing.backlog", 10_000);

    private static final List<Long> NODES = List.of(1L, 2L, 3L);

    private static OpenOrder order(long id, OpenLine... lines) {
        return new OpenOrder(id, List.of(lines));
    }

    private static OpenLine line(int lineNo, long item, long node) {
        return new OpenLine(lineNo, item, 1, node, false);
    }

    private static Plan plan(List<OpenOrder> orders, FreeStock... free) {
        return Backlog.plan(orders, List.of(free), NODES, (order, node) -> true, Backlog.WORK_MAX);
    }

    @Test
    void aSplitOrderComesTogetherWhereStockHasArrived() {
        Plan plan = plan(List.of(order(7, line(1, 11, 1), line(2, 12, 2))), new FreeStock(12, 1, 1));
        assertThat(plan.moves()).containsExactly(new Move(7, 2, 2, 1));
        assertThat(plan.shipmentsBefore()).isEqualTo(2);
        assertThat(plan.shipmentsAfter()).isEqualTo(1);
        assertThat(plan.isFinished()).isTrue();
    }

    @Test
    void twoOrdersChangePlaces() {
        Plan plan = plan(List.of(order(7, line(1, 11, 1), line(2, 12, 2)), order(8, line(1, 12, 1))));
        assertThat(plan.moves()).containsExactlyInAnyOrder(new Move(7, 2, 2, 1), new Move(8, 1, 1, 2));
        assertThat(plan.shipmentsAfter()).isEqualTo(2);
    }

    @Test
    void noOrderIsSplitToBringAnotherTogether() {
        Plan plan = plan(List.of(order(7, line(1, 11, 1), line(2, 12, 2)), order(8, line(1, 12, 1), line(2, 13, 1))));
        assertThat(plan.moves()).isEmpty();
    }

    @Test
    void aLineThatSomeoneHasPlacedStays() {
        OpenLine placed = new OpenLine(2, 12, 1, 2, true);
        Plan plan = plan(List.of(order(7, line(1, 11, 1), placed)), new FreeStock(12, 1, 1));
        assertThat(plan.moves()).isEmpty();
    }

    @Test
    void noLineGoesWhereItsPromiseBreaks() {
        List<OpenOrder> orders = List.of(order(7, line(1, 11, 1), line(2, 12, 2)));
        List<FreeStock> free = List.of(new FreeStock(12, 1, 1));
        assertThat(Backlog.plan(orders, free, NODES, (order, node) -> node != 1, Backlog.WORK_MAX)
                        .moves())
                .isEmpty();
    }

    @Test
    void threeShipmentsBecomeTwo() {
        Plan plan = plan(List.of(order(7, line(1, 11, 1), line(2, 12, 2), line(3, 13, 3))), new FreeStock(13, 2, 5));
        assertThat(plan.shipmentsAfter()).isEqualTo(2);
    }

    @Test
    void workIsLimited() {
        List<OpenOrder> orders = List.of(order(7, line(1, 11, 1), line(2, 12, 2)));
        Plan plan = Backlog.plan(orders, List.of(new FreeStock(12, 1, 1)), NODES, (order, node) -> true, 0);
        assertThat(plan.isFinished()).isFalse();
        assertThat(plan.moves()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> plan(List.of(order(1, line(1, 1, 99)))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void fortyPercentOfAvoidableShipmentsGoAndNoPromiseBreaks(long seed) {
        BacklogWorld world = BacklogWorld.of(seed, LINES);
        Plan plan = world.plan();
        String label = "seed " + seed + ": " + world.report(plan);
        assertThat(plan.isFinished()).as(label).isTrue();
        world.check(plan);
        assertThat(world.removedShare(plan)).as(label).isGreaterThanOrEqualTo(0.4);
    }
}
