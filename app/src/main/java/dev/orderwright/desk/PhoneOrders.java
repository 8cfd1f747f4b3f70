package dev.orderwright.desk;

import dev.orderwright.customers.CustomerDraft;
import dev.orderwright.customers.Customers;
import dev.orderwright.customers.Defined;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderIntake;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.PlaceRequest;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Places phone orders. Each has a key from the moment it is begun; sent twice, from two windows or once more after nobody
 * answered, it is one order.
 */
@Component
public class PhoneOrders {

    private static final Set<String> USED_UP = Set.of("number-taken", "key-reused");
    private static final int DAYS_TO_PAY = 30;
    private static final int NORMAL = 5;

    private final Desk desk;
    private final OpenOrders open;
    private final OrderIntake intake;
    private final OrderQueries orders;
    private final Customers customers;

    PhoneOrders(Desk desk, OpenOrders open, OrderIntake intake, OrderQueries orders, Customers customers) {
        this.desk = desk;
        this.open = open;
        this.intake = intake;
        this.orders = orders;
        this.customers = customers;
    }

    /** The order that a draft has become. */
    public Optional<OrderHead> placed(String key) {
        return orders.byExternalId(Desk.CHANNEL, DeskRules.externalId(key)).map(OrderQueries.OrderDetail::head);
    }

    /**
     * Sends an order. It is noted as sent before, so that whatever happens to the answer, whoever opens the draft again
     * knows that it may have been placed.
     */
    public Sent place(Actor who, String key, PhoneOrder given, Instant at) {
        PhoneOrder order = desk.settled(given);
        boolean keep = order.buyer().keep();
        if (placed(key).isEmpty()) {
            List<Refusal> problems = desk.sheet(order, at).problems();
            if (problems.isEmpty() && keep) {
                order = desk.numbered(order);
                problems = add(who, key, order, at);
            }
            if (!problems.isEmpty()) {
                return notTaken(who, key, withAnotherNumber(order, problems), problems);
            }
        }
        if (keep) {
            order = order.with(order.buyer().kept());
        }
        int version = open.keep(who, key, order.sent(true));
        PlaceRequest request = new PlaceRequest(
                Cause.of(who, "desk/" + key, at),
                desk.sheet(order, DeskRules.externalId(key), at).draft());
        try {
            return answered(who, key, order, intake.place(request));
        } catch (OrderIntake.Full e) {
            return new Sent.Unanswered(order.sent(true), version);
        }
    }

    private Sent answered(Actor who, String key, PhoneOrder order, Outcome<Placed> outcome) {
        return switch (outcome) {
            case Outcome.Done<Placed>(Placed placed, boolean _) -> {
                open.discard(who, key);
                yield new Sent.Taken(placed.number(), false);
            }
            case Outcome.Refused<Placed>(List<Refusal> refusals) -> {
                @Nullable OrderHead before = placed(key).orElse(null);
                if (before == null) {
                    yield notTaken(who, key, order, refusals);
                }
                open.discard(who, key);
                yield new Sent.Taken(before.number(), true);
            }
        };
    }

    /** The number that was set aside is used up when somebody has it by now; the next try takes another. */
    private static PhoneOrder withAnotherNumber(PhoneOrder order, List<Refusal> problems) {
        boolean used = problems.stream().anyMatch(problem -> USED_UP.contains(problem.code()));
        return used ? order.with(order.buyer().numbered("")) : order;
    }

    private Sent notTaken(Actor who, String key, PhoneOrder order, List<Refusal> refusals) {
        PhoneOrder unsent = order.sent(false);
        return new Sent.NotTaken(unsent, open.keep(who, key, unsent), refusals);
    }

    /**
     * Makes the guest a customer, once: under the number that was set aside for him. Whoever has come to have that number
     * meanwhile keeps it.
     */
    private List<Refusal> add(Actor who, String key, PhoneOrder order, Instant at) {
        Sheet sheet = desk.sheet(order, at);
        Address typed = sheet.draft().shipTo();
        CustomerDraft draft = new CustomerDraft(
                order.buyer().number(),
                typed.name().isBlank() ? typed.company() : typed.name(),
                typed.email().isBlank() ? null : typed.email(),
                typed.phone().isBlank() ? null : typed.phone(),
                typed.country(),
                null,
                false,
                DAYS_TO_PAY,
                sheet.draft().currency(),
                NORMAL,
                0);
        Cause cause = Cause.of(who, "desk/" + key + "/" + draft.number(), at);
        return switch (customers.add(cause, draft)) {
            case Outcome.Done<Defined> done -> List.of();
            case Outcome.Refused<Defined>(List<Refusal> refusals) ->
                refusals.stream()
                        .map(refusal -> Refusal.of(
                                refusal.code(),
                                refusal.field().replaceFirst("^customers\\[0]\\.", "shipTo."),
                                refusal.reason()))
                        .toList();
        };
    }
}
