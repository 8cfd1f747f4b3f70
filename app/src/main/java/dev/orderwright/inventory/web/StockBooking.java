package dev.orderwright.inventory.web;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Effect;
import java.util.List;
import java.util.function.Function;

/**
 * What a form about stock says, read and understood: what it will change, and the command that does it.
 *
 * @param refusals what could not be understood; then nothing is to be run
 * @param run answers with what was done, in a sentence
 * @param itemId the item it is about, 0 when it is about several
 */
record StockBooking(Effect effect, List<Refusal> refusals, Function<Cause, Outcome<String>> run, long itemId) {

    static StockBooking refused(Effect effect, List<Refusal> refusals) {
        return new StockBooking(effect, refusals, cause -> Outcome.refused(refusals), 0);
    }

    /** The refusals under the names of the form's fields, which has one line of what the facade takes many of. */
    static List<Refusal> named(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> Refusal.of(
                        refusal.code(),
                        refusal.field()
                                .replaceFirst("^lines\\[\\d+]\\..*$", "lines")
                                .replaceFirst("^[a-z]+\\[\\d+]\\.", ""),
                        refusal.reason()))
                .toList();
    }
}
