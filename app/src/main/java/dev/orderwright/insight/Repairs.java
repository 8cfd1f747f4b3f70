package dev.orderwright.insight;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customers;
import dev.orderwright.inventory.StockRepairs;
import dev.orderwright.orders.PromiseRepairs;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Repair entries for the books: where one side of a law is the truth and the other follows from it, the other is put
 * right, with who did it and why. Where no side is, nothing is offered and the reason is said.
 */
@Component
public class Repairs {

    private static final int REASON_LENGTH_MIN = 3;
    private static final int REASON_LENGTH_MAX = 300;

    private final Commands commands;
    private final BooksStore books;
    private final StockRepairs stock;
    private final PromiseRepairs promises;
    private final Customers customers;

    Repairs(Commands commands, BooksStore books, StockRepairs stock, PromiseRepairs promises, Customers customers) {
        this.commands = commands;
        this.books = books;
        this.stock = stock;
        this.promises = promises;
        this.customers = customers;
    }

    /**
     * What can be done about the drifts of a law.
     *
     * @param possible whether there is a repair
     * @param what what it does; or why there is none
     */
    public record Offer(boolean possible, String what) {}

    /** The answer: what was changed, in sentences. */
    public record Repaired(String law, List<String> changes) {}

    /** A repair that was booked. */
    public record Entry(
            long id,
            String law,
            String subjectKind,
            long subjectId,
            List<String> changes,
            String reason,
            String actor,
            Instant at) {}

    /** The newest first. */
    public List<Entry> latest(int limit) {
        return books.repairs(limit);
    }

    public static Offer offer(String law) {
        return RepairRules.offer(law);
    }

    /**
     * Books a repair for one culprit of a law.
     *
     * @param subjectId of the culprit: the item, the order, the customer
     * @param reason why the person believes that this is right; kept for ever
     */
    public Outcome<Repaired> repair(Cause cause, String law, long subjectId, String reason) {
        String why = reason.strip();
        if (why.length() < REASON_LENGTH_MIN || why.length() > REASON_LENGTH_MAX) {
            return Outcome.refused(
                    List.of(Refusal.of("reason-missing", "reason", t("insight.refusal.sayWhyInToCharacters"))));
        }
        if (!offer(law).possible()) {
            return Outcome.refused(
                    List.of(Refusal.of("no-repair", "law", offer(law).what())));
        }
        List<Object> content = List.of(law, subjectId, why);
        return commands.once(cause, "repair-books", content, Repaired.class, run -> book(run, law, subjectId, why));
    }

    private Outcome<Repaired> book(Run run, String law, long subjectId, String reason) {
        Outcome<List<String>> outcome = switch (law) {
            case RepairRules.STOCK -> stock.balancesFollowLedger(run, subjectId);
            case RepairRules.BINS -> stock.binsFollowBalances(run, subjectId);
            case RepairRules.PROMISES -> promises.stockFollowsPromises(run, subjectId);
            case RepairRules.ORDER_STATES -> promises.orderFollowsSlices(run, subjectId);
            case RepairRules.EXPOSURE -> exposureFollowsWhatIsOwed(run, subjectId);
            default -> throw new IllegalStateException("a repair is offered and not known: " + law);
        };
        if (outcome instanceof Outcome.Done<List<String>>(List<String> changes, boolean replayed)) {
            if (changes.isEmpty()) {
                return Outcome.refused("nothing-to-repair", t("insight.refusal.thereIsNoSuchDrift"));
            }
            String kind = RepairRules.subjectKind(law);
            books.insertRepair(run, law, kind, subjectId, changes, reason);
            run.fact(new Fact(
                    kind, subjectId, "BooksRepaired", Facts.data("law", law, "changes", changes, "reason", reason)));
        }
        return outcome.map(changes -> new Repaired(law, changes));
    }

    /** Whoever changes what a customer owes holds the lock of his credit, so both are read under it. */
    private Outcome<List<String>> exposureFollowsWhatIsOwed(Run run, long customerId) {
        CreditState credit = customers.lockCredit(run, List.of(customerId)).get(customerId);
        if (credit == null) {
            return Outcome.refused("unknown-customer", t("insight.refusal.thereIsNoSuchCustomer"));
        }
        Long owed = books.owed(customerId).orElse(null);
        if (owed == null) {
            return Outcome.done(List.of());
        }
        if (owed < 0) {
            return Outcome.refused("owes-less-than-nothing", t("insight.refusal.hisOrdersAndInvoicesSum"));
        }
        customers.changeExposure(run, Map.of(customerId, owed - credit.exposureMinor()));
        return Outcome.done(List.of("ordered and owed: " + credit.exposureMinor() + " → " + owed + " (minor units of "
                + credit.currency() + ")"));
    }
}
