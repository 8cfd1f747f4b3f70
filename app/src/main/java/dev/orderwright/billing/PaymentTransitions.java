package dev.orderwright.billing;

import static dev.orderwright.billing.TransactionState.FAILED;
import static dev.orderwright.billing.TransactionState.PENDING;
import static dev.orderwright.billing.TransactionState.SUCCEEDED;
import static dev.orderwright.billing.TransactionState.UNKNOWN;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one table of what may happen to a payment transaction. */
public final class PaymentTransitions {

    /** One legal step. */
    public record Transition(TransactionState from, TransactionEvent event, TransactionState to) {}

    private record Key(TransactionState from, TransactionEvent event) {}

    private static final List<Transition> ALL = List.of(
            new Transition(PENDING, TransactionEvent.SUCCEED, SUCCEEDED),
            new Transition(PENDING, TransactionEvent.REFUSE, FAILED),
            new Transition(PENDING, TransactionEvent.LOSE, UNKNOWN),
            new Transition(PENDING, TransactionEvent.POSTPONE, PENDING),
            new Transition(PENDING, TransactionEvent.GIVE_UP, FAILED),
            new Transition(PENDING, TransactionEvent.WITHDRAW, FAILED),
            new Transition(UNKNOWN, TransactionEvent.SUCCEED, SUCCEEDED),
            new Transition(UNKNOWN, TransactionEvent.REFUSE, FAILED),
            new Transition(UNKNOWN, TransactionEvent.LOSE, UNKNOWN),
            new Transition(UNKNOWN, TransactionEvent.POSTPONE, PENDING),
            new Transition(UNKNOWN, TransactionEvent.GIVE_UP, FAILED));

    private static final Map<Key, Transition> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(t -> new Key(t.from(), t.event()), Function.identity()));

    private PaymentTransitions() {}

    public static List<Transition> all() {
        return ALL;
    }

    public static Optional<Transition> find(TransactionState from, TransactionEvent event) {
        return Optional.ofNullable(BY_KEY.get(new Key(from, event)));
    }

    /** What may happen to a transaction in this state. */
    public static Set<TransactionEvent> eventsFrom(TransactionState from) {
        return ALL.stream().filter(t -> t.from() == from).map(Transition::event).collect(Collectors.toSet());
    }

    static TransactionState after(TransactionState from, TransactionEvent event) {
        return find(from, event)
                .map(Transition::to)
                .orElseThrow(() ->
                        new IllegalStateException(event + " is not legal for a payment transaction that is " + from));
    }
}
