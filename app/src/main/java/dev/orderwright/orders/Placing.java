package dev.orderwright.orders;

import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockMove;
import dev.orderwright.orders.PlacingInput.Checked;
import dev.orderwright.promising.Allocation;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.Plan;
import dev.orderwright.promising.Promising;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Numbers;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.verification.Submission;
import dev.orderwright.verification.Verification;
import dev.orderwright.verification.Verification.Verified;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes checked drafts into orders, as one set: prices and taxes frozen, verified, credit taken, stock planned and
 * reserved. What it returns is yet to be written by {@link OrderWriter}. The locks are taken in the order of the house:
 * buyers, credit rows, then stock rows.
 */
@Component
class Placing {

    private static final String SERIES = "SO";

    private final Verification verification;
    private final Customers customers;
    private final Promising promising;
    private final Stock stock;
    private final Ids ids;
    private final Numbers numbers;

    Placing(
            Verification verification,
            Customers customers,
            Promising promising,
            Stock stock,
            Ids ids,
            Numbers numbers) {
        this.verification = verification;
        this.customers = customers;
        this.promising = promising;
        this.stock = stock;
        this.ids = ids;
        this.numbers = numbers;
    }

    /** Sees to it that there are numbers for so many orders. */
    void prepare(int orders) {
        numbers.provide(SERIES, orders);
    }

    /**
     * @param runs one per draft: the command that places it
     * @param joint the command under which the set locks and moves
     */
    List<Outcome<NewOrder>> place(Run joint, List<Checked> checked, List<Run> runs) {
        List<PricedDraft> drafts = verified(checked, runs);
        List<PricedDraft> sound =
                drafts.stream().filter(draft -> !isRejected(draft)).toList();
        Map<Long, CreditState> credit = lockCredit(joint, sound);
        Map<Long, Plan> plans = plan(joint, sound);
        List<PricedDraft> wanted = sound.stream()
                .filter(draft -> !isUnwanted(draft, plans.get(draft.id())))
                .toList();
        wanted.forEach(draft -> {
            draft.holds().addAll(doubtHolds(draft));
            draft.holds().addAll(paymentHolds(draft));
        });
        takeCredit(joint, wanted, credit);
        verification.keep(wanted.stream().map(PricedDraft::verified).toList());
        Map<Run, List<StockMove>> moves = new LinkedHashMap<>();
        List<Outcome<NewOrder>> outcomes = new ArrayList<>(drafts.size());
        for (PricedDraft draft : drafts) {
            Plan plan = plans.get(draft.id());
            if (isRejected(draft)) {
                outcomes.add(Outcome.refused(DoubtRules.refusals(draft.verified())));
                continue;
            }
            if (isUnwanted(draft, plan)) {
                outcomes.add(Outcome.refused(List.of(PlacingRules.outOfStock())));
                continue;
            }
            outcomes.add(Outcome.done(NewOrder.of(draft, numbers.next(SERIES), plan)));
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

    /** Priced, and checked each also against those before it. */
    private List<PricedDraft> verified(List<Checked> checked, List<Run> runs) {
        List<List<OrderLine>> lines = new ArrayList<>(checked.size());
        List<Submission> submissions = new ArrayList<>(checked.size());
        for (int i = 0; i < checked.size(); i++) {
            long id = ids.next();
            lines.add(PlacingRules.lines(id, checked.get(i)));
            submissions.add(DoubtRules.submission(id, runs.get(i).at(), checked.get(i), lines.getLast()));
        }
        List<Verified> verified = verification.verify(submissions);
        List<PricedDraft> drafts = new ArrayList<>(checked.size());
        for (int i = 0; i < checked.size(); i++) {
            drafts.add(new PricedDraft(
                    runs.get(i),
                    checked.get(i).warned(DoubtRules.warnings(verified.get(i))),
                    lines.get(i),
                    OrderPricing.total(lines.get(i)),
                    verified.get(i),
                    new ArrayList<>()));
        }
        return drafts;
    }

    private static boolean isRejected(PricedDraft draft) {
        return !draft.verified().rejected().isEmpty();
    }

    private static boolean isUnwanted(PricedDraft draft, @Nullable Plan plan) {
        return PlacingRules.isUnwanted(draft.checked().request().draft(), plan);
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

    /** What is doubted waits until somebody has looked. */
    private List<Hold> doubtHolds(PricedDraft draft) {
        return draft.verified().held().stream()
                .map(finding -> hold(draft, DoubtRules.holdType(finding.check()), DoubtRules.holdReason(finding)))
                .toList();
    }

    /** A prepaid order whose payment is not (wholly) authorised waits for it. */
    private List<Hold> paymentHolds(PricedDraft draft) {
        HoldReason lack = PlacingRules.paymentLack(
                draft.checked().request().draft(), draft.money().total());
        return lack == null ? List.of() : List.of(hold(draft, HoldType.PAYMENT, lack));
    }

    /** The credit of those who buy on account, locked, so that two orders cannot both use the last of it. */
    private Map<Long, CreditState> lockCredit(Run joint, List<PricedDraft> drafts) {
        List<Long> onAccount = drafts.stream()
                .filter(PricedDraft::onAccount)
                .map(Placing::customerId)
                .distinct()
                .toList();
        return onAccount.isEmpty() ? Map.of() : customers.lockCredit(joint, onAccount);
    }

    private void takeCredit(Run joint, List<PricedDraft> drafts, Map<Long, CreditState> credit) {
        Map<Long, Long> added = new HashMap<>();
        for (PricedDraft draft : drafts) {
            if (draft.onAccount()) {
                long customer = customerId(draft);
                CreditState state = Objects.requireNonNull(credit.get(customer));
                long sum = added.merge(customer, draft.money().total(), Long::sum);
                HoldReason lack = PlacingRules.creditLack(state, sum);
                if (lack != null) {
                    draft.holds().add(hold(draft, HoldType.CREDIT, lack));
                }
            }
        }
        if (!added.isEmpty()) {
            customers.changeExposure(joint, added);
        }
    }

    private static long customerId(PricedDraft draft) {
        return Objects.requireNonNull(draft.checked().customer()).id();
    }

    private Hold hold(PricedDraft draft, HoldType type, HoldReason why) {
        return new Hold(
                ids.next(),
                draft.id(),
                HoldScope.ORDER,
                draft.id(),
                0,
                type,
                type.blocks(),
                why,
                "ACTIVE",
                "system:checks",
                draft.run().at(),
                null,
                null,
                null,
                null);
    }

    private Map<Long, Plan> plan(Run joint, List<PricedDraft> drafts) {
        List<Demand> demands = new ArrayList<>(drafts.size());
        for (PricedDraft draft : drafts) {
            Demand demand = PlacingRules.demand(draft.id(), draft.run().at(), draft.checked(), draft.lines());
            if (demand != null) {
                demands.add(demand);
            }
        }
        Map<Long, Plan> plans = new HashMap<>();
        if (!demands.isEmpty()) {
            promising.propose(joint, demands).forEach(plan -> plans.put(plan.orderId(), plan));
        }
        return plans;
    }
}
