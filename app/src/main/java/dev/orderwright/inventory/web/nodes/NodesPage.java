package dev.orderwright.inventory.web.nodes;

import dev.orderwright.shared.ui.Chip;
import java.util.List;

/** All nodes. */
public record NodesPage(boolean mayWrite, List<Row> rows) {

    /** One node; {@code closed} is the next day on which nobody works there. */
    public record Row(
            String code,
            String url,
            String name,
            String kind,
            String place,
            String open,
            String cutOff,
            String processing,
            String closed,
            List<Chip> chips) {}
}
