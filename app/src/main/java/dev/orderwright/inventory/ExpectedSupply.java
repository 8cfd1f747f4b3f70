package dev.orderwright.inventory;

import java.time.LocalDate;

/**
 * Units that are on their way to a node, from a supplier or from another node.
 *
 * @param open what has not arrived yet
 */
public record ExpectedSupply(long itemId, long nodeId, LocalDate expectedOn, long open) {}
