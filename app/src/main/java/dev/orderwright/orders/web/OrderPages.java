package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PaymentRefusals.PaymentRefusal;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.orders.SliceTransitions;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.OrderPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the page of an order out of what the module knows of it. */
@Component
class OrderPages {

    private final Inventory inventory;
    private final Customers customers;
    private final Show show;
    private final ObjectProvider<OrderPanels> panels;
    private final WhyNotPaid whyNotPaid;

    OrderPages(
            Inventory inventory,
            Customers customers,
            Show show,
            ObjectProvider<OrderPanels> panels,
            WhyNotPaid whyNotPaid) {
        this.inventory = inventory;
        this.customers = customers;
        this.show = show;
        this.panels = panels;
        this.whyNotPaid = whyNotPaid;
    }

    OrderPage page(OrderDetail detail, List<RecordedFact> timeline, Who who) {
        OrderHead head = detail.head();
        String url = "/orders/" + head.number();
        Map<Long, Node> nodes = inventory.nodes().stream().collect(Collectors.toMap(Node::id, n -> n));
        boolean open = head.lifecycle().isOpen();
        Optional<PaymentRefusal> refusal = whyNotPaid.of(detail);
        List<Panel> added = panels.stream()
                .flatMap(module -> module.panelsFor(head.id(), who).stream())
                .toList();
        return new OrderPage(
                head.number(),
                url,
                "order/" + head.id(),
                head.version(),
                chips(detail),
                detail.holds().stream()
                        .filter(Hold::isActive)
                        .map(hold -> hold(hold, refusal, url))
                        .toList(),
                bar(detail.slices()),
                detail.lines().stream().map(line -> line(line, detail, url)).toList(),
                work(detail, nodes),
                promise(head),
                terms(head),
                totals(head),
                OrderAnswers.masked(head.shipTo(), who).lines(),
                head.billTo() == null
                        ? List.of()
                        : OrderAnswers.masked(head.billTo(), who).lines(),
                new TimelineWords(show).entries(timeline, nodes),
                List.of(Field.text("reason", t("shared.word.reason"), "").mandatory()),
                Arrays.stream(HoldType.values())
                        .map(type -> new OrderPage.Option(type.name(), Show.words(type)))
                        .toList(),
                nodes.values().stream()
                        .filter(Node::active)
                        .map(node -> new OrderPage.Option(node.code(), node.name()))
                        .toList(),
                open && who.may("orders:hold"),
                who.may("orders:release-hold"),
                who.may("orders:write"),
                who.may("orders:cancel"),
                open,
                Panel.at(Panel.Place.MAIN, added),
                Panel.at(Panel.Place.ASIDE, added));
    }

    private static List<Chip> chips(OrderDetail detail) {
        List<Chip> chips = new ArrayList<>();
        chips.add(OrderRows.lifecycle(detail.head().lifecycle().name()));
        if (detail.head().has(SliceState.BACKORDERED)) {
            chips.add(Chip.of(t("orders.orderPages.backordered"), Tone.WARN));
        }
        detail.holds().stream()
                .filter(Hold::isActive)
                .forEach(hold -> chips.add(Chip.of(t("orders.orderPages.held", Show.words(hold.type())), Tone.BAD)));
        detail.cancelRequests().stream()
                .filter(request -> request.state().equals("ASKED"))
                .forEach(request -> chips.add(Chip.of(t("orders.orderPages.cancellationAskedOfTheNode"), Tone.WARN)));
        return chips;
    }

    private OrderPage.HoldCard hold(Hold hold, Optional<PaymentRefusal> refusal, String url) {
        return new OrderPage.HoldCard(
                Long.toString(hold.id()),
                Show.words(hold.type())
                        + (hold.lineNo() > 0 ? ", " + t("orders.orderPages.ofLine", hold.lineNo()) : ""),
                WhyNotPaid.waits(hold) && refusal.isPresent() ? said(refusal.get()) : hold.reason(),
                hold.blocks().stream().map(Show::words).collect(Collectors.joining(", ")),
                Show.actor(hold.placedBy()) + ", " + show.moment(hold.placedAt()),
                url + "/holds/" + hold.id() + "/release");
    }

    private String said(PaymentRefusal refusal) {
        return t(
                "orders.orderPages.theWasRefusedOn",
                refusal.method(),
                show.moment(refusal.at()),
                refusal.reason(),
                refusal.whatToDo());
    }

