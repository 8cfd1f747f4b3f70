package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Priorities;
import dev.orderwright.orders.PriorityFormula;
import dev.orderwright.orders.PromiseLedger;
import dev.orderwright.orders.PromiseLedger.PromiseChange;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.orders.Standing;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What stands beside the lines of an order: its promise, its value, its terms. */
@Component
class OrderSides {

    /** More moves than this tell nobody anything; all of them stand in the timeline. */
    private static final int MOVES_SHOWN = 6;

    private final Customers customers;
    private final PromiseLedger ledger;
    private final Priorities priorities;
    private final Show show;
    private final InstantSource clock;

    OrderSides(Customers customers, PromiseLedger ledger, Priorities priorities, Show show, InstantSource clock) {
        this.customers = customers;
        this.ledger = ledger;
        this.priorities = priorities;
        this.show = show;
        this.clock = clock;
    }

    /** From the first promise to how it was kept. */
    List<KeyValue> promise(OrderDetail detail) {
        OrderHead head = detail.head();
        List<KeyValue> entries = new ArrayList<>();
        entries.add(KeyValue.of(t("shared.word.placed"), show.moment(head.placedAt())));
        if (head.requestedOn() != null) {
            entries.add(KeyValue.of(t("orders.orderPages.requestedFor"), Show.day(head.requestedOn())));
        }
        entries.add(KeyValue.of(t("orders.orderPages.firstPromisedFor"), Show.day(head.promisedOn())));
        List<PromiseChange> moves = ledger.ofOrder(head.id());
        moves.stream()
                .skip(Math.max(0, moves.size() - MOVES_SHOWN))
                .map(this::move)
                .forEach(entries::add);
        KeyValue expected = KeyValue.of(t("orders.orderPages.expectedNow"), Show.day(head.expectedOn()));
        boolean moved = head.promisedOn() != null
                && head.expectedOn() != null
                && head.expectedOn().isAfter(head.promisedOn());
        entries.add(moved ? expected.hint(t("orders.orderPages.laterThanFirstPromised")) : expected);
        kept(detail).ifPresent(entries::add);
        return entries;
    }

    private KeyValue move(PromiseChange move) {
        return KeyValue.of(show.moment(move.at()), t("orders.orderSides.moved", day(move.was()), day(move.now())))
                .hint(Texts.of(move.cause()));
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? t("orders.orderSides.noDay") : Show.day(day);
    }

    /** When the last unit came, once none is still to come. */
    private Optional<KeyValue> kept(OrderDetail detail) {
        OrderHead head = detail.head();
        if (head.lifecycle().isOpen() || !head.has(SliceState.DELIVERED)) {
            return Optional.empty();
        }
        return detail.slices().stream()
                .filter(slice -> slice.state() == SliceState.DELIVERED)
                .map(Slice::since)
                .max(Comparator.naturalOrder())
                .map(last -> delivered(head, last));
    }

    private KeyValue delivered(OrderHead head, Instant last) {
        LocalDate on = last.atZone(show.zone()).toLocalDate();
        KeyValue entry = KeyValue.of(t("orders.orderSides.delivered"), Show.day(on));
        if (head.promisedOn() == null) {
            return entry;
        }
        return entry.hint(t(
                on.isAfter(head.promisedOn())
                        ? "orders.orderSides.laterThanPromised"
                        : "orders.orderSides.asPromised"));
    }

    List<KeyValue> terms(OrderHead head) {
        Customer customer = head.customerId() == null
                ? null
                : customers.byId(List.of(head.customerId())).get(head.customerId());
        return List.of(
                customer == null
                        ? KeyValue.of(t("shared.word.customer"), t("orders.orderPages.aGuest"))
                        : KeyValue.link(t("shared.word.customer"), customer.number(), "/customers/" + customer.key()),
                KeyValue.of(t("orders.orderPages.channel"), head.channel() + " " + head.externalId()),
                KeyValue.of(t("orders.orderPages.delivery"), Show.words(DeliveryMethod.valueOf(head.method()))),
                KeyValue.of(
                        t("orders.orderPages.payment"),
                        head.terms() == PaymentTerms.ACCOUNT
                                ? t("orders.orderPages.onAccountDays", head.paymentTermsDays())
                                : t("orders.orderPages.inAdvance")),
                KeyValue.of(
                        t("orders.orderPages.splitting"),
                        head.shipComplete()
                                ? t("orders.orderPages.shipComplete")
                                : head.shipmentsMax() > 0
                                        ? t("orders.orderPages.atMostShipments", head.shipmentsMax())
                                        : t("orders.orderPages.splittingAllowed")),
                priority(head));
    }

    /** What the formula makes of an order says something while it waits in a line or a list. */
    private KeyValue priority(OrderHead head) {
        KeyValue priority = KeyValue.of(t("orders.orderPages.priority"), Integer.toString(head.priority()));
        if (!head.lifecycle().isOpen()) {
            return priority;
        }
        PriorityFormula formula = priorities.current();
        Standing standing = Standing.of(head);
        Instant now = clock.instant();
        String parts = formula.parts(standing, now).stream()
                .map(given -> Texts.of(given.part()) + " " + Show.number(given.points()))
                .collect(Collectors.joining(", "));
        return priority.to("/admin/priority")
                .hint(t("orders.priority.pointsOf", Show.number(formula.points(standing, now)), parts));
    }

    static List<KeyValue> totals(OrderHead head) {
        String currency = head.currency();
        return List.of(
                KeyValue.number(
                        t("orders.orderPages.goodsAndServices"),
                        Show.money(new Money(head.money().net(), currency))),
                KeyValue.number(
                        t("orders.orderPages.discount"),
                        Show.money(new Money(-head.money().discount(), currency))),
                KeyValue.number(
                        t("orders.orderPages.shipping"),
                        Show.money(new Money(head.money().shipping(), currency))),
                KeyValue.number(
                        t("orders.orderPages.tax"),
                        Show.money(new Money(head.money().tax(), currency))),
                KeyValue.number(
                        t("shared.word.total"),
                        Show.money(new Money(head.money().total(), currency))));
    }
}
