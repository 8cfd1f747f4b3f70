package dev.orderwright.shipping.web;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.orders.OrderLine;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** With how many decimals a scanned item is counted, so that a quantity can be read. */
@Component
class ItemDecimals {

    private final Catalog catalog;

    ItemDecimals(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The line of an order that a code stands for. */
    Optional<OrderLine> line(String code, List<OrderLine> lines) {
        Optional<OrderLine> bySku = lines.stream()
                .filter(line -> line.sku().equalsIgnoreCase(code.strip()))
                .findFirst();
        if (bySku.isPresent()) {
            return bySku;
        }
        Optional<Long> itemId = catalog.byScan(code).map(Item::id);
        return lines.stream()
                .filter(line -> itemId.isPresent() && line.itemId() == itemId.get())
                .findFirst();
    }

    /** 0 for what does not belong to the order: that is refused later, with a better reason. */
    int of(String code, List<OrderLine> lines) {
        return line(code, lines).map(OrderLine::quantityDecimals).orElse(0);
    }
}
