package dev.orderwright.delivery.estimate;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Weighs what services cost against how often they are late. */
public final class RateShopping {

    private RateShopping() {}

    /**
     * A service that could carry a shipment.
     *
     * @param rate in minor units
     * @param late the probability that it arrives after the promise, between 0 and 1
     */
    public record Service(String name, long rate, double late) {

        /**
         * What it costs on average with what lateness costs.
         *
         * @param latePenalty of one late shipment, in minor units
         */
        public double expectedCost(long latePenalty) {
            return rate + late * latePenalty;
        }
    }

    /**
     * The service with the least expected cost; then the lower rate, then the earlier. Empty when none is on time as often as
     * it should be.
     *
     * @param onTimeMin the least probability of being on time, between 0 and 1
     */
    public static Optional<Service> cheapest(List<Service> services, long latePenalty, double onTimeMin) {
        return services.stream()
                .filter(service -> 1 - service.late() >= onTimeMin)
                .min(Comparator.<Service>comparingDouble(service -> service.expectedCost(latePenalty))
                        .thenComparingLong(Service::rate));
    }
}
