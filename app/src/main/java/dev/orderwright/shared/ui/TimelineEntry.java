package dev.orderwright.shared.ui;

import java.util.List;

/**
 * One thing that happened: who, what, why, when.
 *
 * @param when ready to read, with weekday and zone
 * @param instant the same for machines (ISO 8601)
 * @param what one sentence
 * @param who a person, a client or an automatic process
 * @param why the reason and the alternatives, each a line; empty for none
 */
public record TimelineEntry(String when, String instant, String what, String who, Tone tone, List<String> why) {

    public TimelineEntry {
        why = List.copyOf(why);
    }
}
