package dev.orderwright.shared.ui;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Facts.RecordedFact;
import java.util.List;

/** The facts about a thing as a timeline, newest first, each with its data behind a "why". */
public final class History {

    private History() {}

    public static List<TimelineEntry> of(List<RecordedFact> oldestFirst, Show show) {
        return oldestFirst.reversed().stream()
                .map(fact -> new TimelineEntry(
                        show.moment(fact.at()),
                        fact.at().toString(),
                        FactWords.happened(fact.fact().type()),
                        Show.actor(fact.actor()),
                        Tone.NEUTRAL,
                        fact.fact().data().entrySet().stream()
                                .map(entry ->
                                        capital(FactWords.detail(entry.getKey())) + ": " + value(entry.getValue()))
                                .toList()))
                .toList();
    }

    static String value(Object value) {
        return value instanceof Boolean yes ? t(yes ? "shared.word.yes" : "shared.word.no") : String.valueOf(value);
    }

    private static String capital(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
