package dev.orderwright.inventory;

import dev.orderwright.catalog.Catalog;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Knows the items and nodes that lines are checked against. */
@Component
class LineChecks {

    private final Catalog catalog;
    private final NodeStore nodes;

    LineChecks(Catalog catalog, NodeStore nodes) {
        this.catalog = catalog;
        this.nodes = nodes;
    }

    <L> LineCheck of(List<L> lines, Function<L, Long> item) {
        return new LineCheck(catalog.byId(lines.stream().map(item).collect(Collectors.toSet())), nodes.all());
    }
}
