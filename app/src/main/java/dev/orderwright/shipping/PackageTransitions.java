package dev.orderwright.shipping;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The one table of what may happen to a package. While the carrier has it, it may go from any state to any other: events
 * come late and in any order, and only their own times count. What was delivered stays delivered.
 */
public final class PackageTransitions {

    /** One legal step. */
    public record Transition(PackageState from, PackageEvent event, PackageState to) {}

    private static final Set<PackageEvent> SEEN_BY_CARRIER = EnumSet.of(
            PackageEvent.MOVE,
            PackageEvent.LOAD,
            PackageEvent.OFFER,
            PackageEvent.MISS,
            PackageEvent.STOP,
            PackageEvent.TURN_BACK,
            PackageEvent.GIVE_BACK,
            PackageEvent.DELIVER,
            PackageEvent.LOSE,
            PackageEvent.SPOIL);

    private static final List<Transition> ALL = table();
    private static final Set<Transition> LEGAL = new HashSet<>(ALL);

    private PackageTransitions() {}

    private static List<Transition> table() {
        List<Transition> all = new ArrayList<>(List.of(
                of(PackageState.OPEN, PackageEvent.SEAL),
                of(PackageState.OPEN, PackageEvent.VOID),
                of(PackageState.SEALED, PackageEvent.REOPEN),
                of(PackageState.SEALED, PackageEvent.LABEL),
                of(PackageState.SEALED, PackageEvent.VOID),
                of(PackageState.LABELLED, PackageEvent.VOID_LABEL),
                of(PackageState.LABELLED, PackageEvent.REOPEN),
                of(PackageState.LABELLED, PackageEvent.VOID),
                of(PackageState.LABELLED, PackageEvent.HAND_OVER),
                of(PackageState.RETURNED, PackageEvent.DELIVER)));
        for (PackageState from : PackageState.values()) {
            if (from.isUnderWay()) {
                for (PackageEvent event : SEEN_BY_CARRIER) {
                    if (event.to() != from) {
                        all.add(of(from, event));
                    }
                }
            }
        }
        return List.copyOf(all);
    }

    private static Transition of(PackageState from, PackageEvent event) {
        return new Transition(from, event, event.to());
    }

    public static List<Transition> all() {
        return ALL;
    }

    public static boolean isLegal(PackageState from, PackageEvent event) {
        return LEGAL.contains(of(from, event));
    }

    /** What may happen to a package in this state. */
    public static Set<PackageEvent> eventsFrom(PackageState from) {
        Set<PackageEvent> events = EnumSet.noneOf(PackageEvent.class);
        ALL.stream().filter(t -> t.from() == from).forEach(t -> events.add(t.event()));
        return events;
    }
}
