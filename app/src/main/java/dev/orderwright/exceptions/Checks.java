package dev.orderwright.exceptions;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.util.Collection;
import java.util.List;

/** What is asked of every set of exceptions that somebody wants to do something with. */
final class Checks {

    private Checks() {}

    /** @param others what is wrong besides; it is said alone */
    static List<Refusal> set(Collection<Long> ids, int max, List<Refusal> others) {
        if (!others.isEmpty()) {
            return others;
        }
        if (ids.isEmpty()) {
            return List.of(Refusal.of("nothing-chosen", "exceptions", t("exceptions.refusal.chooseOne")));
        }
        return ids.size() > max
                ? List.of(Refusal.of("too-many", "exceptions", t("exceptions.refusal.atMostAtOnce", max)))
                : List.of();
    }
}
