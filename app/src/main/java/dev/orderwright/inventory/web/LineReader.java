package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

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
            refuse("missing", field, t("inventory.refusal.isRequired", field));
            return NOBODY;
        }
        Item item = item(sku);
        if (item == null) {
            refuse("unknown-sku", field, t("inventory.refusal.thereIsNoItemWith", sku));
            return NOBODY;
        }
        return item.id();
    }

    long nodeId(String field, @Nullable String code) {
        if (code == null || code.isBlank()) {
            refuse("missing", field, t("inventory.refusal.isRequired", field));
            return NOBODY;
        }
        Node node = nodes.get(code.strip().toUpperCase(Locale.ROOT));
        if (node == null) {
            refuse("unknown-node", field, t("inventory.refusal.thereIsNoNode", code));
            return NOBODY;
        }
        if (!who.worksAt(node.code())) {
            throw ApiRefusal.forbidden(t("inventory.refusal.youWorkAtNotAt", who.nodes(), node.code()));
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
            refuse("missing", field, t("inventory.refusal.isRequired", field));
            return NOBODY;
        }
        OptionalLong units = Quantities.units(quantity, decimals);
        if (units.isEmpty()) {
            refuse("too-many-decimals", field, t("inventory.refusal.thisItemIsCountedWith", decimals));
        }
        return units.orElse(NOBODY);
    }

    <T> T required(String field, @Nullable T value, T placeholder) {
        if (value == null) {
            refuse("missing", field, t("inventory.refusal.isRequired", field));
            return placeholder;
        }
        return value;
    }

    /** An id as it was given out, a text of digits. */
    long id(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            refuse("bad-id", field, t("inventory.refusal.isNotAnIdThat", text));
            return NOBODY;
        }
    }

    /** The lines of a list; a list that is missing is empty, a line that is missing is refused. */
    static <L> List<L> lines(String field, @Nullable List<@Nullable L> lines) {
        List<L> present = new ArrayList<>();
        for (L line : lines == null ? List.<L>of() : lines) {
            if (line == null) {
                throw ApiRefusal.of(List.of(Refusal.of(
                        "missing", field + "[" + present.size() + "]", t("inventory.refusal.thereIsNothingInThis"))));
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
