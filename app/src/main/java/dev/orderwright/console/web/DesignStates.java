package dev.orderwright.console.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Effect;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.QuantityBar;
import dev.orderwright.shared.ui.QuantityBar.Part;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.TodayTile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The components where it gets tight: nothing, very many, very long, refused, on the way, and from right to left.
 *
 * @param effects of a question: nothing known yet, what will change, why it cannot be done
 */
public record DesignStates(
        List<Tab> manyTabs,
        List<Chip> longChips,
        TodayPage.Tiles tiles,
        List<Field> fields,
        List<KeyValue> facts,
        List<Effect> effects,
        QuantityBar bar,
        List<Tab> hebrewTabs,
        List<Chip> hebrewChips,
        List<Field> hebrewFields) {

    private static final Instant NOW = Instant.EPOCH;
    private static final String LONG =
            "Hand-blown recycled glass candlestick with antique silver finish, set of twelve,"
                    + " including spare parts and a hand-written card";

    static DesignStates samples() {
        return new DesignStates(
                IntStream.rangeClosed(1, 12)
                        .mapToObj(n -> Tab.of("Saved view number " + n, "/design?view=" + n, "" + n * 1_117, n == 3)
                                .waiting(NOW.minus(Duration.ofHours(7L * n)), NOW))
                        .toList(),
                List.of(
                        Chip.of(LONG, Tone.WARN),
                        Chip.of("Held: credit", Tone.BAD).leadingTo("/exceptions"),
                        Chip.of("Donaudampfschifffahrtsgesellschaft", Tone.INFO)),
                new TodayPage.Tiles(
                        List.of(
                                tile("Nothing waits", 0, Tone.NEUTRAL, "all gone"),
                                tile("Very many", 1_234_567, Tone.BAD, LONG),
                                tile("Packed, labelled, not yet handed over", 3, Tone.WARN, "next cut-off 16:00")),
                        List.of("Payments")),
                List.of(
                        Field.text("longValue", LONG, LONG).hint(LONG),
                        Field.text("wrongValue", "Postcode", "LS1 4A")
                                .errorsOf(List.of(Refusal.of("bad-postcode", "wrongValue", LONG)))),
                List.of(KeyValue.of("Empty", ""), KeyValue.of(LONG, LONG), KeyValue.number("Total", "-1,204,999.50")),
                List.of(
                        Effect.NONE,
                        new Effect(
                                List.of(
                                        new Effect.Change("Leeds, available", "12", "4", "3 are reserved", false),
                                        new Effect.Change("Leeds, damaged", "0", "-1", "", true)),
                                List.of("Two orders get another date."),
                                List.of()),
                        Effect.refused(List.of("Only 4 are there; nothing was changed."))),
                new QuantityBar(List.of(new Part("RESERVED", 9_999_999), new Part("BACKORDERED", 1))),
                List.of(Tab.of("הכול", "/design", "2,310", true), Tab.of("פתוחות", "/design", "184", false)),
                List.of(Chip.of("מאושרת", Tone.GOOD), Chip.of("מוחזקת: אשראי", Tone.BAD)),
                List.of(
                        Field.text("hebrewName", "שם הלקוח", "דנה לוי"),
                        Field.text("hebrewNote", "הערה", "")
                                .errorsOf(List.of(Refusal.of("missing", "hebrewNote", "יש לכתוב הערה.")))));
    }

    private static TodayPage.Tile tile(String title, long count, Tone tone, String hint) {
        return TodayPage.Tile.of(
                new TodayTile(title, count, "/design", tone, hint, 1).waitingSince(NOW.minus(Duration.ofDays(9))), NOW);
    }
}
