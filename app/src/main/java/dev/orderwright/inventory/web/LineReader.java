package dev.orderwright.inventory.web;

import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Turns the lines of a request into what the facade takes, and gathers what cannot be understood: then a placeholder
 * goes on, and {@link #done()} refuses the whole.
 */
final class LineReader {

    private static final long NOBODY = 0;

    private final Map<Sku, Item> items;
    private final Map<String, Node> nodes;
    private final Who who;
    private final List<Refusal> refusals = new ArrayList<>();

    LineReader(Map<Sku, Item> items, Map<String, Node> nodes, Who who) {
        this.items = items;
        this.nodes = nodes;
        this.who = who;
    }

    /** To be called when everything is read. */
    void done() {
        if (!refusals.isEmpty()) {
            throw ApiRefusal.of(refusals);
        }
    }

    /** What could not be understood so far. */
    List<Refusal> refusals() {
        return List.copyOf(refusals);
    }

    void refuse(String code, String field, String reason) {
        refusals.add(Refusal.of(code, field, reason));
    }

    @Nullable
    Item item(@Nullable String sku) {
        return sku == null ? null : Sku.parse(sku).map(items::get).orElse(null);
    }

    long itemId(String field, @Nullable String sku) {
        if (sku == null || sku.isBlank()) {
            refuse("missing", field, "'" + field + "' is required.");
            return NOBODY;
        }
        Item item = item(sku);
        if (item == null) {
            refuse("unknown-sku", field, "There is no item with the SKU " + sku + ".");
            return NOBODY;
        }
        return item.id();
    }

    long nodeId(String field, @Nullable String code) {
        if (code == null || code.isBlank()) {
            refuse("missing", field, "'" + field + "' is required.");
            return NOBODY;
        }
        Node node = nodes.get(code.strip().toUpperCase(Locale.ROOT));
        if (node == null) {
            refuse("unknown-node", field, "There is no node " + code + ".");
            return NOBODY;
        }
        if (!who.worksAt(node.code())) {
            throw ApiRefusal.forbidden("You work at " + who.nodes() + ", not at " + node.code() + ".");
        }
        return node.id();
    }

    /** A node that is only named, such as where a transfer goes to. */
    long anyNodeId(String field, @Nullable String code) {
        Node node = code == null ? null : nodes.get(code.strip().toUpperCase(Locale.ROOT));
        if (node != null) {
            return node.id();
        }
        return nodeId(field, code);
    }

    /** A quantity in whole units, as a number of the item's smallest unit. */
    long units(String field, @Nullable BigDecimal quantity, @Nullable String sku) {
        Item item = item(sku);
        return unitsOf(field, quantity, item == null ? 0 : item.quantityDecimals());
    }

    long unitsOf(String field, @Nullable BigDecimal quantity, int decimals) {
        if (quantity == null) {
            refuse("missing", field, "'" + field + "' is required.");
            return NOBODY;
        }
        OptionalLong units = Quantities.units(quantity, decimals);
        if (units.isEmpty()) {
            refuse("too-many-decimals", field, "This item is counted with " + decimals + " decimals.");
        }
        return units.orElse(NOBODY);
    }

    <T> T required(String field, @Nullable T value, T placeholder) {
        if (value == null) {
            refuse("missing", field, "'" + field + "' is required.");
            return placeholder;
        }
        return value;
    }

    /** An id as it was given out, a text of digits. */
    long id(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            refuse("bad-id", field, "'" + text + "' is not an id that was given out here.");
            return NOBODY;
        }
    }

    /** The lines of a list; a list that is missing is empty, a line that is missing is refused. */
    static <L> List<L> lines(String field, @Nullable List<@Nullable L> lines) {
        List<L> present = new ArrayList<>();
        for (L line : lines == null ? List.<L>of() : lines) {
            if (line == null) {
                throw ApiRefusal.of(List.of(
                        Refusal.of("missing", field + "[" + present.size() + "]", "There is nothing in this line.")));
            }
            present.add(line);
        }
        return present;
    }

    static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    static String word(@Nullable String text, String otherwise) {
        return text == null || text.isBlank() ? otherwise : text.strip().toUpperCase(Locale.ROOT);
    }
}
