package dev.orderwright.shipping;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import dev.orderwright.shipping.Parcel.Measures;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is done at the packing table: every unit is scanned into a package, which is weighed and closed. Where a version is
 * given, a package that has changed since the caller saw it is refused as {@code stale-version}.
 */
@Component
public class Packing {

    /** What is new has not been seen. */
    private static final Seen NOTHING = new Seen(0, null);

    private final Commands commands;
    private final PackingTable table;
    private final PackSets sets;

    Packing(Commands commands, PackingTable table, PackSets sets) {
        this.commands = commands;
        this.table = table;
        this.sets = sets;
    }

    /** Begins a package. Refusals: {@code unknown-fulfilment}, {@code not-packing}, {@code held}. */
    public Outcome<PackResult> open(Cause cause, long fulfilmentId) {
        return one(cause, "open-package", fulfilmentId, NOTHING, run -> table.open(run, fulfilmentId));
    }

    /**
     * Puts picked units into an open package. Refusals: {@code wrong-item} with what was expected, {@code over-pack},
     * {@code not-open}, {@code not-packing}, {@code held}, {@code unknown-package}.
     *
     * @param code SKU or barcode
     */
    public Outcome<PackResult> scan(Cause cause, long packageId, String code, long quantity) {
        return scan(cause, packageId, code, quantity, null);
    }

    public Outcome<PackResult> scan(
            Cause cause, long packageId, String code, long quantity, @Nullable Integer version) {
        return one(
                cause,
                "pack-units",
                List.of(packageId, code, quantity),
                new Seen(packageId, version),
                run -> table.scan(run, packageId, code, quantity));
    }

    /** Takes units out of an open package again. Refusals: {@code not-in-package}, {@code not-open}. */
    public Outcome<PackResult> takeOut(Cause cause, long packageId, String code, long quantity) {
        return takeOut(cause, packageId, code, quantity, null);
    }

    public Outcome<PackResult> takeOut(
            Cause cause, long packageId, String code, long quantity, @Nullable Integer version) {
        return one(
                cause,
                "unpack-units",
                List.of(packageId, code, quantity),
                new Seen(packageId, version),
                run -> table.takeOut(run, packageId, code, quantity));
    }

    /**
     * Closes a package. Refusals: {@code empty-package}, {@code not-open}.
     *
     * @param measures weight 0 when it was not weighed: then it is added up from the items
     */
    public Outcome<PackResult> seal(Cause cause, long packageId, Measures measures) {
        return seal(cause, packageId, measures, null);
    }

    public Outcome<PackResult> seal(Cause cause, long packageId, Measures measures, @Nullable Integer version) {
        return one(
                cause,
                "seal-package",
                List.of(packageId, measures),
                new Seen(packageId, version),
                run -> table.seal(run, packageId, measures));
    }

    /** Opens a closed package again. Refusals: {@code label-bought}, {@code not-open}. */
    public Outcome<PackResult> reopen(Cause cause, long packageId) {
        return reopen(cause, packageId, null);
    }

    public Outcome<PackResult> reopen(Cause cause, long packageId, @Nullable Integer version) {
        return one(
                cause, "reopen-package", packageId, new Seen(packageId, version), run -> table.reopen(run, packageId));
    }

    /** Throws an empty package away. Refusals: {@code not-empty}, {@code not-open}. */
    public Outcome<PackResult> discard(Cause cause, long packageId) {
        return discard(cause, packageId, null);
    }

    public Outcome<PackResult> discard(Cause cause, long packageId, @Nullable Integer version) {
        return one(
                cause,
                "discard-package",
                packageId,
                new Seen(packageId, version),
                run -> table.discard(run, packageId));
    }

    /**
     * Packs and closes whole boxes of many fulfilment orders; each is packed or refused apart, with the refusals of
     * {@link #scan} and {@link #seal}.
     */
    public Outcome<PackResults> pack(Cause cause, List<PackConfirm> confirms) {
        return commands.once(
                cause,
                "pack-boxes",
                confirms,
                PackResults.class,
                run -> Outcome.done(new PackResults(sets.pack(run, confirms))));
    }

    /** @param version null when any will do */
    private record Seen(long packageId, @Nullable Integer version) {}

    private Outcome<PackResult> one(
            Cause cause, String kind, Object content, Seen seen, Function<Run, PackResult> work) {
        return commands.once(cause, kind, Versions.asked(content, seen.version()), PackResult.class, run -> {
            if (seen.version() != null) {
                Optional<Refusal> stale = table.stale(run, seen.packageId(), seen.version());
                if (stale.isPresent()) {
                    return Outcome.refused(stale.get());
                }
            }
            PackResult result = work.apply(run);
            return result.wasDone() ? Outcome.done(result) : Outcome.refused(result.refusals());
        });
    }
}
