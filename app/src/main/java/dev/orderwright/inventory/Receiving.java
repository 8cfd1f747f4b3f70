package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Receipt.Received;
import dev.orderwright.inventory.Receipt.ReceivedLine;
import dev.orderwright.inventory.StockDocumentStore.Kind;
import dev.orderwright.inventory.StockDocumentStore.StockDocument;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes goods in: they become available, and whoever waits for them gets them in the same transaction. */
@Component
class Receiving {

    private final Commands commands;
    private final LineChecks checks;
    private final StockDocumentStore documents;
    private final SupplyStore supplies;
    private final ShelfWork shelf;

    Receiving(
            Commands commands, LineChecks checks, StockDocumentStore documents, SupplyStore supplies, ShelfWork shelf) {
        this.commands = commands;
        this.checks = checks;
        this.documents = documents;
        this.supplies = supplies;
        this.shelf = shelf;
    }

    Outcome<Received> receive(Cause cause, List<Receipt> receipts) {
        Map<String, StockDocument> papers = documents.drafts(Kind.RECEIPT, receipts, Receipt::documentNo);
        return commands.once(cause, "receive-stock", receipts, Received.class, run -> receive(run, receipts, papers));
    }

    private Outcome<Received> receive(Run run, List<Receipt> receipts, Map<String, StockDocument> papers) {
        List<Refusal> refusals = check(receipts);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        Set<Long> items = receipts.stream().map(Receipt::itemId).collect(Collectors.toCollection(TreeSet::new));
        shelf.lockForArrival(run, items, receipts.stream().map(Receiving::key).toList());
        Map<Long, Supply> announced = announced(receipts);
        refusals = checkSupplies(receipts, announced);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        documents.write(run, papers.values());
        shelf.move(run, moves(receipts, papers, new HashMap<>(announced)), List.of());
        receipts.stream()
                .collect(Collectors.groupingBy(receipt -> paper(papers, receipt)))
                .forEach((paper, lines) -> run.fact(fact(paper, lines)));
        shelf.arrived(run, items);
        return Outcome.done(new Received(receipts.stream()
                .map(receipt -> new ReceivedLine(
                        paper(papers, receipt).number(),
                        receipt.itemId(),
                        receipt.nodeId(),
                        receipt.bin().isEmpty() ? StockMove.MAIN_BIN : receipt.bin(),
                        receipt.quantity()))
                .toList()));
    }

    private static StockKey key(Receipt receipt) {
        return new StockKey(receipt.itemId(), receipt.nodeId());
    }

    private static StockDocument paper(Map<String, StockDocument> papers, Receipt receipt) {
        return Objects.requireNonNull(papers.get(receipt.documentNo()));
    }

    private List<Refusal> check(List<Receipt> receipts) {
        LineCheck check = checks.of(receipts, Receipt::itemId);
        if (!check.size("receipts", receipts.size())) {
            return check.refusals();
        }
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            String at = "receipts[" + i + "].";
            check.item(at + "sku", receipt.itemId());
            check.workingNode(at + "node", receipt.nodeId());
            check.quantity(at + "quantity", receipt.quantity());
            check.bin(at + "bin", receipt.bin());
            check.reason(at + "reason", receipt.reason());
            check.text(at + "document", receipt.documentNo());
        }
        return check.refusals();
    }

    private Map<Long, Supply> announced(List<Receipt> receipts) {
        List<Receipt> expected =
                receipts.stream().filter(receipt -> receipt.supplyId() != null).toList();
        return expected.isEmpty()
                ? Map.of()
                : supplies
                        .byId(
                                expected.stream().map(Receipt::itemId).toList(),
                                expected.stream().map(Receipt::supplyId).toList())
                        .stream()
                        .collect(Collectors.toMap(Supply::id, supply -> supply));
    }

    private static List<Refusal> checkSupplies(List<Receipt> receipts, Map<Long, Supply> announced) {
        List<Refusal> refusals = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            if (receipt.supplyId() == null) {
                continue;
            }
            Supply supply = announced.get(receipt.supplyId());
            String at = "receipts[" + i + "].supply";
            if (supply == null || supply.itemId() != receipt.itemId()) {
                refusals.add(
                        Refusal.of("unknown-supply", at, t("inventory.refusal.thereIsNoSupplyOf", receipt.supplyId())));
            } else if (supply.nodeId() != receipt.nodeId()) {
                refusals.add(Refusal.of(
                        "supply-elsewhere", at, t("inventory.refusal.theSupplyIsAnnouncedFor", receipt.supplyId())));
            }
        }
        return refusals;
    }

    /** What was announced comes out of INCOMING, as far as it goes; everything else straight from the supplier. */
    private List<StockMove> moves(List<Receipt> receipts, Map<String, StockDocument> papers, Map<Long, Supply> open) {
        List<StockMove> moves = new ArrayList<>();
        for (int i = 0; i < receipts.size(); i++) {
            Receipt receipt = receipts.get(i);
            StockDocument paper = paper(papers, receipt);
            Supply supply = receipt.supplyId() == null ? null : open.get(receipt.supplyId());
            long fromIncoming = supply == null ? 0 : Math.min(receipt.quantity(), supply.open());
            if (supply != null && fromIncoming > 0) {
                open.put(supply.id(), supply.plusReceived(fromIncoming));
                moves.add(move(receipt, Bucket.INCOMING, fromIncoming, paper, i));
            }
            if (receipt.quantity() > fromIncoming) {
                moves.add(move(receipt, Bucket.SUPPLIER, receipt.quantity() - fromIncoming, paper, i));
            }
        }
        supplies.change(List.copyOf(open.values()));
        return moves;
    }

    private static StockMove move(Receipt receipt, Bucket from, long quantity, StockDocument paper, int index) {
        return new StockMove(
                receipt.itemId(),
                receipt.nodeId(),
                from,
                receipt.nodeId(),
                Bucket.AVAILABLE,
                quantity,
                receipt.reason(),
                Kind.RECEIPT.name(),
                paper.id(),
                index + 1,
                receipt.bin());
    }

    private static Fact fact(StockDocument paper, List<Receipt> lines) {
        return new Fact(
                "stock-document",
                paper.id(),
                "StockReceived",
                Facts.data(
                        "number", paper.number(),
                        "reference", paper.reference(),
                        "lines", lines.size(),
                        "units", lines.stream().mapToLong(Receipt::quantity).sum()));
    }
}
