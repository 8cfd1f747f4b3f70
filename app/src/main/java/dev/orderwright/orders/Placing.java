package dev.orderwright.orders;

import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.orders.OrderParticipant.PlacedOrder;
import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.promising.Allocation;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.DemandLine;
import dev.orderwright.promising.Plan;
import dev.orderwright.promising.Promising;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Numbers;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes checked drafts into orders, as one set: prices and taxes frozen, credit taken, stock planned and reserved. What
 * it returns is yet to be written by {@link OrderWriter}. The locks are taken in the order of the house: credit rows,
 * then stock rows.
 */
@Component
class Placing {

    private static final Refusal OUT_OF_STOCK = Refusal.of(
            "out-of-stock",
            "lines",
            "Not everything is in stock, and the order says ifShort REFUSE: it is only wanted when it is.");

    private final Customers customers;
    private final Promising promising;
    private final Stock stock;
    private final Ids ids;
    private final Numbers numbers;

    Placing(Customers customers, Promising promising, Stock stock, Ids ids, Numbers numbers) {
        this.customers = customers;
        this.promising = promising;
        this.stock = stock;
        this.ids = ids;
        this.numbers = numbers;
    }

    /** A new order, whole. */
    record NewOrder(
            Run run, OrderHead head, List<OrderLine> lines, List<Slice> slices, List<Hold> holds, Checked checked) {

        PlacedOrder placed() {
            return new PlacedOrder(run, head, lines, checked.request().draft().payment());
        }

        Placed answer() {
            return new Placed(
                    head.id(),
                    head.number(),
                    head.version(),
                    head.lifecycle() == Lifecycle.CONFIRMED,
                    head.currency(),
                    head.money().total(),
                    head.promisedOn(),
                    units(SliceState.RESERVED),
                    units(SliceState.BACKORDERED),
                    holds.stream().map(hold -> hold.type().name()).toList(),
                    checked.warnings(),
                    false);
        }

        private long units(SliceState state) {
            return slices.stream()
                    .filter(slice -> slice.state() == state)
                    .mapToLong(Slice::quantity)
                    .sum();
        }
    }

    /** One order on its way: priced, not yet planned. */
    private record Draft(long id, Run run, Checked checked, List<OrderLine> lines, OrderMoney money, List<Hold> holds) {

        boolean onAccount() {
            return checked.request().draft().terms() == PaymentTerms.ACCOUNT;
        }
    }

