package dev.orderwright.inventory.web.nodes;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.web.SubjectBook;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Nodes by their codes, for pages of other modules. */
@Component
class NodeSubjects implements SubjectBook {

    private final Inventory inventory;

    NodeSubjects(Inventory inventory) {
        this.inventory = inventory;
    }

    @Override
    public String kind() {
        return "node";
    }

    @Override
    public String title() {
        return t("shared.word.node");
    }

    @Override
    public Map<Long, Subject> subjects(Collection<Long> ids, Who who) {
        boolean mayOpen = who.may("inventory:read");
        return inventory.nodes().stream()
                .filter(node -> ids.contains(node.id()))
                .collect(Collectors.toMap(
                        Node::id,
                        node -> new Subject(node.code(), mayOpen ? NodeScreens.LIST + "/" + node.code() : "")));
    }

    @Override
    public Optional<Long> find(String name) {
        return inventory.nodes().stream()
                .filter(node -> node.code().equalsIgnoreCase(name))
                .map(Node::id)
                .findFirst();
    }
}
