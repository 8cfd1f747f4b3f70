package dev.orderwright.shared.ui;

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
                        sentence(fact.fact().type()),
                        Show.actor(fact.actor()),
                        Tone.NEUTRAL,
                        fact.fact().data().entrySet().stream()
                                .map(entry -> sentence(entry.getKey()) + ": " + entry.getValue())
                                .toList()))
                .toList();
    }

    /** {@code ItemTakenOffSale} becomes {@code Item taken off sale}. */
    private static String sentence(String camel) {
        String words = camel.replaceAll("(?<=[a-z])([A-Z])", " $1").toLowerCase(java.util.Locale.ROOT);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
