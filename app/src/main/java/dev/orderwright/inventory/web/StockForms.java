package dev.orderwright.inventory.web;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.AdjustmentReason;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.Supply;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** The fields of each form about stock. A scanner reads into the first. */
@Component
class StockForms {

    static final String SKU = "sku";
    private static final int SUPPLIES_MAX = 50;

    private final Inventory inventory;
    private final Catalog catalog;

    StockForms(Inventory inventory, Catalog catalog) {
        this.inventory = inventory;
        this.catalog = catalog;
    }

    /** Codes and names of the nodes that fit. */
    static Map<String, String> nodeChoices(String none, Inventory inventory, Predicate<Node> fits) {
        Map<String, String> choices = new LinkedHashMap<>();
        if (!none.isEmpty()) {
            choices.put("", none);
        }
        inventory.nodes().stream()
                .filter(fits)
                .forEach(node -> choices.put(node.code(), node.code() + " · " + node.name()));
        return choices;
    }

    List<Field> fields(StockWork work, Map<String, String> in, Who who) {
        return switch (work) {
            case RECEIVE -> receive(in, who);
            case ADJUST ->
                List.of(
                        sku(in),
                        node("node", "Node", in, who),
                        bucket("bucket", "Bucket", in),
                        quantity("delta", "Change", in).hint("Units more, or less with a minus: 3 or -3."),
                        Field.select("reason", "Reason", in.getOrDefault("reason", ""), reasons())
                                .mandatory(),
                        bin(in),
                        text("note", "Note", in).hint("For whoever reads the ledger later."));
            case MOVE ->
                List.of(
                        sku(in),
                        node("node", "Node", in, who),
                        bucket("from", "From", in),
                        bucket("to", "To", in),
                        quantity("quantity", "Units", in),
                        text("reason", "Reason", in)
                                .hint("In a word or two: water damage, passed inspection.")
                                .mandatory(),
                        bin(in),
                        text("note", "Note", in));
            case TRANSFER ->
                List.of(
                        Field.textarea("lines", "Items", in.getOrDefault("lines", ""))
                                .hint("Scan or type one SKU or barcode per line, with the units after it;"
                                        + " scanned without a number counts one.")
                                .mandatory(),
                        node("fromNode", "From", in, who),
                        Field.select(
                                        "toNode",
                                        "To",
                                        in.getOrDefault("toNode", ""),
                                        nodeChoices("Choose a node", inventory, Node::active))
                                .mandatory(),
                        date("expectedOn", "Arrives on", in).mandatory(),
                        text("reference", "Reference", in).hint("What the carrier calls it."),
                        text("note", "Note", in));
            case ANNOUNCE ->
                List.of(
                        sku(in),
                        node("node", "Node", in, who),
                        quantity("quantity", "Units", in),
                        date("expectedOn", "Comes on", in).mandatory(),
                        text("reference", "Supplier's number", in));
            case LIMIT ->
                List.of(
                        sku(in),
                        node("node", "Node", in, who),
                        quantity("quantity", "Units kept back", in).hint("0 lifts what begins on that day."),
                        text("channel", "Only for the channel", in).hint("Empty: for every channel."),
                        date("from", "From", in).hint("Empty: from today."),
                        date("until", "Until", in).hint("Empty: until it is lifted."));
        };
    }

    private List<Field> receive(Map<String, String> in, Who who) {
        List<Field> fields = new ArrayList<>(List.of(
                sku(in),
                node("node", "Node", in, who),
                quantity("quantity", "Units", in),
                bin(in),
                text("document", "Delivery note", in).hint("The other side's number; it stays for the next item.")));
        Map<String, String> announced = announced(in);
        if (announced.size() > 1) {
            fields.add(Field.select("supply", "Part of what was announced", in.getOrDefault("supply", ""), announced));
        }
        return fields;
    }

    /** What is open of the item at the node, once both are known. */
    private Map<String, String> announced(Map<String, String> in) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "No, it comes on top");
        Item item = catalog.byScan(in.getOrDefault(SKU, "")).orElse(null);
        if (item == null) {
            return choices;
        }
        Map<Long, String> codes = new LinkedHashMap<>();
        inventory.nodes().forEach(node -> codes.put(node.id(), node.code()));
        for (Supply supply : inventory.suppliesOf(item.id(), SUPPLIES_MAX)) {
            if (supply.open() > 0 && in.getOrDefault("node", "").equals(codes.get(supply.nodeId()))) {
                choices.put(
                        Long.toString(supply.id()),
                        supply.number() + ": " + Quantities.text(supply.open(), item.quantityDecimals()) + " on "
                                + Show.day(supply.expectedOn()));
            }
        }
        return choices;
    }

    private static Field sku(Map<String, String> in) {
        return text(SKU, "SKU or barcode", in).mandatory();
    }

    private Field node(String name, String label, Map<String, String> in, Who who) {
        Map<String, String> choices = nodeChoices("", inventory, node -> who.worksAt(node.code()));
        return Field.select(name, label, in.getOrDefault(name, ""), choices).mandatory();
    }

    private static Field bucket(String name, String label, Map<String, String> in) {
        Map<String, String> choices = new LinkedHashMap<>();
        StockWork.BY_HAND.forEach(bucket -> choices.put(bucket.name(), Show.words(bucket)));
        String otherwise = name.equals("to") ? Bucket.DAMAGED.name() : Bucket.AVAILABLE.name();
        return Field.select(name, label, in.getOrDefault(name, otherwise), choices);
    }

    private static Map<String, String> reasons() {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", "Choose a reason");
        Arrays.stream(AdjustmentReason.values()).forEach(reason -> choices.put(reason.name(), Show.words(reason)));
        return choices;
    }

    private static Field bin(Map<String, String> in) {
        return text("bin", "Bin", in).hint("Empty: the usual one.");
    }

    private static Field quantity(String name, String label, Map<String, String> in) {
        return text(name, label, in).mandatory();
    }

    private static Field text(String name, String label, Map<String, String> in) {
        return Field.text(name, label, in.getOrDefault(name, ""));
    }

    private static Field date(String name, String label, Map<String, String> in) {
        return Field.date(name, label, in.getOrDefault(name, ""));
    }
}
