package dev.orderwright.desk;

import dev.orderwright.catalog.Item;
import dev.orderwright.promising.ItemAvailability;
import org.jspecify.annotations.Nullable;

/**
 * An item that fits what is being typed, and whether it can be had.
 *
 * @param availability of one unit; null for what needs no stock
 * @param exact whether its SKU or barcode was typed in full
 */
public record ItemOffer(Item item, @Nullable ItemAvailability availability, boolean exact) {}
