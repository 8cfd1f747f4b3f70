package dev.orderwright.promising;

import java.util.List;
import java.util.Map;

/**
 * What could be promised to a demand if it were ordered now; nothing is held for it.
 *
 * @param options by delivery method, cheapest first
 * @param available what there is of each item, by its id, each as if it alone were ordered
 */
public record Offer(List<DeliveryOption> options, Map<Long, ItemAvailability> available) {}
