package dev.orderwright.inventory;

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
            refuse("bad-size", field, "Send 1 to " + LINES_MAX + " lines at a time; this has " + lines + ".");
        }
        return good;
    }

    void item(String field, long itemId) {
        Item item = items.get(itemId);
        if (item == null) {
            refuse("unknown-sku", field, "There is no item " + itemId + ".");
        } else if (!item.isStocked()) {
            refuse("not-stocked", field, item.sku() + " is a charge; only goods have stock.");
        }
    }

    void node(String field, long nodeId) {
        Node node = nodes.get(nodeId);
        if (node == null) {
            refuse("unknown-node", field, "There is no node " + nodeId + ".");
        }
    }

    /** A node that takes goods in. */
    void workingNode(String field, long nodeId) {
        node(field, nodeId);
        Node node = nodes.get(nodeId);
        if (node != null && !node.active()) {
            refuse("node-inactive", field, "The node " + node.code() + " is not active.");
        }
    }

    void quantity(String field, long quantity) {
        if (quantity <= 0) {
            refuse("not-positive", field, "A quantity is above 0, not " + quantity + ".");
        } else if (quantity > QUANTITY_MAX) {
            refuse("quantity-too-large", field, "A quantity is at most " + QUANTITY_MAX + ", not " + quantity + ".");
        }
    }

    /** A change of a quantity, up or down. */
    void delta(String field, long delta) {
        if (delta == 0) {
            refuse("zero-quantity", field, "A change by 0 changes nothing.");
        } else if (delta > QUANTITY_MAX || delta < -QUANTITY_MAX) {
            refuse("quantity-too-large", field, "A change is at most " + QUANTITY_MAX + ", not " + delta + ".");
        }
    }

    void bin(String field, String bin) {
        if (!bin.isEmpty() && !BIN.matcher(bin).matches()) {
            refuse(
                    "bad-bin",
                    field,
                    "A bin has 1 to 32 capital letters, digits and . _ / -, not '" + bin
                            + "'; empty for the usual one.");
        }
    }

    void reason(String field, String reason) {
        if (!REASON.matcher(reason).matches()) {
            refuse("bad-reason", field, "A reason is a word in capitals such as RECEIPT, not '" + reason + "'.");
        }
    }

    /** A day on which something is expected: not long gone, and not so far off that it must be a slip. */
    void day(String field, LocalDate day, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        if (day.isBefore(today.minusDays(DAYS_BACK_MAX)) || day.isAfter(today.plusDays(DAYS_AHEAD_MAX))) {
            refuse(
                    "bad-date",
                    field,
                    "A day is at most " + DAYS_BACK_MAX + " days back and " + DAYS_AHEAD_MAX + " days ahead, not " + day
                            + ".");
        }
    }

    void text(String field, String text) {
        if (text.length() > TEXT_LENGTH_MAX || text.chars().anyMatch(Character::isISOControl)) {
            refuse("bad-text", field, "This has at most " + TEXT_LENGTH_MAX + " characters on one line.");
        }
    }
}
