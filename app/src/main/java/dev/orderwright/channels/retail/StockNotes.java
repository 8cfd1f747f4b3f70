package dev.orderwright.channels.retail;

import dev.orderwright.inventory.AdjustmentReason;
import java.util.Locale;

/** Reads the remarks that people typed beside a stock adjustment ({@code "damages"}, {@code "thrown away"}). Pure. */
final class StockNotes {

    private static final int NOTE_LENGTH_MAX = 200;

    private StockNotes() {}

    static AdjustmentReason reason(RetailLine line) {
        String note = line.description().toLowerCase(Locale.ROOT);
        if (line.quantity() > 0) {
            return note.contains("found") ? AdjustmentReason.FOUND : AdjustmentReason.CORRECTION;
        }
        if (says(note, "damage", "broken", "smashed", "crushed", "cracked", "wet", "rust", "mouldy", "faulty")) {
            return AdjustmentReason.DAMAGED;
        }
        if (says(note, "lost", "missing", "can't find", "cant find")) {
            return AdjustmentReason.LOST;
        }
        return says(note, "sample") ? AdjustmentReason.SAMPLE : AdjustmentReason.WRITE_OFF;
    }

    private static boolean says(String note, String... words) {
        for (String word : words) {
            if (note.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** The remark, or that there is none. */
    static String note(RetailLine line) {
        String note = line.description().isEmpty() ? "no remark" : line.description();
        return note.length() <= NOTE_LENGTH_MAX ? note : note.substring(0, NOTE_LENGTH_MAX);
    }
}
