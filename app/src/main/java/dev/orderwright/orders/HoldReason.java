package dev.orderwright.orders;

import dev.orderwright.shared.Language;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.verification.Finding;
import java.util.Arrays;
import java.util.List;

/**
 * Why a hold was placed: what somebody has written, or what the program has found, which is said in the language of who
 * reads.
 *
 * @param text as it was written; what the program has found in English
 * @param code what the program has found, stable; empty for what people write and for holds of before there were codes
 * @param values what the sentence speaks of, in its order
 */
public record HoldReason(String text, String code, List<String> values) {

    static final String NO_PAYMENT = "NO_PAYMENT";
    static final String NOT_AUTHORISED = "NOT_AUTHORISED";
    /** The limit and what would be owed, in minor units, and their currency. */
    static final String CREDIT_LIMIT = "CREDIT_LIMIT";

    private static final String KEY = "orders.HoldReason.";

    public HoldReason {
        values = List.copyOf(values);
    }

    /** What somebody has written. */
    static HoldReason written(String text) {
        return new HoldReason(text, "", List.of());
    }

    /** What the program has found. */
    static HoldReason found(String code, List<String> values) {
        HoldReason found = new HoldReason("", code, values);
        return new HoldReason(Texts.in(Language.ENGLISH, found::words), code, values);
    }

    /** In the language of who reads, as far as it has a code. */
    public String words() {
        if (Texts.has(KEY + code)) {
            return Texts.t(KEY + code, shown());
        }
        return Arrays.stream(Finding.Reason.values())
                .filter(reason -> reason.name().equals(code))
                .findFirst()
                .map(reason -> Finding.words(reason, values))
                .orElse(text);
    }

    private Object[] shown() {
        if (!code.equals(CREDIT_LIMIT)) {
            return values.toArray();
        }
        String currency = values.getLast();
        return values.stream()
                .limit(values.size() - 1)
                .map(minor -> Show.money(new Money(Long.parseLong(minor), currency)))
                .toArray();
    }
}
