package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.fulfilment.FulfilmentRules.Emptied;
import dev.orderwright.fulfilment.FulfilmentRules.Step;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FulfilmentRulesTests {

    private static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");

    private static FulfilmentOrder work(FulfilmentState state, FulfilmentState progress) {
        return new FulfilmentOrder(
                7, "FO-1", 1, "SO-1", 3, state, progress, 5, null, "STANDARD", null, null, "", AT, AT, 1);
    }

    private static List<Slice> units(SliceState... states) {
        List<Slice> slices = new ArrayList<>();
        for (SliceState state : states) {
            slices.add(new Slice(1, 1, slices.size(), 1, 5, state, 3L, 7L, null, null, null, AT));
        }
        return slices;
    }

    @ParameterizedTest
    @CsvSource({
        "PICKING, PICKED PICKED, PICKED, FINISH_PICKING",
        "PICKING, PICKED PACKED, PICKED, FINISH_PICKING",
        "PICKING, PACKED PACKED, PACKED, FINISH_PACKING",
        "PICKED, PACKED PACKED, PACKED, FINISH_PACKING",
        "PACKED, PACKED PICKED, PICKED, UNPACK",
        "PACKED, SHIPPED SHIPPED, SHIPPED, SHIP",
        "SHIPPED, DELIVERED LOST, CLOSED, CLOSE",
        "PICKED, SHIPPED DELIVERED, SHIPPED, SHIP",
        "SHIPPED, DELIVERED RETURNED, CLOSED, CLOSE"
    })
    void theWorkIsAsFarAsTheUnitThatIsTheLeastFar(
            FulfilmentState before, String states, FulfilmentState after, FulfilmentEvent event) {
        List<Slice> units = units(java.util.Arrays.stream(states.split(" "))
                .map(SliceState::valueOf)
                .toArray(SliceState[]::new));
        assertThat(FulfilmentRules.next(work(before, before), units, Emptied.BY_REJECTING, false))
                .isEqualTo(new Step(event, after, after));
        assertThat(FulfilmentTransitions.isLegal(before, event)).isTrue();
    }

    @Test
    void unitsThatAreStillToBePickedKeepTheWorkWhereItIs() {
        for (FulfilmentState state :
                List.of(FulfilmentState.RELEASED, FulfilmentState.ACCEPTED, FulfilmentState.PICKING)) {
            assertThat(FulfilmentRules.next(
                            work(state, state),
                            units(SliceState.PACKED, SliceState.RELEASED),
                            Emptied.BY_REJECTING,
                            false))
                    .isNull();
        }
    }

    @Test
    void workWithoutUnitsIsCancelledOrRejectedByWhatTookTheLastOnes() {
        FulfilmentOrder work = work(FulfilmentState.PICKING, FulfilmentState.PICKING);
        assertThat(FulfilmentRules.next(work, List.of(), Emptied.BY_CANCELLING, false))
                .isEqualTo(new Step(FulfilmentEvent.CANCEL, FulfilmentState.CANCELLED, FulfilmentState.PICKING));
        assertThat(FulfilmentRules.next(work, List.of(), Emptied.BY_REJECTING, false))
                .isEqualTo(new Step(FulfilmentEvent.REJECT, FulfilmentState.REJECTED, FulfilmentState.PICKING));
    }

    @Test
    void anOpenQuestionStaysOpenWhileTheWorkGoesOnBehindIt() {
        FulfilmentOrder asked = work(FulfilmentState.CANCEL_REQUESTED, FulfilmentState.PICKING);
        assertThat(FulfilmentRules.next(asked, units(SliceState.PICKED), Emptied.BY_REJECTING, true))
                .isEqualTo(new Step(null, FulfilmentState.CANCEL_REQUESTED, FulfilmentState.PICKED));
        assertThat(FulfilmentRules.next(asked, units(SliceState.RELEASED), Emptied.BY_REJECTING, true))
                .isNull();
    }

    @Test
    void anAnsweredQuestionLeavesTheWorkWhereItsUnitsAre() {
        FulfilmentOrder asked = work(FulfilmentState.CANCEL_REQUESTED, FulfilmentState.ACCEPTED);
        assertThat(FulfilmentRules.next(asked, units(SliceState.RELEASED), Emptied.BY_CANCELLING, false))
                .isEqualTo(new Step(FulfilmentEvent.ACCEPT, FulfilmentState.ACCEPTED, FulfilmentState.ACCEPTED));
    }

    @Test
    void aRefusedQuestionIsShownUntilTheNextStep() {
        FulfilmentOrder refused = work(FulfilmentState.CANCEL_REFUSED, FulfilmentState.PICKED);
        assertThat(FulfilmentRules.next(refused, units(SliceState.PICKED), Emptied.BY_REJECTING, false))
                .isNull();
        assertThat(FulfilmentRules.next(refused, units(SliceState.PACKED), Emptied.BY_REJECTING, false))
                .isEqualTo(new Step(FulfilmentEvent.FINISH_PACKING, FulfilmentState.PACKED, FulfilmentState.PACKED));
    }
}
