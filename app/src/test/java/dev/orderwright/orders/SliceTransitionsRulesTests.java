package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.orders.SliceTransitions.Transition;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SliceTransitionsRulesTests {

    /** Kept for supply on order and collection in a store; nothing leads there yet. */
    private static final Set<SliceState> NOT_YET = EnumSet.of(SliceState.AWAITING_SUPPLY, SliceState.READY_FOR_PICKUP);

    @Test
    void everyStateIsReachedFromOpen() {
        Set<SliceState> reached = EnumSet.of(SliceState.OPEN);
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Transition transition : SliceTransitions.all()) {
                grown |= reached.contains(transition.from()) && reached.add(transition.to());
            }
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(EnumSet.copyOf(NOT_YET)));
    }

    @Test
    void endsHaveNoWayOutButTakingBack() {
        for (SliceState state : SliceState.values()) {
            if (state.isEnded()) {
                assertThat(SliceTransitions.eventsFrom(state))
                        .as(state.name())
                        .isSubsetOf(EnumSet.of(SliceEvent.TAKE_BACK));
            }
        }
    }

    @Test
    void everyEventHappensSomewhereAndNoPairTwice() {
        assertThat(SliceTransitions.all().stream().map(Transition::event).distinct())
                .containsExactlyInAnyOrder(SliceEvent.values());
        assertThat(SliceTransitions.all().stream().map(t -> t.from() + " " + t.event()))
                .doesNotHaveDuplicates();
    }

    @Test
    void whatIsBeforeShipmentCanBeCancelled() {
        for (SliceState state : SliceState.values()) {
            boolean before = state.compareTo(SliceState.SHIPPED) < 0 && !NOT_YET.contains(state);
            assertThat(SliceTransitions.find(state, SliceEvent.CANCEL).isPresent())
                    .as(state.name())
                    .isEqualTo(before);
        }
    }

    @Test
    void aWrongEventIsNotLegal() {
        assertThat(SliceTransitions.find(SliceState.SHIPPED, SliceEvent.PICK)).isEmpty();
        assertThat(SliceTransitions.find(SliceState.CANCELLED, SliceEvent.RESERVE))
                .isEmpty();
    }

    /** Stock leaves the bucket that the state stands for, and enters the one of the next: no transition can make units. */
    @Test
    void stockFollowsTheState() {
        for (Transition t : SliceTransitions.all()) {
            if (t.stockFrom() != null) {
                assertThat(t.stockTo()).as(t.toString()).isNotNull().isNotEqualTo(t.stockFrom());
            }
        }
    }
}
