package dev.orderwright.inventory.web;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.shared.web.WorkPlaces;
import java.util.List;
import org.springframework.stereotype.Component;

/** The nodes are the places people work at; those that were closed may still have work to finish. */
@Component
class NodePlaces implements WorkPlaces.Book {

    private final Inventory inventory;

    NodePlaces(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public List<WorkPlaces.Place> all() {
        return inventory.nodes().stream()
                .map(node -> new WorkPlaces.Place(node.id(), node.code(), node.name()))
                .toList();
    }
}
