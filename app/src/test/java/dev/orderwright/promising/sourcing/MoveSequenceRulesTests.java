package dev.orderwright.promising.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.promising.sourcing.MoveSequence.Cell;
import dev.orderwright.promising.sourcing.MoveSequence.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MoveSequenceRulesTests {

    private static final Cell A = new Cell(11, 1);
    private static final Cell B = new Cell(11, 2);
    private static final Cell C = new Cell(11, 3);

    /** A unit goes from one cell to another. */
    private static Change change(Cell from, Cell to, int shipments, int cost) {
        return new Change(Map.of(from, -1L, to, 1L), shipments, cost);
    }

    private static List<List<Integer>> steps(Map<Cell, Long> free, Change... changes) {
        return MoveSequence.of(List.of(changes), free, 10);
    }

    @Test
    void anOrderWaitsUntilAnotherHasMadeRoom() {
        assertThat(steps(Map.of(C, 1L), change(A, B, -1, 0), change(B, C, -1, 0)))
                .containsExactly(List.of(1), List.of(0));
    }

    @Test
    void whoWaitsForEachOtherGoesTogether() {
        assertThat(steps(Map.of(), change(A, B, -1, 0), change(B, A, 0, 0))).containsExactly(List.of(0, 1));
    }

    @Test
    void whoOnlyMakesRoomGoesWithWhoNeedsIt() {
        assertThat(steps(Map.of(C, 1L), change(B, C, 0, 5), change(A, B, -1, -20)))
                .containsExactly(List.of(0, 1));
        assertThat(steps(Map.of(C, 1L), change(B, C, 0, 5))).isEmpty();
    }

    @Test
    void nothingIsMadeDearer() {
        assertThat(steps(Map.of(B, 1L), change(A, B, -1, 1))).isEmpty();
        assertThat(steps(Map.of(C, 1L), change(B, C, 0, 5), change(A, B, -1, -4)))
                .isEmpty();
    }

    @Test
    void noStepIsLargerThanItMayBe() {
        Change[] ring = {change(A, B, -1, 0), change(B, C, 0, 0), change(C, A, 0, 0)};
        assertThat(MoveSequence.of(List.of(ring), Map.of(), 3)).containsExactly(List.of(0, 1, 2));
        assertThat(MoveSequence.of(List.of(ring), Map.of(), 2)).isEmpty();
    }

    @Test
    void everyStepIsPossibleWhenItsTurnComes() {
        for (long seed = 1; seed <= 200; seed++) {
            Random random = new Random(seed);
            Change[] changes = new Change[20];
            for (int i = 0; i < changes.length; i++) {
                int from = random.nextInt(4);
                int to = (from + 1 + random.nextInt(3)) % 4;
                changes[i] = change(new Cell(0, from), new Cell(0, to), -random.nextInt(2), random.nextInt(3) - 1);
            }
            Map<Cell, Long> free = new HashMap<>(Map.of(new Cell(0, 0), (long) random.nextInt(2)));
            List<List<Integer>> steps = MoveSequence.of(List.of(changes), free, 10);
            for (List<Integer> step : steps) {
                step.forEach(i -> changes[i].net().forEach((cell, units) -> free.merge(cell, -units, Long::sum)));
                assertThat(free.values()).as("seed %d", seed).allMatch(units -> units >= 0);
                assertThat(step.stream().mapToLong(i -> changes[i].cost()).sum())
                        .isLessThanOrEqualTo(0);
            }
            assertThat(steps.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        }
    }
}
