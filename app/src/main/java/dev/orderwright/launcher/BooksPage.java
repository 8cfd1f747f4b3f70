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
        int idWidth = 0;
        int titleWidth = "law".length();
        int drifting = 0;
        for (JsonNode law : books.path("laws")) {
            idWidth = Math.max(idWidth, text(law, "id").length());
            titleWidth = Math.max(titleWidth, text(law, "title").length());
            drifting += law.path("drifts").asLong(0) > 0 ? 1 : 0;
        }
        String row = "%-" + idWidth + "s  %-" + titleWidth + "s  %12s  %8s";
        List<String> lines = new ArrayList<>();
        lines.add(String.format(Locale.ROOT, row, "", "law", "checked", "drifts"));
        for (JsonNode law : books.path("laws")) {
            String checked = number(law.path("checked"));
            lines.add(String.format(
                    Locale.ROOT, row, text(law, "id"), text(law, "title"), checked, number(law.path("drifts"))));
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

    private static String text(JsonNode law, String field) {
        return law.path(field).asString("");
    }

    private static String number(JsonNode figure) {
        return String.format(Locale.ROOT, "%,d", figure.asLong(0));
    }
}
