package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What happens between the packing table and the customer's door: labels, hand-over, tracking. */
@Component
public class Shipping {

    private static final String NOTHING = "nothing-known";
    private static final int ROUND_MAX = 200;

    private final Commands commands;
    private final LabelDesk labels;
    private final HandingOver handingOver;
    private final Tracking tracking;
    private final Polling polling;
    private final WritingOff writingOff;

    Shipping(
            Commands commands,
            LabelDesk labels,
            HandingOver handingOver,
            Tracking tracking,
            Polling polling,
            WritingOff writingOff) {
        this.commands = commands;
        this.labels = labels;
        this.handingOver = handingOver;
        this.tracking = tracking;
        this.polling = polling;
        this.writingOff = writingOff;
    }

    /**
     * Buys labels; each package is answered for apart. A package that is answered without a tracking number waits for its
     * carrier. Refusals: {@code not-sealed}, {@code not-complete}, {@code ship-complete}, {@code cancel-asked}, {@code
     * label-bought}, {@code label-failed}, {@code unknown-package}.
     *
     * @param partial ship what is packed, the rest follows: a person has to choose that
     */
    public Outcome<PackResults> label(Cause cause, List<Long> packageIds, boolean partial) {
        return labels.buy(cause, packageIds, partial);
    }

    /** The label of one package; refused as a whole. */
    public Outcome<PackResult> label(Cause cause, long packageId, boolean partial) {
        return label(cause, packageId, partial, null);
    }

    /** The same for a package as the caller saw it; else {@code stale-version}. */
    public Outcome<PackResult> label(Cause cause, long packageId, boolean partial, @Nullable Integer version) {
        return labels.buyOne(cause, packageId, partial, version);
    }

    /** Takes labels off packages that have not left, and gives them back to their carriers. Refusals: {@code no-label}. */
    public Outcome<PackResults> voidLabels(Cause cause, List<Long> packageIds) {
        return labels.voidLabels(cause, packageIds);
    }

    /**
     * Takes the label off one package; refused as a whole. Refusals: {@code no-label}, {@code unknown-package}, {@code
     * stale-version}.
     *
     * @param version what the caller saw; null when any will do
     */
    public Outcome<PackResult> voidLabel(Cause cause, long packageId, @Nullable Integer version) {
        return labels.voidOne(cause, packageId, version);
    }

    /**
     * Hands packages to their carriers. What may not leave stays, and is told apart: {@code no-label}, {@code
     * already-gone}, {@code cancel-asked}, {@code held}, {@code unknown-package}.
     */
    public Outcome<HandedOver> handOver(Cause cause, List<Long> packageIds) {
        return commands.once(
                cause,
                "hand-over",
                packageIds,
                HandedOver.class,
                run -> Outcome.done(handingOver.handOver(run, packageIds)));
    }

    /** Books what carriers have seen; late, twice and in any order. */
    public Outcome<Tracked> track(Cause cause, List<TrackingEvent> events) {
        return commands.once(cause, "track", events, Tracked.class, run -> Outcome.done(tracking.book(run, events)));
    }

    /** Gives a parcel up as lost or damaged. Refusals: {@code not-under-way}, {@code no-reason}, {@code stale-version}, {@code unknown-package}. */
    public Outcome<PackResult> writeOff(Cause cause, WriteOff wish) {
        return commands.once(cause, "write-off-package", wish, PackResult.class, run -> {
            PackResult result = writingOff.writeOff(run, wish);
            return result.wasDone() ? Outcome.done(result) : Outcome.refused(result.refusals());
        });
    }

    /**
     * One round of asking carriers about the parcels whose turn has come at the cause's time; returns how many there
     * were. The built-in carrier has seen what it would have seen by then.
     */
    public int poll(Cause cause, int limit) {
        return polling.round(cause, limit);
    }

    /**
     * One round over what was left behind: labels whose carrier has not answered, and events of parcels that were not
     * known when they came. Returns how much there was.
     */
    public int work(Cause cause) {
        List<Integer> found = new ArrayList<>();
        commands.once(cause, "book-known-events", "", Integer.class, run -> {
            int events = tracking.bookKnown(run, ROUND_MAX);
            found.add(events);
            // A round that finds nothing is no command to remember.
            return events > 0
                    ? Outcome.done(events)
                    : Outcome.refused(Refusal.of(NOTHING, t("shipping.refusal.nothingIsKnownYet")));
        });
        return labels.retry(cause, ROUND_MAX) + (found.isEmpty() ? 0 : found.getLast());
    }
}
