package dev.orderwright.inventory.web;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Translates between what callers and facades call things: SKUs and item ids, node codes and node ids. */
@Component
class StockNames {

    private final Catalog catalog;
    private final Inventory inventory;

    StockNames(Catalog catalog, Inventory inventory) {
        this.catalog = catalog;
        this.inventory = inventory;
    }

    /** Reads lines that name these SKUs; the caller may be bound to some nodes. */
    LineReader reader(Collection<? extends @Nullable String> skus, Who who) {
        List<Sku> known = skus.stream()
                .filter(Objects::nonNull)
                .flatMap(sku -> Sku.parse(sku).stream())
                .distinct()
                .toList();
        return new LineReader(catalog.bySku(known), nodesByCode(), who);
    }

    /** The item a scanner, or somebody who types, means. */
    Optional<Item> scanned(String code) {
        return catalog.byScan(code);
    }

    Map<String, Node> nodesByCode() {
        return inventory.nodes().stream().collect(Collectors.toMap(Node::code, Function.identity()));
    }

    Map<Long, Node> nodes() {
        return inventory.nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
    }

    Map<Long, Item> items(Collection<Long> ids) {
        return catalog.byId(ids);
    }
}
