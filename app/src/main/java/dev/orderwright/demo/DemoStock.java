package dev.orderwright.demo;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.Receipt;
import dev.orderwright.shared.Page;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Stock beyond what the orders of the sample need, in bins of its own, so that new orders find some. */
@Component
class DemoStock {

    private static final int PAGE = 500;
    private static final int CASE = 12;
    private static final int CASES_MAX = 11;
    private static final int LEVELS = 4;
    private static final int PLACES = 20;
    /** Every so many items lie in the second node too. */
    private static final int SECOND_NODE_ONE_IN = 4;

    private final Catalog catalog;
    private final Inventory inventory;

    DemoStock(Catalog catalog, Inventory inventory) {
        this.catalog = catalog;
        this.inventory = inventory;
    }

    /**
     * Receives cases of most goods.
     *
     * @param without what stays as short as it is
     * @return what was received, most first
     */
    List<Item> fill(Set<Long> without, Instant at) {
        List<Long> nodes = inventory.nodes().stream().map(Node::id).toList();
        List<Receipt> receipts = new ArrayList<>();
        List<Item> filled = new ArrayList<>();
        int i = 0;
        for (Item item : goods()) {
            i++;
            long units = (long) CASE * (i * 7 % CASES_MAX);
            if (units > 0 && !without.contains(item.id())) {
                receipts.add(receipt(item, nodes.getFirst(), units, i));
                filled.add(item);
                if (i % SECOND_NODE_ONE_IN == 0) {
                    receipts.add(receipt(item, nodes.getLast(), units / 2, i));
                }
            }
        }
        inventory.receive(DemoCompany.cause("stock", at), receipts).orThrow();
        return filled;
    }

    private List<Item> goods() {
        List<Item> goods = new ArrayList<>();
        @Nullable String cursor = null;
        do {
            Page<Item> page = catalog.search("", cursor, PAGE);
            page.items().stream()
                    .filter(item -> item.kind() == ItemKind.STOCKED)
                    .forEach(goods::add);
            cursor = page.next();
        } while (cursor != null);
        return goods;
    }

    private static Receipt receipt(Item item, long node, long units, int place) {
        char aisle = (char) ('A' + place / PLACES / LEVELS % 8);
        String bin = String.format(Locale.ROOT, "%c-%02d-%d", aisle, place % PLACES + 1, place / PLACES % LEVELS + 1);
        return new Receipt(item.id(), node, units, bin, Receipt.RECEIPT, "DEMO", null);
    }
}
