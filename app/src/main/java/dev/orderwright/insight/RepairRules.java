package dev.orderwright.insight;

import dev.orderwright.insight.Repairs.Offer;
import java.util.Map;

/** For which laws there is a right repair, what it does, and why there is none for the others. */
final class RepairRules {

    static final String STOCK = "stock-is-its-moves";
    static final String BINS = "bins-hold-the-shelf";
    static final String PROMISES = "reserved-is-promised";
    static final String ORDER_STATES = "order-states";
    static final String EXPOSURE = "exposure-is-owed";

    private static final Map<String, Offer> OFFERS = Map.of(
            STOCK,
            new Offer(
                    true,
                    "Sets the balances of the item to the sums of its movements. The ledger stays as it is; if the shelf"
                            + " says something else, adjust afterwards."),
            BINS,
            new Offer(
                    true,
                    "Makes the bins hold what the balances say: what is missing is laid into the bin MAIN, what is too"
                            + " much is taken from there first. Count the bins afterwards."),
            PROMISES,
            new Offer(
                    true,
                    "Moves units between available, reserved and picked until orders hold what is reserved: a leaked"
                            + " reservation becomes available again, a missing one is made if there is stock."),
            ORDER_STATES,
            new Offer(true, "Derives again from its units what the order says of them. No unit changes."),
            EXPOSURE,
            new Offer(true, "Sets what the customer owes to the sum of his open orders on account and open invoices."));

    private static final Offer MONEY = new Offer(
            false,
            "No repair: two money documents contradict each other and neither is the truth. Look at the order, and correct"
                    + " it with a credit note, a refund or a settlement.");
    private static final Offer UNITS = new Offer(
            false,
            "No repair: what a customer ordered and what was done with it contradict each other. Look at the order, and"
                    + " cancel or take back what is wrong.");
    private static final Offer HISTORY = new Offer(
            false, "No repair: what is missing is a part of the history, and history is never made up afterwards.");

    private static final Offer BY_MOVEMENTS =
            new Offer(false, "No repair of its own: the balances of the item are repaired from its movements, above.");

    private RepairRules() {}

    static Offer offer(String law) {
        Offer offer = OFFERS.get(law);
        if (offer != null) {
            return offer;
        }
        return switch (law) {
            case "units-of-lines", "slices-have-lines", "order-ends", "ended-orders", "order-totals" -> UNITS;
            case "causes", "numbers-without-gaps", "promises-lead-on" -> HISTORY;
            case "nothing-below-zero" -> BY_MOVEMENTS;
            default -> MONEY;
        };
    }

    static String subjectKind(String law) {
        return switch (law) {
            case ORDER_STATES -> "order";
            case EXPOSURE -> "customer";
            default -> "item";
        };
    }
}
