package dev.orderwright.shipping;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What waits at the ship desk, and what has left it. Nothing here locks. */
@Component
public class ShipDesk {

    private final ShipDeskStore store;

    ShipDesk(ShipDeskStore store) {
        this.store = store;
    }

    /** The lists of packages that the desk works by. */
    public enum ParcelList {
        /** On the packing table. */
        PACKING,
        /** Closed, and nobody is buying a label, or the carrier refused one. */
        TO_LABEL,
        /** The carrier owes an answer about the label. */
        LABEL_ASKED,
        /** With a label, still in our hands. */
        TO_HAND_OVER,
        /** The carrier has it, and all is well. */
        UNDER_WAY,
        /** The carrier has it, and the promised day has passed. */
        LATE,
        /** The carrier has it, and says that something is wrong. */
        TROUBLE,
        /** With the customer. */
        DELIVERED
    }

    /**
     * Which packages are wanted.
     *
     * @param nodeId null for any
     * @param today what {@link ParcelList#LATE} is measured against
     */
    public record ParcelFilter(ParcelList list, @Nullable Long nodeId, LocalDate today) {}

    /**
     * A package in a list.
     *
     * @param label how far the purchase of its label is; null when none was ever wanted
     * @param problem why it has no label, in the carrier's words; else empty
     * @param labelAskedAt when the label was wanted
     */
    public record Row(
            Parcel parcel,
            @Nullable LabelState label,
            String problem,
            @Nullable Instant labelAskedAt) {}

    /**
     * How many packages there are of each kind.
     *
     * @param failedLabels the part of {@code toLabel} whose carrier refused
     * @param underWay the carrier has them, whether all is well or not; {@code late} and {@code trouble} are parts of it
     */
    public record Counts(
            long packing,
            Backlog toLabel,
            Backlog failedLabels,
            Backlog labelAsked,
            Backlog toHandOver,
            Backlog underWay,
            Backlog late,
            Backlog trouble) {

        public static final Counts NONE = new Counts(
                0, Backlog.NONE, Backlog.NONE, Backlog.NONE, Backlog.NONE, Backlog.NONE, Backlog.NONE, Backlog.NONE);

        /** What there is here and there. */
        public Counts and(Counts other) {
            return new Counts(
                    packing + other.packing,
                    toLabel.and(other.toLabel),
                    failedLabels.and(other.failedLabels),
                    labelAsked.and(other.labelAsked),
                    toHandOver.and(other.toHandOver),
                    underWay.and(other.underWay),
                    late.and(other.late),
                    trouble.and(other.trouble));
        }

        public Backlog of(ParcelList list) {
            return switch (list) {
                case PACKING -> new Backlog(packing, null);
                case TO_LABEL -> toLabel;
                case LABEL_ASKED -> labelAsked;
                case TO_HAND_OVER -> toHandOver;
                case UNDER_WAY -> underWay;
                case LATE -> late;
                case TROUBLE -> trouble;
                case DELIVERED -> Backlog.NONE;
            };
        }
    }

    /** Packages in our hands and under way with the oldest first, delivered ones with the newest first. */
    public Page<Row> list(ParcelFilter filter, @Nullable String cursor, int limit) {
        if (filter.list() == ParcelList.DELIVERED) {
            Cursor before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE, Long.MAX_VALUE));
            return Page.of(
                    store.delivered(filter, before.number(0), before.number(1), Page.rowsFor(limit)),
                    limit,
                    row -> Cursor.of(deliveredMicros(row), row.parcel().id()));
        }
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        return Page.of(
                store.open(filter, after, Page.rowsFor(limit)),
                limit,
                row -> Cursor.of(row.parcel().id()));
    }

    /** As exact as the database keeps times: what arrived in the same moment is neither skipped nor shown twice. */
    private static long deliveredMicros(Row row) {
        Instant at = row.parcel().journey().deliveredAt();
        return at == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /** How much there is at one node or (null) at all. Delivered ones are not counted. */
    /** Packages with a label that a carrier has to take along from a node. */
    public record Leaving(long nodeId, String carrier, long packages) {}

    public List<Leaving> leaving() {
        return store.leaving();
    }

    public Counts counts(@Nullable Long nodeId, LocalDate today) {
        return store.counts(nodeId, today);
    }
}
