package dev.orderwright.verification;

import static dev.orderwright.shared.Texts.t;

import java.util.List;

/**
 * What a check has found.
 *
 * @param evidence what the reason speaks of, in its order
 */
public record Finding(Check check, Verdict verdict, Reason reason, List<String> evidence) {

    /** What exactly. */
    public enum Reason {
        /** The part, what stands there, what one would expect, the region, the country. */
        ADDRESS_PART_MISSING,
        NOT_A_POSTCODE,
        NOT_A_POSTCODE_SUCH_AS,
        NOT_A_REGION,
        ELSEWHERE,
        ELSEWHERE_IN,
        /** Minutes since, the id of the earlier order. */
        ORDERED_TWICE,
        /** Orders, within so many minutes. */
        ORDERS_OFTEN,
        /** SKU, price, list price, per cent below, currency. */
        FAR_BELOW_LIST,
        /** SKU, quantity. */
        SO_MANY,
        /** SKU, quantity of the order, the pack, the next lower quantity, the next higher one. */
        NOT_IN_PACKS,
        /** SKU, quantity of the order, the pack, the only quantity nearby that would do. */
        NOT_IN_PACKS_NEAR,
        /** SKU, quantity of the order, the least of one order, the next quantity that would do. */
        LESS_THAN_LEAST,
        /** SKU, quantity of the order, the most of one order, the next quantity that would do. */
        MORE_THAN_MOST,
        /** Total, currency. */
        WORTH_A_LOOK
    }

    /** In words, for people. */
    public String words() {
        return words(reason, evidence);
    }

    /** The same for what was kept of one. */
    public static String words(Reason reason, List<String> evidence) {
        Object[] values = evidence.toArray();
        if (reason == Reason.ADDRESS_PART_MISSING) {
            values[0] = t("verification.part." + evidence.getFirst());
        }
        return t("verification.FindingReason." + reason, values);
    }
}
