package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PaymentRefusals.PaymentRefusal;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.orders.SliceTransitions;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.OrderPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.util.ArrayList;
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

    /** So many lines stand on a page. */
    static final int LINES = 50;

    private static final int PEEK_LINES = 6;

    /** So many facts are read at once. */
    static final int FACTS = 30;

    private final Inventory inventory;
    private final OrderSides sides;
    private final Show show;
    private final ObjectProvider<OrderPanels> panels;
    private final WhyNotPaid whyNotPaid;

    OrderPages(
            Inventory inventory,
            OrderSides sides,
            Show show,
            ObjectProvider<OrderPanels> panels,
            WhyNotPaid whyNotPaid) {
        this.inventory = inventory;
        this.sides = sides;
        this.show = show;
        this.panels = panels;
        this.whyNotPaid = whyNotPaid;
    }

    /**
     * @param timeline the latest facts, oldest first
     * @param from the first line that is shown, counted from 0
     */
    OrderPage page(OrderDetail detail, List<RecordedFact> timeline, int from, Who who) {
        List<Panel> added = panels.stream()
                .flatMap(module -> module.panelsFor(detail.head().id(), who).stream())
                .toList();
        return page(detail, timeline, from, LINES, added, who);
    }

    /** The order at a glance. */
    OrderPage peek(OrderDetail detail, Who who) {
        return page(detail, List.of(), 0, PEEK_LINES, List.of(), who);
    }

    private OrderPage page(
            OrderDetail detail, List<RecordedFact> timeline, int from, int most, List<Panel> added, Who who) {
        OrderHead head = detail.head();
        String url = "/orders/" + head.number();
        Map<Long, Node> nodes = inventory.nodes().stream().collect(Collectors.toMap(Node::id, n -> n));
        boolean open = head.lifecycle().isOpen();
        Optional<PaymentRefusal> refusal = whyNotPaid.of(detail);
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
                detail.lines().stream()
                        .skip(from)
                        .limit(most)
                        .map(line -> line(line, detail, url, open, who))
                        .toList(),
                pager(detail.lines().size(), from, most, url),
                work(detail, nodes),
                plan(timeline, nodes),
                sides.promise(detail),
                sides.terms(head),
                OrderSides.totals(head),
                OrderAnswers.masked(head.shipTo(), who).lines(),
                head.billTo() == null
                        ? List.of()
                        : OrderAnswers.masked(head.billTo(), who).lines(),
                history(detail, timeline),
                actions(detail, url, open, who),
                who.may("orders:release-hold"),
                who.may("orders:write"),
                Panel.at(Panel.Place.TOP, added),
                Panel.at(Panel.Place.MAIN, added),
                Panel.at(Panel.Place.ASIDE, added));
    }

    /** The timeline as far as it was read, and the way to what lies before. */
    OrderPage.History history(OrderDetail detail, List<RecordedFact> oldestFirst) {
        Map<Long, Node> nodes = inventory.nodes().stream().collect(Collectors.toMap(Node::id, n -> n));
        String older = oldestFirst.size() < FACTS
                ? ""
                : "/orders/" + detail.head().number() + "/timeline?before="
                        + oldestFirst.getFirst().id();
        return new OrderPage.History(new TimelineWords(show).entries(oldestFirst, nodes), older);
    }

    /** Why the units are where they are: the explanation of the latest plan. */
    private static List<String> plan(List<RecordedFact> oldestFirst, Map<Long, Node> nodes) {
        WhyWords words = new WhyWords(nodes.values());
        return oldestFirst.reversed().stream()
                .map(fact -> fact.fact().data().get("why") instanceof Map<?, ?> why
                        ? words.sentences(why)
                        : List.<String>of())
                .filter(sentences -> !sentences.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** What may be done now; each opens its question. */
    private static List<OrderPage.Action> actions(OrderDetail detail, String url, boolean open, Who who) {
        List<OrderPage.Action> actions = new ArrayList<>();
        if (open && who.may("orders:hold")) {
            actions.add(new OrderPage.Action(t("orders.order.putOnHold"), url + "/hold", "h"));
        }
        if (open && who.may("orders:write")) {
            actions.add(new OrderPage.Action(t("orders.order.chooseTheNode"), url + "/source", "o"));
        }
        boolean cancellable = detail.slices().stream()
                .anyMatch(slice ->
                        SliceTransitions.find(slice.state(), SliceEvent.CANCEL).isPresent());
        if (cancellable && who.may("orders:cancel")) {
            actions.add(new OrderPage.Action(t("orders.order.cancelWhatIsStillTo"), url + "/cancel", "c"));
        }
        return actions;
    }

    private static Pager pager(int lines, int from, int most, String url) {
        int last = Math.min(lines, from + most);
        String first = from == 0 ? "" : url + "#lines";
        String next = last == lines ? "" : url + "?from=" + last + "#lines";
        return new Pager(t("orders.orderPages.linesOf", from + 1, last, lines), first, next);
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
                WhyNotPaid.waits(hold) && refusal.isPresent()
                        ? said(refusal.get())
                        : hold.why().words(),
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

    private static OrderPage.LineRow line(OrderLine line, OrderDetail detail, String url, boolean open, Who who) {
        List<Slice> slices = detail.slices().stream()
                .filter(slice -> slice.lineNo() == line.lineNo())
                .toList();
        List<OrderPage.Action> actions = new ArrayList<>();
        if (who.may("orders:cancel") && OrderActions.cancellable(detail, line.lineNo()) > 0) {
            actions.add(
                    new OrderPage.Action(t("orders.order.cancelUnits"), url + "/cancel?line=" + line.lineNo(), "c"));
        }
        if (open && who.may("orders:hold")) {
            actions.add(new OrderPage.Action(t("orders.order.hold2"), url + "/hold?line=" + line.lineNo(), "h"));
        }
        String currency = detail.head().currency();
        return new OrderPage.LineRow(
                line.lineNo(),
                line.sku(),
                "/inventory/" + line.itemId(),
                line.description(),
                detail.holds().stream()
                        .filter(hold -> hold.isActive() && hold.lineNo() == line.lineNo())
                        .map(hold -> Chip.of(t("orders.orderPages.held", Show.words(hold.type())), Tone.BAD))
                        .toList(),
                BigDecimal.valueOf(line.quantity(), line.quantityDecimals()).toPlainString(),
                line.unitPrice().stripTrailingZeros().toPlainString(),
                Show.money(new Money(line.money().total(), currency)),
                bar(slices),
                actions);
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
}
