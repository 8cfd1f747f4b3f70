package dev.orderwright.launcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The result of a check of the books as lines of text. */
final class BooksPage {

    private static final int CULPRITS_SHOWN_MAX = 20;

    private BooksPage() {}

    static List<String> lines(JsonNode books) {
        List<String> lines = new ArrayList<>();
        int width = "law".length();
        int drifting = 0;
        for (JsonNode law : books.path("laws")) {
            width = Math.max(width, name(law).length());
            drifting += law.path("drifts").asLong(0) > 0 ? 1 : 0;
        }
        lines.add(row(width, "law", "checked", "drifts"));
        for (JsonNode law : books.path("laws")) {
            lines.add(row(width, name(law), number(law.path("checked")), number(law.path("drifts"))));
            addCulprits(lines, law.path("culprits"));
        }
        lines.add("");
        lines.add(verdict(books, drifting));
        return lines;
    }

    private static String verdict(JsonNode books, int drifting) {
        int laws = books.path("laws").size();
        String when = "checked at " + books.path("checkedAt").asString("?") + " in " + number(books.path("tookMillis"))
                + " ms";
        return books.path("balanced").asBoolean()
                ? "The books balance: " + laws + " laws hold, " + when
                : "The books do not balance: " + drifting + " of " + laws + " laws drift, " + when;
    }

    private static void addCulprits(List<String> lines, JsonNode culprits) {
        int shown = 0;
        for (JsonNode culprit : culprits) {
            if (shown == CULPRITS_SHOWN_MAX) {
                lines.add("    and " + (culprits.size() - shown) + " more; --json lists them all");
                return;
            }
            lines.add("    " + culprit.path("culprit").asString("?") + ": expected "
                    + culprit.path("expected").asString("?") + ", found "
                    + culprit.path("found").asString("?"));
            shown++;
        }
    }

    private static String name(JsonNode law) {
        return law.path("id").asString("") + "  " + law.path("title").asString("");
    }

    private static String number(JsonNode figure) {
        return String.format(Locale.ROOT, "%,d", figure.asLong(0));
    }

    private static String row(int width, String name, String checked, String drifts) {
        return String.format(Locale.ROOT, "%-" + width + "s  %12s  %8s", name, checked, drifts);
    }
}