    private static QuantityBar bar(List<Slice> slices) {
        Map<SliceState, Long> units = new EnumMap<>(SliceState.class);
        slices.forEach(slice -> units.merge(slice.state(), slice.quantity(), Long::sum));
        return OrderRows.bar(units);
    }

    private static OrderPage.LineRow line(OrderLine line, OrderDetail detail, String url) {
        List<Slice> slices = detail.slices().stream()
                .filter(slice -> slice.lineNo() == line.lineNo())
                .toList();
        boolean cancellable = slices.stream()
                .anyMatch(slice ->
                        SliceTransitions.find(slice.state(), SliceEvent.CANCEL).isPresent());
        String currency = detail.head().currency();
        return new OrderPage.LineRow(
                line.lineNo(),
                line.sku(),
                "/inventory/" + line.itemId(),
                line.description(),
                BigDecimal.valueOf(line.quantity(), line.quantityDecimals()).toPlainString(),
                line.unitPrice().stripTrailingZeros().toPlainString(),
                Show.money(new Money(line.money().total(), currency)),
                bar(slices),
                cancellable,
                url + "/cancel");
    }

    /** Units that no longer go anywhere: the days they had been promised for would mislead. */
    private static final Set<SliceState> GONE = EnumSet.of(SliceState.CANCELLED, SliceState.LOST, SliceState.RETURNED);

    private record GroupKey(String where, SliceState state, String shipOn, String deliverOn) {}

    private static List<OrderPage.WorkGroup> work(OrderDetail detail, Map<Long, Node> nodes) {
        Map<GroupKey, List<Slice>> groups = new LinkedHashMap<>();
        for (Slice slice : detail.slices()) {
            Node node = slice.nodeId() == null ? null : nodes.get(slice.nodeId());
            String where = node == null ? "–" : node.name();
            boolean gone = GONE.contains(slice.state());
            GroupKey key = new GroupKey(
                    where,
                    slice.state(),
                    gone ? "" : Show.day(slice.shipOn()),
                    gone ? "" : Show.day(slice.deliverOn()));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(slice);
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Comparator.comparing(GroupKey::state)))
                .map(entry -> new OrderPage.WorkGroup(
                        entry.getKey().where(),
                        Show.words(entry.getKey().state()),
                        Show.number(entry.getValue().stream()
                                .mapToLong(Slice::quantity)
                                .sum()),
                        entry.getKey().shipOn(),
                        entry.getKey().deliverOn(),
                        entry.getValue().stream()
                                .map(slice -> Integer.toString(slice.lineNo()))
                                .distinct()
                                .limit(12)
                                .collect(Collectors.joining(", "))))
                .toList();
    }

    private List<KeyValue> promise(OrderHead head) {
        List<KeyValue> entries = new ArrayList<>();
        entries.add(KeyValue.of(t("shared.word.placed"), show.moment(head.placedAt())));
        if (head.requestedOn() != null) {
            entries.add(KeyValue.of(t("orders.orderPages.requestedFor"), Show.day(head.requestedOn())));
        }
        entries.add(KeyValue.of(t("orders.orderPages.firstPromisedFor"), Show.day(head.promisedOn())));
        KeyValue expected = KeyValue.of(t("orders.orderPages.expectedNow"), Show.day(head.expectedOn()));
        boolean moved = head.promisedOn() != null
                && head.expectedOn() != null
                && head.expectedOn().isAfter(head.promisedOn());
        entries.add(moved ? expected.hint(t("orders.orderPages.laterThanFirstPromised")) : expected);
        return entries;
    }

    private List<KeyValue> terms(OrderHead head) {
        Customer customer = head.customerId() == null
                ? null
                : customers.byId(List.of(head.customerId())).get(head.customerId());
        return List.of(
                customer == null
                        ? KeyValue.of(t("shared.word.customer"), t("orders.orderPages.aGuest"))
                        : KeyValue.link(t("shared.word.customer"), customer.number(), "/customers/" + customer.key()),
                KeyValue.of(t("orders.orderPages.channel"), head.channel() + " " + head.externalId()),
                KeyValue.of(t("orders.orderPages.delivery"), Show.words(SpeedOf.valueOf(head.method()))),
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
                                        : "allowed"),
                KeyValue.of(t("orders.orderPages.priority"), Integer.toString(head.priority())));
    }

    /** The methods as the module knows them, for their words. */
    private enum SpeedOf {
        STANDARD,
        EXPRESS
    }

    private static List<KeyValue> totals(OrderHead head) {
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
