package dev.orderwright.promising;

import dev.orderwright.inventory.ExpectedSupply;
import java.util.List;
import java.util.Map;

/**
 * What is announced of some items.
 *
 * @param supplies by item
 * @param waiting units by item that stand in line for it
 */
record Announced(Map<Long, List<ExpectedSupply>> supplies, Map<Long, Long> waiting) {

    static final Announced NOTHING = new Announced(Map.of(), Map.of());
}