    /**
     * @param runs one per draft: the command that places it
     * @param joint the command under which the set locks and moves
     */
    List<Outcome<NewOrder>> place(Run joint, List<Checked> checked, List<Run> runs) {
        List<Draft> drafts = new ArrayList<>(checked.size());
        for (int i = 0; i < checked.size(); i++) {
            Checked one = checked.get(i);
            long id = ids.next();
            List<OrderLine> lines =
                    OrderPricing.lines(id, one.request().draft(), one.items(), (line, item) -> one.taxRate(item));
            drafts.add(new Draft(id, runs.get(i), one, lines, OrderPricing.total(lines), new ArrayList<>()));
        }
        Map<Long, CreditState> credit = lockCredit(joint, drafts);
        Map<Long, Plan> plans = plan(joint, drafts);
        List<Draft> wanted = drafts.stream()
                .filter(draft -> !isUnwanted(draft, plans.get(draft.id())))
                .toList();
        wanted.forEach(draft -> draft.holds().addAll(paymentHolds(draft)));
        takeCredit(joint, wanted, credit);
        Map<Run, List<StockMove>> moves = new LinkedHashMap<>();
        List<Outcome<NewOrder>> outcomes = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            Plan plan = plans.get(draft.id());
            if (isUnwanted(draft, plan)) {
                outcomes.add(Outcome.refused(List.of(OUT_OF_STOCK)));
                continue;
            }
            outcomes.add(Outcome.done(order(draft, plan)));
            if (plan != null) {
                moves.put(
                        draft.run(),
                        plan.allocations().stream()
                                .map(part -> reservation(draft.id(), part))
                                .toList());
            }
        }
        stock.moveAtEnd(moves);
        return outcomes;
    }

    private static boolean isUnwanted(Draft draft, @Nullable Plan plan) {
        return plan != null
                && !plan.shortages().isEmpty()
                && draft.checked().request().draft().ifShort() == IfShort.REFUSE;
    }

    private static StockMove reservation(long orderId, Allocation part) {
        return new StockMove(
                part.itemId(),
                part.nodeId(),
                Bucket.AVAILABLE,
                part.nodeId(),
                Bucket.RESERVED,
                part.quantity(),
                "RESERVE",
                "order",
                orderId,
                part.lineNo());
    }

    /** A prepaid order whose payment is not (wholly) authorised waits for it. */
    private List<Hold> paymentHolds(Draft draft) {
        OrderDraft wish = draft.checked().request().draft();
        if (wish.terms() != PaymentTerms.PREPAID || draft.money().total() == 0) {
            return List.of();
        }
        OrderDraft.Payment payment = wish.payment();
        if (payment != null
                && payment.authorisation() != null
                && payment.authorisedMinor() >= draft.money().total()) {
            return List.of();
        }
        String reason = payment == null ? "no payment yet" : "the payment is not authorised yet";
        return List.of(hold(draft, HoldType.PAYMENT, reason));
    }

    /** The credit of those who buy on account, locked, so that two orders cannot both use the last of it. */
    private Map<Long, CreditState> lockCredit(Run joint, List<Draft> drafts) {
        List<Long> onAccount = drafts.stream()
                .filter(Draft::onAccount)
                .map(Placing::customerId)
                .distinct()
                .toList();
        return onAccount.isEmpty() ? Map.of() : customers.lockCredit(joint, onAccount);
    }

    private void takeCredit(Run joint, List<Draft> drafts, Map<Long, CreditState> credit) {
        Map<Long, Long> added = new HashMap<>();
        for (Draft draft : drafts) {
            if (draft.onAccount()) {
                long customer = customerId(draft);
                CreditState state = Objects.requireNonNull(credit.get(customer));
                long exposure = added.merge(customer, draft.money().total(), Long::sum) + state.exposureMinor();
                if (exposure > state.limitMinor()) {
                    String reason = "credit limit " + state.limitMinor() + " passed: exposure would be " + exposure;
                    draft.holds().add(hold(draft, HoldType.CREDIT, reason));
                }
            }
        }
        if (!added.isEmpty()) {
            customers.changeExposure(joint, added);
        }
    }

    private static long customerId(Draft draft) {
        return Objects.requireNonNull(draft.checked().customer()).id();
    }

    private Hold hold(Draft draft, HoldType type, String reason) {
        return new Hold(
                ids.next(),
                draft.id(),
                HoldScope.ORDER,
                draft.id(),
                0,
                type,
                type.blocks(),
                reason,
                "ACTIVE",
                "system:checks",
                draft.run().at(),
                null,
                null,
                null,
                null);
    }

    private Map<Long, Plan> plan(Run joint, List<Draft> drafts) {
        List<Demand> demands = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            List<DemandLine> lines = new ArrayList<>();
            for (int i = 0; i < draft.lines().size(); i++) {
                OrderLine line = draft.lines().get(i);
                Item item = draft.checked().items().get(i);
                if (line.kind() == ItemKind.STOCKED) {
                    lines.add(new DemandLine(
                            line.lineNo(),
                            line.itemId(),
                            line.quantity(),
                            item.weightGrams(),
                            item.quantityDecimals()));
                }
            }
            if (!lines.isEmpty()) {
                demands.add(demand(draft, lines));
            }
        }
        Map<Long, Plan> plans = new HashMap<>();
        if (!demands.isEmpty()) {
            promising.propose(joint, demands).forEach(plan -> plans.put(plan.orderId(), plan));
        }
        return plans;
    }

    private static Demand demand(Draft draft, List<DemandLine> lines) {
        OrderDraft wish = draft.checked().request().draft();
        return new Demand(
                draft.id(),
                wish.channel(),
                wish.shipTo().country(),
                wish.shipTo().postcode(),
                wish.method(),
                draft.run().at(),
                wish.requestedOn(),
                wish.shipComplete() || wish.ifShort() == IfShort.REFUSE,
                wish.shipmentsMax(),
                Set.of(),
                draft.checked().onlyNode(),
                lines);
    }

    private NewOrder order(Draft draft, @Nullable Plan plan) {
        List<Hold> holds = draft.holds();
        List<Slice> open = new ArrayList<>(draft.lines().size());
        for (OrderLine line : draft.lines()) {
            open.add(new Slice(
                    draft.id(),
                    line.lineNo(),
                    0,
                    line.quantity(),
                    line.itemId(),
                    SliceState.OPEN,
                    null,
                    null,
                    null,
                    null,
                    null,
                    draft.run().at()));
        }
        List<Slice> slices = plan == null ? open : planned(draft, plan, open);
        boolean confirmed = holds.stream().noneMatch(hold -> hold.blocks().contains(HoldBlock.CONFIRM));
        OrderHead head = head(draft, confirmed ? Lifecycle.CONFIRMED : Lifecycle.PLACED, slices);
        NewOrder order = new NewOrder(draft.run(), head, draft.lines(), slices, holds, draft.checked());
        draft.run().orderFact(draft.id(), "OrderPlaced", placedData(order, plan));
        return order;
    }

    private static Map<String, Object> placedData(NewOrder order, @Nullable Plan plan) {
        Placed answer = order.answer();
        Map<String, Object> data = Facts.data(
                "number", answer.number(),
                "channel", order.head().channel(),
                "externalId", order.head().externalId(),
                "totalMinor", answer.totalMinor(),
                "currency", answer.currency(),
                "lines", order.lines().size(),
                "confirmed", answer.confirmed(),
                "unitsReserved", answer.unitsReserved(),
                "unitsBackordered", answer.unitsBackordered());
        if (answer.estimatedDelivery() != null) {
            data.put("estimatedDelivery", answer.estimatedDelivery().toString());
        }
        if (!answer.holds().isEmpty()) {
            data.put("holds", answer.holds());
        }
        if (!answer.warnings().isEmpty()) {
            data.put("warnings", answer.warnings());
        }
        if (plan != null) {
            data.put("why", plan.why());
        }
        return data;
    }

    /** The first slices of an order's lines, cut as the plan says; lines that need no stock stay open. */
    private static List<Slice> planned(Draft draft, Plan plan, List<Slice> open) {
        List<Slice> stocked = new ArrayList<>();
        List<Slice> result = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            boolean needsStock = draft.lines().get(i).kind() == ItemKind.STOCKED;
            (needsStock ? stocked : result).add(open.get(i));
        }
        for (SliceChange change : Sourcing.changes(plan, stocked)) {
            result.add(new Slice(
                    change.orderId(),
                    change.lineNo(),
                    change.firstUnit(),
                    change.quantity(),
                    draft.lines().get(change.lineNo() - 1).itemId(),
                    change.event() == SliceEvent.RESERVE ? SliceState.RESERVED : SliceState.BACKORDERED,
                    change.nodeId(),
                    null,
                    null,
                    change.shipOn(),
                    change.deliverOn(),
                    draft.run().at()));
        }
        return SliceRules.merged(result);
    }

    private OrderHead head(Draft draft, Lifecycle lifecycle, List<Slice> slices) {
        OrderDraft wish = draft.checked().request().draft();
        LocalDate promised = LifecycleRules.expectedOn(slices);
        Integer priority = wish.priority();
        int customerPriority = draft.checked().customer() == null
                ? 5
                : draft.checked().customer().priority();
        return new OrderHead(
                draft.id(),
                numbers.next("SO"),
                wish.channel(),
                wish.externalId(),
                draft.checked().customer() == null
                        ? null
                        : draft.checked().customer().id(),
                lifecycle,
                1,
                wish.currency(),
                priority == null ? customerPriority : priority,
                draft.run().at(),
                wish.requestedOn(),
                wish.method(),
                wish.terms(),
                draft.checked().customer() == null
                        ? 0
                        : draft.checked().customer().paymentTermsDays(),
                wish.shipComplete(),
                wish.shipmentsMax(),
                draft.checked().onlyNode(),
                wish.shipTo(),
                wish.billTo(),
                wish.comment(),
                draft.money(),
                slices.stream()
                        .map(Slice::shipOn)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                promised,
                promised,
                slices.stream().mapToInt(slice -> slice.state().bit()).reduce(0, (a, b) -> a | b),
                draft.run().at(),
                null);
    }
}
