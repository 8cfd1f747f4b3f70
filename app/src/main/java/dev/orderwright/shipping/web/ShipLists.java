package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.ShipDesk.ParcelList;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
        return named(asked)
                .orElse(
                        counts.toHandOver().count() == 0
                                        && counts.failedLabels().count() > 0
                                ? ParcelList.TO_LABEL
                                : ParcelList.TO_HAND_OVER);
    }

    static Optional<ParcelList> named(@Nullable String asked) {
        return SHOWN.stream().filter(list -> name(list).equals(asked)).findFirst();
    }

    /** Whether every package of it has a label. */
    static boolean isLabelled(ParcelList list) {
        return switch (list) {
            case TO_HAND_OVER, UNDER_WAY, LATE, TROUBLE, DELIVERED -> true;
            case PACKING, TO_LABEL, LABEL_ASKED -> false;
        };
    }

    static String name(ParcelList list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String url(ParcelList list) {
        return "/ship?list=" + name(list);
    }

    static List<Tab> tabs(ShipDesk.Counts counts, ParcelList active, Instant now) {
        return SHOWN.stream()
                .map(list -> tab(list, counts, list == active)
                        .waiting(counts.of(list).oldest(), now))
                .toList();
    }

    private static Tab tab(ParcelList list, ShipDesk.Counts counts, boolean active) {
        String count =
                list == ParcelList.DELIVERED ? "" : Show.number(counts.of(list).count());
        return new Tab(title(list), url(list), count, active, tone(list, counts));
    }

    static Tone tone(ParcelList list, ShipDesk.Counts counts) {
        boolean bad = list == ParcelList.TO_LABEL && counts.failedLabels().count() > 0
                || list == ParcelList.LATE && counts.late().count() > 0
                || list == ParcelList.TROUBLE && counts.trouble().count() > 0;
        return bad ? Tone.BAD : Tone.NEUTRAL;
    }

    static String title(ParcelList list) {
        return switch (list) {
            case PACKING -> t("shipping.shipLists.beingPacked");
            case TO_LABEL -> t("shipping.shipLists.noLabel");
            case LABEL_ASKED -> t("shipping.shipLists.labelAsked");
            case TO_HAND_OVER -> t("shipping.shipLists.readyToLeave");
            case UNDER_WAY -> t("shipping.shipLists.onTheWay");
            case LATE -> t("shipping.shipLists.late");
            case TROUBLE -> t("shipping.shipLists.trouble");
            case DELIVERED -> t("shipping.shipLists.delivered");
        };
    }

    /** What the column with a day means. */
    static String dated(ParcelList list) {
        return switch (list) {
            case PACKING, TO_LABEL, LABEL_ASKED, TO_HAND_OVER -> t("shared.word.leavesOn");
            case UNDER_WAY, LATE, TROUBLE -> t("shipping.shipLists.promisedFor");
            case DELIVERED -> t("shipping.shipLists.delivered");
        };
    }

    static String emptyTitle(ParcelList list) {
        return switch (list) {
            case PACKING -> t("shipping.shipLists.nothingIsBeingPacked");
            case TO_LABEL -> t("shipping.shipLists.everyClosedPackageHasIts");
            case LABEL_ASKED -> t("shipping.shipLists.everyCarrierHasAnswered");
            case TO_HAND_OVER -> t("shipping.shipLists.nothingWaitsToLeave");
            case UNDER_WAY -> t("shipping.shipLists.nothingIsOnTheWay");
            case LATE -> t("shipping.shipLists.nothingIsLate");
            case TROUBLE -> t("shipping.shipLists.noCarrierReportsTrouble");
            case DELIVERED -> t("shipping.shipLists.nothingHasArrivedYet");
        };
    }

    static String emptyText(ParcelList list) {
        return switch (list) {
            case PACKING -> t("shipping.shipLists.packagesAreBegunAtThe");
            case TO_LABEL -> t("shipping.shipLists.whatACarrierRefusesWaits");
            case LABEL_ASKED -> t("shipping.shipLists.aLabelWhoseCarrierDoes");
            case TO_HAND_OVER -> t("shipping.shipLists.packagesComeHereFromThe");
            case UNDER_WAY -> t("shipping.shipLists.whatIsHandedOverShows");
            case LATE -> t("shipping.shipLists.whatIsUnderWayPast");
            case TROUBLE -> t("shipping.shipLists.whenNobodyWasThereOr");
            case DELIVERED -> t("shipping.shipLists.theLastToArriveStands");
        };
    }
}
