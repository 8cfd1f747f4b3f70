package dev.orderwright.delivery.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * When an order will really arrive.
 *
 * @param kept how often such orders come by the promised day
 */
public record OrderConfidence(Chip kept, List<KeyValue> days) {}
