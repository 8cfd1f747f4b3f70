package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the pages of both logs share: their filters, and the way through them. */
final class LogLinks {

    private static final String CURSOR = "cursor";

    private LogLinks() {}

    static Link of(String list, LogInput in) {
        return Link.to(list)
                .with("what", in.what())
                .with("about", in.name().isEmpty() ? "" : in.about())
                .with("name", in.name())
                .with("by", in.by())
                .with("from", in.from())
                .with("until", in.until());
    }

    /**
     * @param whats what there is to choose from; what the address names and is not among it is added
     * @param kinds of things
     */
    static List<Field> fields(LogInput in, String label, Map<String, String> whats, Map<String, String> kinds) {
        return List.of(
                Field.select("what", label, in.what(), choices(in.what(), whats)),
                Field.select("about", t("shared.word.about"), in.about(), choices(in.about(), kinds)),
                Field.text("name", t("operations.logs.name"), in.name()),
                Field.text("by", t("shared.word.by"), in.by()),
                Field.date("from", t("operations.logs.from"), in.from()),
                Field.date("until", t("operations.logs.until"), in.until()));
    }

    private static Map<String, String> choices(String chosen, Map<String, String> known) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", t("operations.logs.anything"));
        choices.putAll(known);
        if (!choices.containsKey(chosen)) {
            choices.put(chosen, chosen);
        }
        return choices;
    }

    /** @param lookedBackTo empty when everything was looked through that belongs on the page */
    static Pager pager(int rows, @Nullable String next, String lookedBackTo, Link first, @Nullable String cursor) {
        String many = Show.number(rows);
        String firstUrl = cursor == null ? "" : first.toString();
        String nextUrl = next == null ? "" : first.with(CURSOR, next).toString();
        return lookedBackTo.isEmpty()
                ? new Pager(t("operations.logs.shown", many), firstUrl, nextUrl)
                : new Pager(
                        t("operations.logs.lookedBack", many, lookedBackTo),
                        firstUrl,
                        nextUrl,
                        t("operations.logs.lookFurther"));
    }
}
