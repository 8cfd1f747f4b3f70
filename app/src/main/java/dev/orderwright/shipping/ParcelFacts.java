package dev.orderwright.shipping;

import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Run;
import java.util.Map;

/** How packages tell what happened to them, on the timeline of their order. */
final class ParcelFacts {

    private ParcelFacts() {}

    static void sealed(Run run, Parcel parcel, Map<Long, Long> quantityByItem) {
        run.orderFact(
                parcel.orderId(),
                "PackageSealed",
                Facts.data(
                        "package", parcel.number(),
                        "units",
                                quantityByItem.values().stream()
                                        .mapToLong(Long::longValue)
                                        .sum(),
                        "weightGrams", parcel.measures().weightGrams()));
    }

    static void reopened(Run run, Parcel parcel, String why) {
        run.orderFact(parcel.orderId(), "PackageReopened", Facts.data("package", parcel.number(), "reason", why));
    }

    static void voided(Run run, Parcel parcel, String why) {
        run.orderFact(parcel.orderId(), "PackageVoided", Facts.data("package", parcel.number(), "reason", why));
    }
}
