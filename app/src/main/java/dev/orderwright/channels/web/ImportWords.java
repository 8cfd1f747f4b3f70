package dev.orderwright.channels.web;

import static dev.orderwright.shared.Texts.t;

/** What is being done with a file, in the language of who looks; it is kept in English. */
final class ImportWords {

    private ImportWords() {}

    static String phase(String kept) {
        return switch (kept) {
            case "Waiting" -> t("channels.phase.waiting");
            case "Reading the file" -> t("channels.phase.reading");
            case "Rehearsing" -> t("channels.phase.rehearsing");
            case "Preparing articles and customers" -> t("channels.phase.preparing");
            case "Placing orders" -> t("channels.phase.placing");
            case "Delivering and collecting what is due" -> t("channels.phase.delivering");
            default -> kept;
        };
    }
}
