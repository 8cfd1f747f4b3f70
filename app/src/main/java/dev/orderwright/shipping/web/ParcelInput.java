package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.TrackingCode;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs send about packages. Quantities are in whole units, with at most the item's decimals. */
final class ParcelInput {

    private static final long GRAMS_MAX = 10_000_000;
    private static final int MILLIMETRES_MAX = 100_000;

    private ParcelInput() {}

    @Schema(name = "OpenPackage")
    record Open(
            @Schema(description = "Number (FO-100042) or id of the fulfilment order") @Nullable
            String fulfilmentOrder) {}

    @Schema(name = "PackedUnits")
    record Units(
            @Schema(description = "SKU or barcode as it was scanned") @Nullable
            String code,

            @Schema(description = "In whole units; one when it is left out") @Nullable
            BigDecimal quantity) {}

    @Schema(name = "PackageMeasures")
    record Size(
            @Schema(description = "Left out or 0 when nobody has weighed it: then it is added up from the items")
            @Nullable
            Long weightGrams,

            @Nullable Integer lengthMm,
            @Nullable Integer widthMm,
            @Nullable Integer heightMm) {}

    @Schema(name = "PackMany")
    record PackMany(@Nullable List<@Nullable Pack> packs) {}

    @Schema(name = "PackOne")
    record Pack(
            @Schema(description = "Number (FO-100042) or id of the fulfilment order") @Nullable
            String fulfilmentOrder,

            @Nullable List<@Nullable Box> boxes) {}

    @Schema(name = "PackedBox")
    record Box(
            @Nullable List<@Nullable Units> contents,
            @Nullable Size measures) {}

    @Schema(name = "LabelWanted")
    record LabelWish(
            @Schema(
                    description = "Send what is packed, the rest follows: a person has to choose that",
                    defaultValue = "false")
            @Nullable
            Boolean partial) {}

    @Schema(name = "LabelsWanted")
    record Labels(
            @Schema(description = "Numbers (PK-100042) or ids of the packages") @Nullable
            List<@Nullable String> packages,

            @Schema(
                    description = "Send what is packed, the rest follows: a person has to choose that",
                    defaultValue = "false")
            @Nullable
            Boolean partial) {}

    @Schema(name = "HandOver")
    record HandOver(
            @Schema(description = "Numbers (PK-100042), ids or tracking numbers of the packages") @Nullable
            List<@Nullable String> packages) {}

    @Schema(name = "GiveUpPackage")
    record GiveUp(
            @Schema(description = "True when it has come to light unfit, rather than not at all") @Nullable
            Boolean damaged,

            @Nullable String reason) {}

    @Schema(name = "TrackingEvents")
    record Events(@Nullable List<@Nullable Event> events) {}

    @Schema(name = "TrackingEventReceived")
    record Event(
            @Schema(description = "The carrier's code; that of the built-in carrier is OWN") @Nullable
            String carrier,

            @Nullable String trackingNumber,

            @Schema(description = "The carrier's own; the same twice is the same event") @Nullable
            String eventId,

            @Nullable TrackingCode code,

            @Schema(description = "When it happened, by the carrier's clock") @Nullable
            Instant at,

            @Nullable String place,

            @Schema(description = "In the carrier's words") @Nullable
            String message) {}

    /** @param field what stands before the names of the fields ({@code boxes[0].measures.}) */
    static Measures measures(InputCheck check, String field, @Nullable Size size) {
        if (size == null) {
            return Measures.NONE;
        }
        return new Measures(
                within(check, field + "weightGrams", size.weightGrams(), GRAMS_MAX),
                (int) within(check, field + "lengthMm", size.lengthMm(), MILLIMETRES_MAX),
                (int) within(check, field + "widthMm", size.widthMm(), MILLIMETRES_MAX),
                (int) within(check, field + "heightMm", size.heightMm(), MILLIMETRES_MAX));
    }

    private static long within(InputCheck check, String field, @Nullable Number number, long max) {
        long value = number == null ? 0 : number.longValue();
        if (value < 0 || value > max) {
            check.refuse("out-of-range", field, t("shipping.refusal.betweenAndNot", max, value));
            return 0;
        }
        return value;
    }
}
