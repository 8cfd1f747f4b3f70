package dev.orderwright.inventory;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people and programs do with stock, and what they see of it. */
@Component
public class Inventory {

    private final Commands commands;
    private final NodeBook nodes;
    private final StockStore stock;

    Inventory(Commands commands, NodeBook nodes, StockStore stock) {
        this.commands = commands;
        this.nodes = nodes;
        this.stock = stock;
    }

    /** Every node, oldest first. */
    public List<Node> nodes() {
        return nodes.all();
    }

    /** Makes nodes, or changes those whose code is known. Defining the same again changes nothing. */
    public Outcome<NodesDefined> defineNodes(Cause cause, List<NodeDraft> drafts) {
        return commands.once(cause, "define-nodes", drafts, NodesDefined.class, run -> nodes.define(run, drafts, null));
    }

    /**
     * Changes one node, if nobody else has changed it since the caller saw it.
     *
     * @param version the one the caller saw
     */
    public Outcome<NodesDefined> changeNode(Cause cause, NodeDraft draft, int version) {
        return commands.once(
                cause,
                "change-node",
                List.of(draft, version),
                NodesDefined.class,
                run -> nodes.define(run, List.of(draft), version));
    }

    /** The levels of items at every node that ever had any, by item. */
    public Map<Long, List<StockLevel>> levels(Collection<Long> itemIds) {
        return itemIds.isEmpty()
                ? Map.of()
                : stock.ofItems(itemIds).stream()
                        .collect(Collectors.groupingBy(level -> level.key().itemId()));
    }
}
