package dev.orderwright.promising;

/**
 * What carriage costs, by zone, method and weight step. The same table chooses nodes here and prices the built-in
 * carrier's labels, so that what was planned is what is charged.
 */
public final class Tariffs {

    /** All prices are in this currency. */
    public static final String CURRENCY = "GBP";

    private static final long[] STEPS_GRAMS = {1_000, 2_000, 5_000, 10_000, 20_000, 30_000};
    private static final long PARCEL_GRAMS_MAX = 30_000;
    private static final int LAST_STEP = STEPS_GRAMS.length - 1;

    private static final long[][][] PRICES = {
        { // STANDARD
            {320, 390, 520, 790, 1190, 1590}, // DOMESTIC
            {490, 590, 790, 1190, 1790, 2390}, // REMOTE
            {790, 990, 1390, 1990, 2990, 3990}, // NEAR
            {1290, 1790, 2990, 4990, 8990, 12990}, // FAR
        },
        { // EXPRESS
            {590, 690, 890, 1290, 1890, 2490},
            {990, 1190, 1490, 2090, 2990, 3890},
            {1590, 1890, 2590, 3690, 5490, 7290},
            {2490, 3190, 5290, 8790, 15690, 22590},
        },
    };

    private Tariffs() {}

    /** The price and transit of one shipment between two places. */
    public static CarrierTariff rate(Place from, Place to, DeliveryMethod method, long weightGrams) {
        return rate(TransitTable.zone(from, to), method, weightGrams);
    }

    /** The price and transit of one shipment in a zone. */
    public static CarrierTariff rate(DeliveryZone zone, DeliveryMethod method, long weightGrams) {
        return new CarrierTariff(
                zone,
                method,
                weightGrams,
                stepGrams(weightGrams),
                priceMinor(zone, method, weightGrams),
                CURRENCY,
                TransitTable.days(zone, method));
    }

    /** Above the heaviest parcel a shipment is priced as full parcels and the rest. */
    static long priceMinor(DeliveryZone zone, DeliveryMethod method, long weightGrams) {
        long[] prices = PRICES[method.ordinal()][zone.ordinal()];
        long full = weightGrams / PARCEL_GRAMS_MAX;
        long rest = weightGrams % PARCEL_GRAMS_MAX;
        long price = full * prices[LAST_STEP];
        return rest == 0 && full > 0 ? price : price + prices[step(rest)];
    }

    private static long stepGrams(long weightGrams) {
        long full = weightGrams / PARCEL_GRAMS_MAX * PARCEL_GRAMS_MAX;
        long rest = weightGrams - full;
        return rest == 0 && full > 0 ? full : full + STEPS_GRAMS[step(rest)];
    }

    private static int step(long grams) {
        int step = 0;
        while (grams > STEPS_GRAMS[step]) {
            step++;
        }
        return step;
    }
}
