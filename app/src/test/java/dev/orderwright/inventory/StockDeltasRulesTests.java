package dev.orderwright.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class StockDeltasRulesTests {

    private static StockMove move(long fromNode, Bucket from, long toNode, Bucket to, long quantity) {
        return new StockMove(1, fromNode, from, toNode, to, quantity, "TEST", "TEST", 1, 1);
    }

    @Test
    void theTwoEndsOfAMoveSumToNothingInsideTheWalls() {
        var deltas = StockDeltas.of(List.of(
                move(5, Bucket.AVAILABLE, 5, Bucket.RESERVED, 3), move(5, Bucket.AVAILABLE, 4, Bucket.IN_TRANSIT, 2)));
        assertThat(deltas.keySet()).containsExactly(new StockKey(1, 4), new StockKey(1, 5));
        assertThat(deltas.get(new StockKey(1, 5))).containsExactly(-5, 3, 0, 0, 0, 0, 0, 0);
        assertThat(deltas.get(new StockKey(1, 4))).containsExactly(0, 0, 0, 0, 0, 0, 2, 0);
    }

    @Test
    void whatIsOutsideTheWallsHasNoBalance() {
        assertThat(StockDeltas.of(List.of(move(5, Bucket.CUSTOMER, 5, Bucket.LOSS, 3))))
                .isEmpty();
        assertThat(StockDeltas.of(List.of(move(5, Bucket.PICKED, 5, Bucket.CUSTOMER, 3)))
                        .get(new StockKey(1, 5)))
                .containsExactly(0, 0, -3, 0, 0, 0, 0, 0);
    }

    @Test
    void sumsThatOverflowAreABug() {
        assertThatThrownBy(() -> StockDeltas.of(List.of(
                        move(5, Bucket.SUPPLIER, 5, Bucket.AVAILABLE, Long.MAX_VALUE),
                        move(5, Bucket.SUPPLIER, 5, Bucket.AVAILABLE, 1))))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aMoveHasAQuantityAndTwoDifferentEnds() {
        assertThatThrownBy(() -> move(5, Bucket.SUPPLIER, 5, Bucket.AVAILABLE, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> move(5, Bucket.AVAILABLE, 5, Bucket.AVAILABLE, 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatComesOntoTheShelfGoesIntoItsBin() {
        assertThat(move(5, Bucket.SUPPLIER, 5, Bucket.AVAILABLE, 1).entersBins())
                .isTrue();
        assertThat(move(5, Bucket.RESERVED, 5, Bucket.AVAILABLE, 1).entersBins())
                .isFalse();
        assertThat(move(4, Bucket.AVAILABLE, 5, Bucket.AVAILABLE, 1).entersBins())
                .isTrue();
        assertThat(move(5, Bucket.RESERVED, 5, Bucket.PICKED, 1).entersBins()).isFalse();
        assertThat(move(5, Bucket.SUPPLIER, 5, Bucket.AVAILABLE, 1).targetBin()).isEqualTo("MAIN");
        assertThat(move(5, Bucket.PICKED, 5, Bucket.AVAILABLE, 1).targetBin()).isEqualTo("RETURNS");
        assertThat(move(5, Bucket.CUSTOMER, 5, Bucket.AVAILABLE, 1).targetBin()).isEqualTo("RETURNS");
    }
}
