package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldBlock;
import dev.orderwright.orders.HoldScope;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.Listed;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Orders;
import dev.orderwright.orders.web.OrderAnswers.CancelledAnswer;
import dev.orderwright.orders.web.OrderAnswers.ChangedAnswer;
import dev.orderwright.orders.web.OrderAnswers.FactAnswer;
import dev.orderwright.orders.web.OrderAnswers.OrderAnswer;
import dev.orderwright.orders.web.OrderListAnswers.ListAnswer;
import dev.orderwright.orders.web.OrderListAnswers.ListRow;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Orders are read and changed. An order is named by its number or its id. */
@RestController
@RequestMapping("/api/v1/orders")
class OrderApi {

    private static final int PAGE_MAX = 200;

    private final OrderQueries queries;
    private final Orders orders;
    private final Holds holds;
    private final Inventory inventory;
    private final OrderFilters filters;
    private final WhyNotPaid whyNotPaid;

    OrderApi(
            OrderQueries queries,
            Orders orders,
            Holds holds,
            Inventory inventory,
            OrderFilters filters,
            WhyNotPaid whyNotPaid) {
        this.queries = queries;
        this.orders = orders;
        this.holds = holds;
        this.inventory = inventory;
        this.filters = filters;
        this.whyNotPaid = whyNotPaid;
    }

    /** @param lines empty for everything that is still to come */
    record CancelInput(
            @Nullable List<CancelLineInput> lines, @Nullable String reason) {}

    /** @param quantity in whole units, with at most the item's decimals */
    record CancelLineInput(int lineNo, @Nullable BigDecimal quantity) {}

    /** @param blocks empty for what the type blocks */
    record HoldInput(
            @Nullable HoldType type,
            @Nullable Integer lineNo,
            @Nullable Set<HoldBlock> blocks,
            @Nullable String reason,
            @Nullable Instant until) {}

    record ReasonInput(@Nullable String reason) {}

    record CommentInput(@Nullable String text) {}

    /** @param node code of the node, null to let the sourcing decide again */
    record SourceInput(@Nullable String node, @Nullable String reason) {}

    @GetMapping
    @Requires("orders:read")
    @Operation(
            summary = "Orders that match every filter, newest first",
            description =
                    "A page may have fewer items than the limit and still a next one: where orders that fit are rare,"
                            + " an answer tells how far back it has looked. There are no more when next is null.")
    @FilterParameters
    ListAnswer list(
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit,
            Who who) {
        int size = Math.clamp(limit, 1, PAGE_MAX);
        Listed page = queries.list(filters.of(parameters), OrderFilters.cursor(cursor), size);
        return new ListAnswer(
                page.rows().stream().map(row -> ListRow.of(row, who)).toList(),
                page.next() == null ? null : Long.toString(page.next()),
                page.lookedBackTo());
    }

    @GetMapping("/{order}")
    @Requires("orders:read")
    @Operation(summary = "One order with its lines, units and holds")
    ResponseEntity<OrderAnswer> one(@PathVariable String order, Who who) {
        return answer(find(order), who);
    }

    @GetMapping("/{order}/timeline")
    @Requires("orders:read")
    @Operation(summary = "What has happened to an order")
    List<FactAnswer> timeline(@PathVariable String order) {
        return queries.timeline(head(order).id()).stream().map(FactAnswer::of).toList();
    }

    /** Cancels everything, or some units of some lines. Units at a node are asked for; the answer says how many. */
    @PostMapping("/{order}/cancellations")
    @Requires("orders:cancel")
    @Operation(
            summary = "Cancel all of an order or some units of its lines",
            description = "Units at a node are asked for; the answer says how many.")
    CancelledAnswer cancel(
            @PathVariable String order,
            @RequestBody CancelInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause) {
        long id = head(order).id();
        CancelOrder wish = new CancelOrder(
                id, IfMatch.version(ifMatch), lines(id, input.lines()), Objects.requireNonNullElse(input.reason(), ""));
        return CancelledAnswer.of(ApiRefusal.orThrow(orders.cancel(cause, wish)));
    }

