package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.Hold;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Orders;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceTransitions;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.FormInput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What people can do with an order on its page. */
@Component
class OrderActions {

    static final String LINE = "line";
    static final String QUANTITY = "quantity";
    static final String REASON = "reason";
    static final String VERSION = "version";

    private final Orders orders;
    private final Holds holds;
    private final Inventory inventory;
    private final Show show;

    OrderActions(Orders orders, Holds holds, Inventory inventory, Show show) {
        this.orders = orders;
        this.holds = holds;
        this.inventory = inventory;
        this.show = show;
    }

    OrderAction cancel() {
        return new CancelAction(orders);
    }

    OrderAction hold() {
        return new PutOnHold();
    }

    OrderAction release(Hold hold) {
        return new Release(hold);
    }

    OrderAction source() {
        return new ChooseNode();
    }

    static String url(OrderDetail detail) {
        return "/orders/" + detail.head().number();
    }

    /** So many units of a line can still be cancelled, at once or by asking the node. */
    static long cancellable(OrderDetail detail, int lineNo) {
        return detail.slices().stream()
                .filter(slice -> slice.lineNo() == lineNo)
                .filter(slice ->
                        SliceTransitions.find(slice.state(), SliceEvent.CANCEL).isPresent())
                .mapToLong(Slice::quantity)
                .sum();
    }

    static Dialog dialog(String title, OrderDetail detail, String path, String verb, Map<String, String> in) {
        Map<String, String> fixed = new LinkedHashMap<>();
        fixed.put(VERSION, Integer.toString(detail.head().version()));
        if (in.containsKey(LINE)) {
            fixed.put(LINE, in.getOrDefault(LINE, ""));
        }
        return Dialog.of(title, url(detail) + path, url(detail), verb)
                .about("order/" + detail.head().id(), fixed);
    }

    static Field reason(Map<String, String> in) {
        return Field.text(REASON, t("shared.word.reason"), in.getOrDefault(REASON, ""))
                .mandatory();
    }

    static Optional<OrderLine> line(OrderDetail detail, String typed) {
        return detail.lines().stream()
                .filter(line -> Integer.toString(line.lineNo()).equals(typed))
                .findFirst();
    }

    /** What was typed is asked of the facade only when it could be understood. */
    static <T> Outcome<T> unlessUnread(FormInput in, Supplier<Outcome<T>> work) {
        return in.refusals().isEmpty() ? work.get() : Outcome.refused(in.refusals());
    }

    static Integer version(FormInput in, OrderDetail detail) {
        return in.text(VERSION).isEmpty() ? detail.head().version() : in.whole(VERSION);
    }

    /** The order or one of its lines waits. */
    private final class PutOnHold implements OrderAction {

        @Override
        public Dialog question(OrderDetail detail, Map<String, String> in) {
            Map<String, String> types = new LinkedHashMap<>();
            for (HoldType type : HoldType.values()) {
                types.put(type.name(), Show.words(type));
            }
            List<Field> choices = new ArrayList<>();
            choices.add(Field.select(
                    "type", t("orders.order.kindOfHold"), in.getOrDefault("type", HoldType.REVIEW.name()), types));
            choices.add(Field.date("until", t("orders.actions.until"), in.getOrDefault("until", ""))
                    .hint(t("orders.actions.emptyUntilReleased")));
            String what = line(detail, in.getOrDefault(LINE, ""))
                    .map(line -> t("orders.actions.lineOnHold", line.lineNo(), line.sku()))
                    .orElseGet(
                            () -> t("orders.actions.orderOnHold", detail.head().number()));
            return dialog(what, detail, "/hold", t("orders.order.putOnHold"), in)
                    .asking(choices, List.of(reason(in)));
        }

        @Override
        public Outcome<Flash> act(OrderDetail detail, FormInput in, Cause cause) {
            HoldType type = in.choice("type", HoldType.class, HoldType.REVIEW);
            String reason = in.required(REASON, t("shared.word.reason"));
            @Nullable LocalDate last = in.day("until");
            @Nullable
            Instant until = last == null
                    ? null
                    : last.plusDays(1).atStartOfDay(show.zone()).toInstant();
            int lineNo = line(detail, in.text(LINE)).map(OrderLine::lineNo).orElse(0);
            long id = detail.head().id();
            Holds.Wish wish = new Holds.Wish(
                    lineNo > 0 ? HoldScope.LINE : HoldScope.ORDER, id, id, lineNo, type, Set.of(), reason, until);
            return unlessUnread(in, () -> holds.place(cause, wish, version(in, detail)))
                    .map(held -> Flash.done(
                            t("orders.orderScreens.theOrderIsOnHold"),
                            url(detail) + "/holds/" + held.holdIds().getFirst() + "/release?reason="
                                    + URLEncoder.encode(t("orders.actions.takenBack"), StandardCharsets.UTF_8)));
        }
    }

    private final class Release implements OrderAction {

        private final Hold hold;

        Release(Hold hold) {
            this.hold = hold;
        }

        @Override
        public Dialog question(OrderDetail detail, Map<String, String> in) {
            return dialog(
                            t("orders.actions.releaseHold", Show.words(hold.type())),
                            detail,
                            "/holds/" + hold.id() + "/release",
                            t("orders.order.release"),
                            in)
                    .explained(hold.why().words())
                    .asking(List.of(), List.of(reason(in)));
        }

        @Override
        public Outcome<Flash> act(OrderDetail detail, FormInput in, Cause cause) {
            String reason = in.required(REASON, t("shared.word.reason"));
            return unlessUnread(in, () -> holds.release(cause, List.of(hold.id()), reason))
                    .map(held -> Flash.done(t("orders.orderScreens.theHoldIsReleased")));
        }
    }

    /** A person decides where it comes from, or gives the choice back. */
    private final class ChooseNode implements OrderAction {

        @Override
        public Dialog question(OrderDetail detail, Map<String, String> in) {
            Map<String, String> nodes = new LinkedHashMap<>();
            nodes.put("", t("orders.order.letTheSourcingDecide"));
            inventory.nodes().stream()
                    .filter(Node::active)
                    .forEach(node -> nodes.put(node.code(), node.code() + " · " + node.name()));
            @Nullable Long only = detail.head().onlyNodeId();
            String now = inventory.nodes().stream()
                    .filter(node -> only != null && node.id() == only)
                    .map(Node::code)
                    .findFirst()
                    .orElse("");
            return dialog(
                            t("orders.actions.nodeOf", detail.head().number()),
                            detail,
                            "/source",
                            t("orders.order.useThisNode"),
                            Map.of())
                    .explained(t("orders.order.reservedUnitsElsewhereAreGiven"))
                    .asking(
                            List.of(Field.select("node", t("shared.word.node"), in.getOrDefault("node", now), nodes)),
                            List.of(reason(in)));
        }

        @Override
        public Outcome<Flash> act(OrderDetail detail, FormInput in, Cause cause) {
            @Nullable String node = in.textOrNull("node");
            String reason = in.required(REASON, t("shared.word.reason"));
            return unlessUnread(
                            in, () -> orders.chooseNode(cause, detail.head().id(), version(in, detail), node, reason))
                    .map(changed -> Flash.done(
                            node == null
                                    ? t("orders.orderScreens.theSourcingDecidesAgain")
                                    : t("orders.orderScreens.onlyWillBeUsed", node)));
        }
    }
}
