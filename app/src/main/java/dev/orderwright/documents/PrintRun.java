package dev.orderwright.documents;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import java.util.List;

/** What somebody wants to have printed together: something, and not more than one file should hold. */
public final class PrintRun {

    /** Papers in one file; a few seconds of work and a few megabytes. */
    public static final int PAPERS_MAX = 200;

    private PrintRun() {}

    /**
     * The papers that were chosen.
     *
     * @param field by which the request chooses them
     * @throws ApiRefusal when nothing is chosen or too much
     */
    public static <T> List<T> of(String field, List<T> chosen) {
        if (chosen.isEmpty()) {
            throw ApiRefusal.badRequest(Refusal.of("missing", field, t("shared.refusal.printNothing")));
        }
        if (chosen.size() > PAPERS_MAX) {
            throw ApiRefusal.badRequest(Refusal.of("too-many", field, t("shared.refusal.printAtMost", PAPERS_MAX)));
        }
        return chosen;
    }
}
