package dev.orderwright.shipping;

import dev.orderwright.shared.Refusal;
import java.util.List;

/**
 * What became of packing one fulfilment order, or of one package.
 *
 * @param packages the packages it is about, as they are afterwards
 * @param refusals why nothing was done; empty when it was done
 */
public record PackResult(long fulfilmentId, List<Packed> packages, List<Refusal> refusals) {

    public PackResult {
        packages = List.copyOf(packages);
        refusals = List.copyOf(refusals);
    }

    /** @param trackingNumber empty without a label */
    public record Packed(long packageId, String number, PackageState state, String trackingNumber) {

        static Packed of(Parcel parcel) {
            return new Packed(
                    parcel.id(), parcel.number(), parcel.state(), parcel.tag().trackingNumber());
        }
    }

    static PackResult of(Parcel parcel) {
        return new PackResult(parcel.fulfilmentId(), List.of(Packed.of(parcel)), List.of());
    }

    static PackResult refused(Parcel parcel, List<Refusal> refusals) {
        return new PackResult(parcel.fulfilmentId(), List.of(Packed.of(parcel)), refusals);
    }

    static PackResult refused(long fulfilmentId, Refusal... refusals) {
        return new PackResult(fulfilmentId, List.of(), List.of(refusals));
    }

    public boolean wasDone() {
        return refusals.isEmpty();
    }
}
