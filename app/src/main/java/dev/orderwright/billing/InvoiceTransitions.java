package dev.orderwright.billing;

import static dev.orderwright.billing.InvoiceState.CREDITED;
import static dev.orderwright.billing.InvoiceState.ISSUED;
import static dev.orderwright.billing.InvoiceState.PAID;
import static dev.orderwright.billing.InvoiceState.PARTLY_PAID;
import static dev.orderwright.billing.InvoiceState.WRITTEN_OFF;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The one table of what may happen to an invoice. */
public final class InvoiceTransitions {

    /** One legal step. */
    public record Transition(InvoiceState from, InvoiceEvent event, InvoiceState to) {}

    private record Key(InvoiceState from, InvoiceEvent event) {}

    private static final List<Transition> ALL = List.of(
            new Transition(ISSUED, InvoiceEvent.PAY_PART, PARTLY_PAID),
            new Transition(ISSUED, InvoiceEvent.PAY_REST, PAID),
            new Transition(PARTLY_PAID, InvoiceEvent.PAY_PART, PARTLY_PAID),
            new Transition(PARTLY_PAID, InvoiceEvent.PAY_REST, PAID),
            new Transition(ISSUED, InvoiceEvent.CREDIT_PART, ISSUED),
            new Transition(ISSUED, InvoiceEvent.CREDIT_ALL, CREDITED),
            new Transition(PARTLY_PAID, InvoiceEvent.CREDIT_PART, PARTLY_PAID),
            new Transition(PARTLY_PAID, InvoiceEvent.CREDIT_REST, PAID),
            new Transition(PARTLY_PAID, InvoiceEvent.CREDIT_ALL, CREDITED),
            new Transition(PAID, InvoiceEvent.CREDIT_REST, PAID),
            new Transition(PAID, InvoiceEvent.CREDIT_ALL, CREDITED),
            // Units that cost nothing may still come back.
            new Transition(CREDITED, InvoiceEvent.CREDIT_ALL, CREDITED),
            new Transition(ISSUED, InvoiceEvent.WRITE_OFF, WRITTEN_OFF),
            new Transition(PARTLY_PAID, InvoiceEvent.WRITE_OFF, WRITTEN_OFF),
            new Transition(WRITTEN_OFF, InvoiceEvent.CREDIT_REST, WRITTEN_OFF),
            new Transition(WRITTEN_OFF, InvoiceEvent.CREDIT_ALL, CREDITED));

    private static final Map<Key, Transition> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(t -> new Key(t.from(), t.event()), Function.identity()));

    private InvoiceTransitions() {}

    public static List<Transition> all() {
        return ALL;
    }

    public static Optional<Transition> find(InvoiceState from, InvoiceEvent event) {
        return Optional.ofNullable(BY_KEY.get(new Key(from, event)));
    }

    /** What may happen to an invoice in this state. */
    public static Set<InvoiceEvent> eventsFrom(InvoiceState from) {
        return ALL.stream().filter(t -> t.from() == from).map(Transition::event).collect(Collectors.toSet());
    }

    static InvoiceState after(InvoiceState from, InvoiceEvent event) {
        return find(from, event)
                .map(Transition::to)
                .orElseThrow(() -> new IllegalStateException(event + " is not legal for an invoice that is " + from));
    }
}
