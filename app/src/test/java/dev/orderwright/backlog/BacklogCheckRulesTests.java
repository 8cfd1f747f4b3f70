package dev.orderwright.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.backlog.BacklogChange.State;
import dev.orderwright.backlog.BacklogChange.UnitMove;
import dev.orderwright.backlog.BacklogRules.Checked;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.orders.Unreleased.Unit;
import dev.orderwright.promising.BacklogPlanning.Part;
import dev.orderwright.promising.BacklogPlanning.Standing;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.DemandLine;
import dev.orderwright.promising.ResourcingGround.Days;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BacklogCheckRulesTests {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate PROMISED = LocalDate.of(2026, 3, 4);
    private static final BacklogChange CHANGE = new BacklogChange(
            1, 1, 7, "SO-7", List.of(new UnitMove(2, 0, 1, 12, 20, 10)), 2, 1, 640, 320, State.PLANNED, null);

    private static Slice slice(int line, long item, long quantity, long node) {
        return new Slice(7, line, 0, quantity, item, SliceState.RESERVED, node, null, null, PROMISED, PROMISED, NOW);
    }

    /** Line 1 lies at node 10. */
    private static Unit unit(Slice second, boolean fixed) {
        Slice first = slice(1, 11, 1, 10);
        Demand demand = new Demand(
                7,
                "web",
                "GB",
                "LS1 4AB",
                "STANDARD",
                NOW,
                null,
                false,
                0,
                Set.of(),
                null,
                List.of(new DemandLine(1, 11, 1, 250), new DemandLine(2, 12, second.quantity(), 250)));
        List<Part> parts = List.of(
                new Part(1, 11, 1, 10, PROMISED.plusDays(3), false),
                new Part(2, 12, second.quantity(), second.nodeId() == null ? 0 : second.nodeId(), PROMISED, fixed));
        return new Unit("SO-7", new Standing(demand, parts), List.of(first, second));
    }

    private static Checked check(Slice second, boolean fixed, LocalDate arrives) {
        return BacklogRules.check(CHANGE, unit(second, fixed), Map.of(10L, new Days(PROMISED.minusDays(1), arrives)));
    }

    @Test
    void whatIsAsItWasLookedAtMoves() {
        Checked checked = check(slice(2, 12, 1, 20), false, PROMISED);
        assertThat(checked.because()).isNull();
        assertThat(checked.moves())
                .singleElement()
                .satisfies(move -> assertThat(move.toNode()).isEqualTo(10));
        assertThat(checked.net()).isEqualTo(Map.of(new StockKey(12, 10), 1L, new StockKey(12, 20), -1L));
    }

    @Test
    void nothingMovesThatWouldArriveADayLaterThanTheFirstPromise() {
        assertThat(check(slice(2, 12, 1, 20), false, PROMISED.plusDays(1)).because())
                .isEqualTo(StaysBecause.LATE);
    }

    @Test
    void whatIsElsewhereOrLessOrWorkedOnOrHeldStays() {
        assertThat(check(slice(2, 12, 1, 30), false, PROMISED).because()).isEqualTo(StaysBecause.CHANGED);
        assertThat(check(slice(2, 12, 3, 20), false, PROMISED).because()).isEqualTo(StaysBecause.CHANGED);
        assertThat(check(slice(2, 12, 1, 20), true, PROMISED).because()).isEqualTo(StaysBecause.HELD);
        assertThat(BacklogRules.check(CHANGE, null, Map.of()).because()).isEqualTo(StaysBecause.CHANGED);
        assertThat(BacklogRules.check(CHANGE, unit(slice(2, 12, 1, 20), false), Map.of())
                        .because())
                .isEqualTo(StaysBecause.NO_NODE);
    }
}