    private List<CancelOrder.Line> lines(long orderId, @Nullable List<CancelLineInput> inputs) {
        List<CancelLineInput> given = Objects.requireNonNullElse(inputs, List.of());
        Map<Integer, Integer> decimals = queries.decimals(
                orderId, given.stream().map(CancelLineInput::lineNo).toList());
        List<CancelOrder.Line> lines = new ArrayList<>();
        for (CancelLineInput input : given) {
            int places = decimals.getOrDefault(input.lineNo(), 0);
            lines.add(new CancelOrder.Line(input.lineNo(), units(input, places, lines.size())));
        }
        return lines;
    }

    private static long units(CancelLineInput input, int decimals, int index) {
        String field = "lines[" + index + "].quantity";
        if (input.quantity() == null) {
            throw ApiRefusal.of(List.of(Refusal.of("missing", field, t("orders.refusal.isRequired", field))));
        }
        try {
            return input.quantity().scaleByPowerOfTen(decimals).longValueExact();
        } catch (ArithmeticException e) {
            throw ApiRefusal.of(
                    List.of(Refusal.of("too-many-decimals", field, t("orders.refusal.thisItemIsSoldWith2", decimals))));
        }
    }

    @PostMapping("/{order}/holds")
    @Requires("orders:hold")
    @Operation(summary = "Put an order or one of its lines on hold")
    ResponseEntity<OrderAnswer> hold(
            @PathVariable String order,
            @RequestBody HoldInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        long id = head(order).id();
        Holds.Wish wish = new Holds.Wish(
                input.lineNo() == null ? HoldScope.ORDER : HoldScope.LINE,
                id,
                id,
                Objects.requireNonNullElse(input.lineNo(), 0),
                Objects.requireNonNullElse(input.type(), HoldType.REVIEW),
                Objects.requireNonNullElse(input.blocks(), Set.<HoldBlock>of()),
                Objects.requireNonNullElse(input.reason(), ""),
                input.until());
        ApiRefusal.orThrow(holds.place(cause, wish, IfMatch.version(ifMatch)));
        return answer(find(order), who);
    }

    @PostMapping("/{order}/holds/{hold}/release")
    @Requires("orders:release-hold")
    @Operation(summary = "Release a hold")
    ResponseEntity<OrderAnswer> release(
            @PathVariable String order,
            @PathVariable long hold,
            @RequestBody ReasonInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        OrderDetail detail = find(order);
        if (detail.holds().stream().noneMatch(h -> h.id() == hold)) {
            throw ApiRefusal.notFound(t("orders.refusal.holdOnThisOrder", hold));
        }
        ApiRefusal.orThrow(holds.release(
                cause,
                detail.head().id(),
                hold,
                Objects.requireNonNullElse(input.reason(), ""),
                IfMatch.version(ifMatch)));
        return answer(find(order), who);
    }

    @PostMapping("/{order}/comments")
    @Requires("orders:write")
    @Operation(summary = "Write a comment on an order")
    ChangedAnswer comment(@PathVariable String order, @RequestBody CommentInput input, Cause cause) {
        return ChangedAnswer.of(ApiRefusal.orThrow(
                orders.comment(cause, head(order).id(), Objects.requireNonNullElse(input.text(), ""))));
    }

    /** Chooses the node by hand; what is reserved elsewhere and not yet worked on moves there. */
    @PostMapping("/{order}/source")
    @Requires("orders:write")
    @Operation(
            summary = "Choose the node by hand",
            description = "What is reserved elsewhere and not yet worked on moves there.")
    ResponseEntity<OrderAnswer> source(
            @PathVariable String order,
            @RequestBody SourceInput input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        ApiRefusal.orThrow(orders.chooseNode(
                cause,
                head(order).id(),
                IfMatch.version(ifMatch),
                input.node(),
                Objects.requireNonNullElse(input.reason(), "")));
        return answer(find(order), who);
    }

    private ResponseEntity<OrderAnswer> answer(OrderDetail detail, Who who) {
        Map<Long, String> nodes = inventory.nodes().stream().collect(Collectors.toMap(Node::id, Node::code));
        return ResponseEntity.ok()
                .eTag(IfMatch.tag(detail.head().version()))
                .body(OrderAnswers.order(detail, nodes, whyNotPaid.of(detail), who));
    }

    private OrderHead head(String order) {
        return queries.head(order).orElseThrow(() -> ApiRefusal.notFound(t("orders.refusal.order", order)));
    }

    private OrderDetail find(String order) {
        return queries.named(order).orElseThrow(() -> ApiRefusal.notFound(t("orders.refusal.order", order)));
    }
}
