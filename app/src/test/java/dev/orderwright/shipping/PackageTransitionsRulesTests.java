package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shipping.PackageTransitions.Transition;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PackageTransitionsRulesTests {

    private static final Set<PackageState> ENDS =
            EnumSet.of(PackageState.DELIVERED, PackageState.LOST, PackageState.DAMAGED, PackageState.VOIDED);

    @Test
    void everyStateIsReachedFromThePackingTable() {
        Set<PackageState> reached = EnumSet.of(PackageState.OPEN);
        Deque<PackageState> next = new ArrayDeque<>(reached);
        while (!next.isEmpty()) {
            for (PackageEvent event : PackageTransitions.eventsFrom(next.removeFirst())) {
                if (reached.add(event.to())) {
                    next.add(event.to());
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(PackageState.values());
    }

    @Test
    void everyEventHappensSomewhere() {
        assertThat(PackageTransitions.all()).extracting(Transition::event).contains(PackageEvent.values());
    }

    @Test
    void endsHaveNoWayOut() {
        for (PackageState state : PackageState.values()) {
            assertThat(PackageTransitions.eventsFrom(state).isEmpty())
                    .as("%s", state)
                    .isEqualTo(ENDS.contains(state));
        }
    }

    @Test
    void nothingIsHandedOverWithoutALabelAndNoLabelComesOffWhatIsGone() {
        assertThat(PackageTransitions.all())
                .filteredOn(t -> t.event() == PackageEvent.HAND_OVER)
                .extracting(Transition::from)
                .containsExactly(PackageState.LABELLED);
        assertThat(PackageTransitions.isLegal(PackageState.MANIFESTED, PackageEvent.VOID_LABEL))
                .isFalse();
        assertThat(PackageTransitions.isLegal(PackageState.LABELLED, PackageEvent.MOVE))
                .isFalse();
    }

    @Test
    void aLabelThatWaitsHasAnAnswerToComeAndAnAnsweredOneDoesNotGoBack() {
        for (LabelState state : LabelState.values()) {
            assertThat(state.next()).doesNotContain(LabelState.REQUESTED);
            if (state.isWaiting()) {
                assertThat(state.next()).isNotEmpty();
            }
        }
        assertThat(LabelState.BOUGHT.next()).containsExactly(LabelState.VOID_REQUESTED);
    }
}
