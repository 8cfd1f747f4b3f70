package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What every line about stock must name rightly: a stocked item, a working node, a sensible quantity, a bin. */
final class LineCheck {

    static final int LINES_MAX = 10_000;
    /** In the item's smallest unit; more than anybody has of anything, far from what a sum could overflow. */
    static final long QUANTITY_MAX = 1_000_000_000L;

    private static final int TEXT_LENGTH_MAX = 200;
    private static final int DAYS_BACK_MAX = 366;
    private static final int DAYS_AHEAD_MAX = 3_660;
    private static final Pattern BIN = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,31}");
    private static final Pattern REASON = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    private final Map<Long, Item> items;
    private final Map<Long, Node> nodes;
    private final List<Refusal> refusals = new ArrayList<>();

    LineCheck(Map<Long, Item> items, Collection<Node> nodes) {
        this.items = items;
        this.nodes = nodes.stream().collect(Collectors.toMap(Node::id, Function.identity()));
    }

    List<Refusal> refusals() {
        return refusals;
    }

    void refuse(String code, String field, String reason) {
        refusals.add(Refusal.of(code, field, reason));
    }

    /** Whether the number of lines is one that is worth looking at. */
    boolean size(String field, int lines) {
        boolean good = lines >= 1 && lines <= LINES_MAX;
        if (!good) {
            refuse("bad-size", field, t("inventory.refusal.sendToLinesAtA", LINES_MAX, lines));
        }
        return good;
    }

    void item(String field, long itemId) {
        Item item = items.get(itemId);
        if (item == null) {
            refuse("unknown-sku", field, t("inventory.refusal.thereIsNoItem", itemId));
        } else if (!item.isStocked()) {
            refuse("not-stocked", field, t("inventory.refusal.isAChargeOnlyGoods", item.sku()));
        }
    }

    void node(String field, long nodeId) {
        Node node = nodes.get(nodeId);
        if (node == null) {
            refuse("unknown-node", field, t("inventory.refusal.thereIsNoNode", nodeId));
        }
    }

    /** A node that takes goods in. */
    void workingNode(String field, long nodeId) {
        node(field, nodeId);
        Node node = nodes.get(nodeId);
        if (node != null && !node.active()) {
            refuse("node-inactive", field, t("inventory.refusal.theNodeIsNotActive", node.code()));
        }
    }

    void quantity(String field, long quantity) {
        if (quantity <= 0) {
            refuse("not-positive", field, t("inventory.refusal.aQuantityIsAboveNot", quantity));
        } else if (quantity > QUANTITY_MAX) {
            refuse("quantity-too-large", field, t("inventory.refusal.aQuantityIsAtMost", QUANTITY_MAX, quantity));
        }
    }

    /** A change of a quantity, up or down. */
    void delta(String field, long delta) {
        if (delta == 0) {
            refuse("zero-quantity", field, t("inventory.refusal.aChangeByChangesNothing"));
        } else if (delta > QUANTITY_MAX || delta < -QUANTITY_MAX) {
            refuse("quantity-too-large", field, t("inventory.refusal.aChangeIsAtMost", QUANTITY_MAX, delta));
        }
    }

    void bin(String field, String bin) {
        if (!bin.isEmpty() && !BIN.matcher(bin).matches()) {
            refuse("bad-bin", field, t("inventory.refusal.aBinHasToCapital", bin));
        }
    }

    void reason(String field, String reason) {
        if (!REASON.matcher(reason).matches()) {
            refuse("bad-reason", field, t("inventory.refusal.aReasonIsAWord", reason));
        }
    }

    /** A day on which something is expected: not long gone, and not so far off that it must be a slip. */
    void day(String field, LocalDate day, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (day.isBefore(today.minusDays(DAYS_BACK_MAX)) || day.isAfter(today.plusDays(DAYS_AHEAD_MAX))) {
            refuse("bad-date", field, t("inventory.refusal.aDayIsAtMost", DAYS_BACK_MAX, DAYS_AHEAD_MAX, day));
        }
    }

    void text(String field, String text) {
        if (text.length() > TEXT_LENGTH_MAX || text.chars().anyMatch(Character::isISOControl)) {
            refuse("bad-text", field, t("inventory.refusal.thisHasAtMostCharacters", TEXT_LENGTH_MAX));
        }
    }
}
