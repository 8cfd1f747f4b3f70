package dev.orderwright.promising;

/**
 * What one shipment costs and how long it travels.
 *
 * @param weightGrams the weight that was asked for
 * @param weightStepGrams the weight up to which this price holds
 * @param priceMinor in minor units of the currency
 * @param transitDays days on which the carrier delivers, from the day after shipping
 */
public record CarrierTariff(
        DeliveryZone zone,
        DeliveryMethod method,
        long weightGrams,
        long weightStepGrams,
        long priceMinor,
        String currency,
        int transitDays) {}
