package dev.orderwright.shipping;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import dev.orderwright.shipping.Parcel.Measures;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** What is done at the packing table: every unit is scanned into a package, which is weighed and closed. */
@Component
public class Packing {

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
        return one(cause, "open-package", fulfilmentId, run -> table.open(run, fulfilmentId));
    }

    /**
     * Puts picked units into an open package. Refusals: {@code wrong-item} with what was expected, {@code over-pack},
     * {@code not-open}, {@code not-packing}, {@code held}, {@code unknown-package}.
     *
     * @param code SKU or barcode
     */
    public Outcome<PackResult> scan(Cause cause, long packageId, String code, long quantity) {
        return one(
                cause,
                "pack-units",
                List.of(packageId, code, quantity),
                run -> table.scan(run, packageId, code, quantity));
    }

    /** Takes units out of an open package again. Refusals: {@code not-in-package}, {@code not-open}. */
    public Outcome<PackResult> takeOut(Cause cause, long packageId, String code, long quantity) {
        return one(
                cause,
                "unpack-units",
                List.of(packageId, code, quantity),
                run -> table.takeOut(run, packageId, code, quantity));
    }

    /**
     * Closes a package. Refusals: {@code empty-package}, {@code not-open}.
     *
     * @param measures weight 0 when it was not weighed: then it is added up from the items
     */
    public Outcome<PackResult> seal(Cause cause, long packageId, Measures measures) {
        return one(cause, "seal-package", List.of(packageId, measures), run -> table.seal(run, packageId, measures));
    }

    /** Opens a closed package again. Refusals: {@code label-bought}, {@code not-open}. */
    public Outcome<PackResult> reopen(Cause cause, long packageId) {
        return one(cause, "reopen-package", packageId, run -> table.reopen(run, packageId));
    }

    /** Throws an empty package away. Refusals: {@code not-empty}, {@code not-open}. */
    public Outcome<PackResult> discard(Cause cause, long packageId) {
        return one(cause, "discard-package", packageId, run -> table.discard(run, packageId));
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

    private Outcome<PackResult> one(Cause cause, String kind, Object content, Function<Run, PackResult> work) {
        return commands.once(cause, kind, content, PackResult.class, run -> {
            PackResult result = work.apply(run);
            return result.wasDone() ? Outcome.done(result) : Outcome.refused(result.refusals());
        });
    }
}
