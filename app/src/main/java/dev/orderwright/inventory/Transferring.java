package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.StockDocumentStore.Kind;
import dev.orderwright.inventory.StockDocumentStore.StockDocument;
import dev.orderwright.inventory.Transfer.TransferProgress;
import dev.orderwright.inventory.Transfer.TransferReceipt;
import dev.orderwright.inventory.Transfer.TransferredLine;
import dev.orderwright.inventory.TransferDraft.TransferLine;
import dev.orderwright.inventory.TransferDraft.TransferShipped;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Sends goods from node to node: they leave one shelf, are on their way, and arrive on another, or are given up. */
@Component
class Transferring {

    private final Commands commands;
    private final LineChecks checks;
    private final StockDocumentStore documents;
    private final TransferStore store;
    private final ShelfWork shelf;

    Transferring(
            Commands commands, LineChecks checks, StockDocumentStore documents, TransferStore store, ShelfWork shelf) {
        this.commands = commands;
        this.checks = checks;
        this.documents = documents;
        this.store = store;
        this.shelf = shelf;
    }

    Outcome<TransferShipped> ship(Cause cause, TransferDraft draft) {
        StockDocument paper = documents.draft(Kind.TRANSFER, draft.reference(), draft.note());
        return commands.once(cause, "ship-transfer", draft, TransferShipped.class, run -> ship(run, draft, paper));
    }

    private Outcome<TransferShipped> ship(Run run, TransferDraft draft, StockDocument paper) {
        List<Refusal> refusals = check(run, draft);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<StockKey> keys = new ArrayList<>();
        for (TransferLine line : draft.lines()) {
            keys.add(new StockKey(line.itemId(), draft.fromNodeId()));
            keys.add(new StockKey(line.itemId(), draft.toNodeId()));
        }
        Shelves shelves = shelf.look(keys);
        refusals = new ArrayList<>();
        List<StockMove> moves = new ArrayList<>();
        for (int i = 0; i < draft.lines().size(); i++) {
            TransferLine line = draft.lines().get(i);
            StockKey key = new StockKey(line.itemId(), draft.fromNodeId());
            Optional<Refusal> missing =
                    shelves.missing(key, Bucket.AVAILABLE, line.quantity(), line.bin(), "lines[" + i + "].quantity");
            if (missing.isPresent()) {
                refusals.add(missing.get());
            } else {
                shelves.take(key, Bucket.AVAILABLE, line.quantity(), line.bin());
                moves.add(departure(draft, line, paper, i + 1));
            }
        }
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        documents.write(run, List.of(paper));
        store.insert(paper.id(), draft, run.at());
        shelf.move(run, moves, shelves.taken());
        run.fact(fact(paper.id(), paper.number(), "TransferShipped", moves));
        return Outcome.done(new TransferShipped(paper.id(), paper.number()));
    }

    private List<Refusal> check(Run run, TransferDraft draft) {
        LineCheck check = checks.of(draft.lines(), TransferLine::itemId);
        if (!check.size("lines", draft.lines().size())) {
            return check.refusals();
        }
        check.node("fromNode", draft.fromNodeId());
        check.workingNode("toNode", draft.toNodeId());
        if (draft.fromNodeId() == draft.toNodeId()) {
            check.refuse("same-node", "toNode", t("inventory.refusal.aTransferGoesFromOne"));
        }
        check.day("expectedOn", draft.expectedOn(), run.at());
        check.text("reference", draft.reference());
        check.text("note", draft.note());
        for (int i = 0; i < draft.lines().size(); i++) {
            TransferLine line = draft.lines().get(i);
            String at = "lines[" + i + "].";
            check.item(at + "sku", line.itemId());
            check.quantity(at + "quantity", line.quantity());
            check.bin(at + "bin", line.bin());
        }
        return check.refusals();
    }

    private static StockMove departure(TransferDraft draft, TransferLine line, StockDocument paper, int lineNo) {
        return new StockMove(
                line.itemId(),
                draft.fromNodeId(),
                Bucket.AVAILABLE,
                draft.toNodeId(),
                Bucket.IN_TRANSIT,
                line.quantity(),
                "TRANSFER_OUT",
                Kind.TRANSFER.name(),
                paper.id(),
                lineNo);
    }

    Outcome<TransferProgress> receive(
            Cause cause, long transferId, List<TransferReceipt> receipts, @Nullable Integer version) {
        return commands.once(
                cause,
                "receive-transfer",
                Versions.asked(List.of(transferId, receipts), version),
                TransferProgress.class,
                run -> receive(run, transferId, receipts, version));
    }

