package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.LedgerEntry;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Show;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Puts movements into words: from where to where, why, on which paper. */
record LedgerWords(Show show, Map<Long, Node> nodes, int decimals) {

    StockItemPage.Move move(LedgerEntry entry) {
        boolean ofOrder = entry.documentKind().equalsIgnoreCase("order");
        boolean ofTransfer = entry.documentKind().equals("TRANSFER");
        String number = Objects.requireNonNullElse(entry.documentNumber(), "");
        return new StockItemPage.Move(
                show.moment(entry.at()),
                entry.at().toString(),
                way(entry),
                reason(entry.reason()),
                ofOrder ? t("inventory.ledger.order") : number,
                ofOrder
                        ? "/orders/" + entry.documentId()
                        : ofTransfer ? "/inventory/transfers/" + entry.documentId() : "",
                entry.reference(),
                Show.actor(entry.actor()),
                Quantities.text(entry.quantity(), decimals),
                Quantities.text(entry.onHandAfter(), decimals),
                Quantities.text(entry.availableAfter(), decimals));
    }

    private String way(LedgerEntry entry) {
        String from = StockAnswers.code(nodes, entry.fromNodeId());
        String to = StockAnswers.code(nodes, entry.toNodeId());
        return entry.fromNodeId() == entry.toNodeId()
                ? to + ": " + bucket(entry.from()) + " → " + bucket(entry.to())
                : from + " " + bucket(entry.from()) + " → " + to + " " + bucket(entry.to());
    }

    /** What has moved it, as people call it; the name of what nobody has words for. */
    private static String reason(String code) {
        String key = "inventory.Move." + code.toUpperCase(Locale.ROOT);
        return Texts.has(key) ? t(key) : code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String bucket(Bucket bucket) {
        return Show.words(bucket).toLowerCase(Locale.ROOT);
    }
}
