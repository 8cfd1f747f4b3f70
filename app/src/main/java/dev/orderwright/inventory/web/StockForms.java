package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

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

    static final String QUANTITY = "quantity";
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
                        node("node", t("shared.word.node"), in, who),
                        bucket("bucket", t("inventory.stockForms.bucket"), in),
                        quantity("delta", t("inventory.stockForms.change"), in)
                                .hint(t("inventory.stockForms.unitsMoreOrLessWith")),
                        Field.select("reason", t("shared.word.reason"), in.getOrDefault("reason", ""), reasons())
                                .mandatory(),
                        bin(in),
                        text("note", t("inventory.stockForms.note"), in)
                                .hint(t("inventory.stockForms.forWhoeverReadsTheLedger")));
            case MOVE ->
                List.of(
                        sku(in),
                        node("node", t("shared.word.node"), in, who),
                        bucket("from", t("inventory.stockForms.from"), in),
                        bucket("to", t("inventory.stockForms.to"), in),
                        quantity(QUANTITY, t("shared.word.units"), in),
                        text("reason", t("shared.word.reason"), in)
                                .hint(t("inventory.stockForms.inAWordOrTwo"))
                                .mandatory(),
                        bin(in),
                        text("note", t("inventory.stockForms.note"), in));
            case TRANSFER ->
                List.of(
                        Field.textarea("lines", t("inventory.stockForms.items"), in.getOrDefault("lines", ""))
                                .hint(t("inventory.stockForms.scanOrTypeOneSku"))
                                .mandatory(),
                        node("fromNode", t("inventory.stockForms.from"), in, who),
                        Field.select(
                                        "toNode",
                                        t("inventory.stockForms.to"),
                                        in.getOrDefault("toNode", ""),
                                        nodeChoices(t("inventory.stockForms.chooseANode"), inventory, Node::active))
                                .mandatory(),
                        date("expectedOn", t("inventory.stockForms.arrivesOn"), in)
                                .mandatory(),
                        text("reference", t("inventory.stockForms.reference"), in)
                                .hint(t("inventory.stockForms.whatTheCarrierCallsIt")),
                        text("note", t("inventory.stockForms.note"), in));
            case ANNOUNCE ->
                List.of(
                        sku(in),
                        node("node", t("shared.word.node"), in, who),
                        quantity(QUANTITY, t("shared.word.units"), in),
                        date("expectedOn", t("inventory.stockForms.comesOn"), in)
                                .mandatory(),
                        text("reference", t("inventory.stockForms.suppliersNumber"), in));
            case LIMIT ->
                List.of(
                        sku(in),
                        node("node", t("shared.word.node"), in, who),
                        quantity(QUANTITY, t("inventory.stockForms.unitsKeptBack"), in)
                                .hint(t("inventory.stockForms.zeroLifts")),
                        text("channel", t("inventory.stockForms.onlyForTheChannel"), in)
                                .hint(t("inventory.stockForms.emptyForEveryChannel")),
                        date("from", t("inventory.stockForms.from"), in).hint(t("inventory.stockForms.emptyFromToday")),
                        date("until", t("inventory.stockForms.until"), in)
                                .hint(t("inventory.stockForms.emptyUntilItIsLifted")));
        };
    }

    private List<Field> receive(Map<String, String> in, Who who) {
        List<Field> fields = new ArrayList<>(List.of(
                sku(in),
                node("node", t("shared.word.node"), in, who),
                quantity(QUANTITY, t("shared.word.units"), in),
                bin(in),
                text("document", t("inventory.stockForms.deliveryNote"), in)
                        .hint(t("inventory.stockForms.theOtherSidesNumberIt"))));
        Map<String, String> announced = announced(in);
        if (announced.size() > 1) {
            fields.add(Field.select(
                    "supply",
                    t("inventory.stockForms.partOfWhatWasAnnounced"),
                    in.getOrDefault("supply", ""),
                    announced));
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
                        t(
                                "inventory.stockForms.on",
                                supply.number(),
                                Quantities.text(supply.open(), item.quantityDecimals()),
                                Show.day(supply.expectedOn())));
            }
        }
        return choices;
    }

    private static Field sku(Map<String, String> in) {
        return text(SKU, t("inventory.stockForms.skuOrBarcode"), in).mandatory();
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
        choices.put("", t("inventory.stockForms.chooseAReason"));
        Arrays.stream(AdjustmentReason.values()).forEach(reason -> choices.put(reason.name(), Show.words(reason)));
        return choices;
    }

    private static Field bin(Map<String, String> in) {
        return text("bin", t("inventory.stockForms.bin"), in).hint(t("inventory.stockForms.emptyTheUsualOne"));
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
