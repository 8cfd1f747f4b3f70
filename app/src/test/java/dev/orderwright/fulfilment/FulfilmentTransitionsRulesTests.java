package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.fulfilment.FulfilmentTransitions.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FulfilmentTransitionsRulesTests {

    @Test
    void everyStateIsReachedFromTheRelease() {
        Set<FulfilmentState> reached = EnumSet.of(FulfilmentState.RELEASED);
        Deque<FulfilmentState> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            for (FulfilmentEvent event : FulfilmentTransitions.eventsFrom(next.removeFirst())) {
                if (reached.add(event.to())) {
                    next.add(event.to());
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(FulfilmentState.values());
    }

    @Test
    void everyEventHappensSomewhereAndLeadsWhereItSays() {
        assertThat(FulfilmentTransitions.all()).extracting(Transition::event).contains(FulfilmentEvent.values());
        assertThat(FulfilmentTransitions.all())
                .allSatisfy(t -> assertThat(t.to()).isEqualTo(t.event().to()));
    }

    @Test
    void nothingHappensToWhatHasEnded() {
        for (FulfilmentState state : FulfilmentState.values()) {
            assertThat(FulfilmentTransitions.eventsFrom(state).isEmpty())
                    .as("%s", state)
                    .isEqualTo(state.isEnded());
        }
    }

    @Test
    void whatNobodyHasBegunIsNotAskedAbout() {
        assertThat(FulfilmentTransitions.isLegal(FulfilmentState.RELEASED, FulfilmentEvent.ASK_CANCEL))
                .isFalse();
        assertThat(FulfilmentTransitions.isLegal(FulfilmentState.SHIPPED, FulfilmentEvent.ASK_CANCEL))
                .isFalse();
    }

    @Test
    void anOpenQuestionIsAnsweredBeforeTheWorkIsGivenBack() {
        assertThat(FulfilmentTransitions.isLegal(FulfilmentState.CANCEL_REQUESTED, FulfilmentEvent.REJECT))
                .isFalse();
        assertThat(FulfilmentTransitions.isLegal(FulfilmentState.CANCEL_REFUSED, FulfilmentEvent.SHIP))
                .isTrue();
    }
}
