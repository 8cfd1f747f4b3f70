package dev.orderwright.orders.web;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.ItemDemand;
import dev.orderwright.orders.ItemDemand.Holder;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.ItemPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** On the page of an item: the orders that hold it or wait for it. */
@Component
class ItemHolders implements ItemPanels {

    private static final int SHOWN_MAX = 50;

    private final ItemDemand demand;
    private final Inventory inventory;
    private final Catalog catalog;

    ItemHolders(ItemDemand demand, Inventory inventory, Catalog catalog) {
        this.demand = demand;
        this.inventory = inventory;
        this.catalog = catalog;
    }

    @Override
    public List<Panel> panelsFor(long itemId, Who who) {
        Item item = catalog.byId(List.of(itemId)).get(itemId);
        if (item == null || !who.may("orders:read")) {
            return List.of();
        }
        Map<Long, Node> nodes = inventory.nodes().stream().collect(Collectors.toMap(Node::id, node -> node));
        List<ItemHoldersPanel.Row> rows = demand.holders(itemId, SHOWN_MAX + 1).stream()
                .map(holder -> row(holder, item, nodes))
                .toList();
        boolean more = rows.size() > SHOWN_MAX;
        return List.of(new Panel(
                Panel.Place.MAIN,
                10,
                "orders/item-holders.jte",
                new ItemHoldersPanel(
                        more ? rows.subList(0, SHOWN_MAX) : rows,
                        more,
                        Link.to("/orders")
                                .with("view", "open")
                                .with("sku", item.sku().code())
                                .toString())));
    }

    private static ItemHoldersPanel.Row row(Holder holder, Item item, Map<Long, Node> nodes) {
        Node node = holder.nodeId() == null ? null : nodes.get(holder.nodeId());
        boolean waits = holder.state() == SliceState.OPEN || holder.state() == SliceState.BACKORDERED;
        return new ItemHoldersPanel.Row(
                holder.orderNumber(),
                "/orders/" + holder.orderNumber(),
                holder.channel(),
                Integer.toString(holder.priority()),
                Chip.of(Show.words(holder.state()), waits ? Tone.WARN : Tone.NEUTRAL),
                node == null ? "–" : node.code(),
                Show.day(holder.shipOn()),
                Quantities.text(holder.quantity(), item.quantityDecimals()));
    }
}
