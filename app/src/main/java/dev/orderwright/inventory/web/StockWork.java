package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Bucket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What people book about stock at a desk or with a scanner. */
enum StockWork {
    RECEIVE(
            "receive",
            "inventory.stockWork.receive",
            "r",
            "inventory.stockWork.receiveVerb",
            "inventory.stockWork.receiveWhy"),
    ADJUST(
            "adjust",
            "inventory.stockWork.adjust",
            "a",
            "inventory.stockWork.adjustVerb",
            "inventory.stockWork.adjustWhy"),
    MOVE("move", "inventory.stockWork.move", "m", "inventory.stockWork.moveVerb", "inventory.stockWork.moveWhy"),
    TRANSFER(
            "transfer",
            "inventory.stockWork.transfer",
            "s",
            "inventory.stockWork.transferVerb",
            "inventory.stockWork.transferWhy"),
    ANNOUNCE(
            "announce",
            "inventory.stockWork.announce",
            "n",
            "inventory.stockWork.announceVerb",
            "inventory.stockWork.announceWhy"),
    LIMIT("limit", "inventory.stockWork.limit", "l", "inventory.stockWork.limitVerb", "inventory.stockWork.limitWhy");

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
        return t(label);
    }

    /** Pressed on the page of an item. */
    String key() {
        return key;
    }

    /** What its button says. */
    String verb() {
        return t(verb);
    }

    String explanation() {
        return t(explanation);
    }
}
