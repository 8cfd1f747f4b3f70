package dev.orderwright.inventory.web;

import dev.orderwright.inventory.Bucket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people book about stock at a desk or with a scanner. */
enum StockWork {
    RECEIVE("receive", "Receive goods", "r", "Receive", "Goods have come and go onto the shelf."),
    ADJUST("adjust", "Adjust", "a", "Adjust", "The books say something else than the shelf: put the balance right."),
    MOVE("move", "Change condition", "m", "Change", "Units turn out to be damaged, held back, or good again."),
    TRANSFER("transfer", "Send to another node", "s", "Send", "Goods leave a node now and arrive at another later."),
    ANNOUNCE(
            "announce", "Announce supply", "n", "Announce", "A supplier will send goods: orders that wait get a date."),
    LIMIT("limit", "Keep back", "l", "Keep back", "Units are not promised, to any channel or to one.");

    /** The buckets that people change by hand; orders and deliveries hold the others. */
    static final List<Bucket> BY_HAND = List.of(Bucket.AVAILABLE, Bucket.QC_HOLD, Bucket.DAMAGED, Bucket.QUARANTINE);

    private final String path;
    private final String label;
    private final String key;
    private final String verb;
    private final String explanation;

    StockWork(String path, String label, String key, String verb, String explanation) {
        this.path = path;
        this.label = label;
        this.key = key;
        this.verb = verb;
        this.explanation = explanation;
    }

    static Optional<StockWork> of(String path) {
        return Arrays.stream(values()).filter(work -> work.path.equals(path)).findFirst();
    }

    String url() {
        return "/inventory/book/" + path;
    }

    String label() {
        return label;
    }

    /** Pressed on the page of an item. */
    String key() {
        return key;
    }

    /** What its button says. */
    String verb() {
        return verb;
    }

    String explanation() {
        return explanation;
    }
}