    private Outcome<TransferProgress> receive(
            Run run, long transferId, List<TransferReceipt> receipts, @Nullable Integer version) {
        Optional<Transfer> seen = store.find(transferId);
        if (seen.isEmpty()) {
            return Outcome.refused(unknown(transferId));
        }
        lock(run, seen.get(), true);
        Transfer transfer = store.find(transferId).orElseThrow();
        Optional<Refusal> stale = Versions.stale(version, transfer.version(), transfer.number());
        if (stale.isPresent()) {
            return Outcome.refused(stale.get());
        }
        Map<Integer, TransferredLine> lines = transfer.lines().stream()
                .collect(Collectors.toMap(TransferredLine::lineNo, line -> line, (a, b) -> a, TreeMap::new));
        List<Refusal> refusals = TransferRules.check(receipts, lines);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<StockMove> moves = new ArrayList<>();
        for (TransferReceipt receipt : receipts) {
            TransferredLine line = Objects.requireNonNull(lines.get(receipt.lineNo()));
            lines.put(line.lineNo(), line.plusReceived(receipt.quantity()));
            moves.add(end(transfer, line, Bucket.AVAILABLE, receipt.quantity(), "TRANSFER_IN", receipt.bin()));
        }
        return finish(run, transfer, lines, moves, "TransferReceived");
    }

    Outcome<TransferProgress> close(Cause cause, long transferId, @Nullable Integer version) {
        return commands.once(
                cause,
                "close-transfer",
                Versions.asked(transferId, version),
                TransferProgress.class,
                run -> close(run, transferId, version));
    }

    private Outcome<TransferProgress> close(Run run, long transferId, @Nullable Integer version) {
        Optional<Transfer> seen = store.find(transferId);
        if (seen.isEmpty()) {
            return Outcome.refused(unknown(transferId));
        }
        lock(run, seen.get(), false);
        Transfer transfer = store.find(transferId).orElseThrow();
        Optional<Refusal> stale = Versions.stale(version, transfer.version(), transfer.number());
        if (stale.isPresent()) {
            return Outcome.refused(stale.get());
        }
        if (!transfer.isOpen()) {
            return Outcome.refused("nothing-open", t("inventory.refusal.nothingOfIsOnIts", transfer.number()));
        }
        Map<Integer, TransferredLine> lines = new TreeMap<>();
        List<StockMove> moves = new ArrayList<>();
        for (TransferredLine line : transfer.lines()) {
            if (line.open() > 0) {
                moves.add(end(transfer, line, Bucket.LOSS, line.open(), "LOST_IN_TRANSIT", ""));
                lines.put(line.lineNo(), line.ended());
            }
        }
        return finish(run, transfer, lines, moves, "TransferClosed");
    }

    /** Whoever waits for the goods first, then the transfer, then the stock at its end. */
    private void lock(Run run, Transfer transfer, boolean arriving) {
        List<StockKey> keys = transfer.lines().stream()
                .map(line -> new StockKey(line.itemId(), transfer.toNodeId()))
                .toList();
        shelf.lockForArrival(run, arriving ? keys.stream().map(StockKey::itemId).toList() : List.of(), List.of());
        store.lock(transfer.id());
        shelf.lockForArrival(run, List.of(), keys);
    }

    private Outcome<TransferProgress> finish(
            Run run, Transfer transfer, Map<Integer, TransferredLine> lines, List<StockMove> moves, String factType) {
        store.change(transfer.id(), lines.values());
        shelf.move(run, moves, List.of());
        run.fact(fact(transfer.id(), transfer.number(), factType, moves));
        shelf.arrived(
                run,
                moves.stream()
                        .filter(move -> move.to() == Bucket.AVAILABLE)
                        .map(StockMove::itemId)
                        .toList());
        long units = moves.stream().mapToLong(StockMove::quantity).sum();
        long open = store.find(transfer.id()).orElseThrow().lines().stream()
                .mapToLong(TransferredLine::open)
                .sum();
        return Outcome.done(new TransferProgress(transfer.id(), transfer.number(), units, open));
    }

    private static StockMove end(
            Transfer transfer, TransferredLine line, Bucket to, long quantity, String reason, String bin) {
        return new StockMove(
                line.itemId(),
                transfer.toNodeId(),
                Bucket.IN_TRANSIT,
                transfer.toNodeId(),
                to,
                quantity,
                reason,
                Kind.TRANSFER.name(),
                transfer.id(),
                line.lineNo(),
                bin);
    }

    private static Refusal unknown(long transferId) {
        return Refusal.of("unknown-transfer", "transfer", t("inventory.refusal.thereIsNoTransfer", transferId));
    }

    private static Fact fact(long id, String number, String type, List<StockMove> moves) {
        return new Fact(
                "stock-document",
                id,
                type,
                Facts.data(
                        "number", number,
                        "lines", moves.size(),
                        "units", moves.stream().mapToLong(StockMove::quantity).sum()));
    }
}
