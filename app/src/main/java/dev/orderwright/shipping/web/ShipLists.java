package dev.orderwright.shipping.web;

import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.ShipDesk.ParcelList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The lists of the ship desk, in words. */
final class ShipLists {

    private static final List<ParcelList> SHOWN = List.of(
            ParcelList.TO_HAND_OVER,
            ParcelList.TO_LABEL,
            ParcelList.LABEL_ASKED,
            ParcelList.UNDER_WAY,
            ParcelList.LATE,
            ParcelList.TROUBLE,
            ParcelList.DELIVERED);

    private ShipLists() {}

    /** The list that is asked for, else what is to leave. */
    static ParcelList named(@Nullable String asked, ShipDesk.Counts counts) {
        return SHOWN.stream()
                .filter(list -> name(list).equals(asked))
                .findFirst()
                .orElse(
                        counts.toHandOver() == 0 && counts.failedLabels() > 0
                                ? ParcelList.TO_LABEL
                                : ParcelList.TO_HAND_OVER);
    }

    static String name(ParcelList list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String url(ParcelList list) {
        return "/ship?list=" + name(list);
    }

    static List<Tab> tabs(ShipDesk.Counts counts, ParcelList active) {
        return SHOWN.stream().map(list -> tab(list, counts, list == active)).toList();
    }

    private static Tab tab(ParcelList list, ShipDesk.Counts counts, boolean active) {
        String count = list == ParcelList.DELIVERED ? "" : Show.number(counts.of(list));
        return new Tab(title(list), url(list), count, active, tone(list, counts));
    }

    static Tone tone(ParcelList list, ShipDesk.Counts counts) {
        boolean bad = list == ParcelList.TO_LABEL && counts.failedLabels() > 0
                || list == ParcelList.LATE && counts.late() > 0
                || list == ParcelList.TROUBLE && counts.trouble() > 0;
        return bad ? Tone.BAD : Tone.NEUTRAL;
    }

    static String title(ParcelList list) {
        return switch (list) {
            case PACKING -> "Being packed";
            case TO_LABEL -> "No label";
            case LABEL_ASKED -> "Label asked";
            case TO_HAND_OVER -> "Ready to leave";
            case UNDER_WAY -> "On the way";
            case LATE -> "Late";
            case TROUBLE -> "Trouble";
            case DELIVERED -> "Delivered";
        };
    }

    /** What the column with a day means. */
    static String dated(ParcelList list) {
        return switch (list) {
            case PACKING, TO_LABEL, LABEL_ASKED, TO_HAND_OVER -> "Leaves on";
            case UNDER_WAY, LATE, TROUBLE -> "Promised for";
            case DELIVERED -> "Delivered";
        };
    }

    static String emptyTitle(ParcelList list) {
        return switch (list) {
            case PACKING -> "Nothing is being packed";
            case TO_LABEL -> "Every closed package has its label";
            case LABEL_ASKED -> "Every carrier has answered";
            case TO_HAND_OVER -> "Nothing waits to leave";
            case UNDER_WAY -> "Nothing is on the way";
            case LATE -> "Nothing is late";
            case TROUBLE -> "No carrier reports trouble";
            case DELIVERED -> "Nothing has arrived yet";
        };
    }

    static String emptyText(ParcelList list) {
        return switch (list) {
            case PACKING -> "Packages are begun at the packing table.";
            case TO_LABEL -> "What a carrier refuses waits here, with its reason, until somebody tries again.";
            case LABEL_ASKED -> "A label whose carrier does not answer waits here; it is asked again by itself.";
            case TO_HAND_OVER -> "Packages come here from the packing table, as soon as they have their label.";
            case UNDER_WAY -> "What is handed over shows up here, with the last that its carrier has seen.";
            case LATE -> "What is under way past the day it was promised for shows up here.";
            case TROUBLE -> "When nobody was there, or a parcel comes back, it shows up here.";
            case DELIVERED -> "The last to arrive stands first.";
        };
    }
}
