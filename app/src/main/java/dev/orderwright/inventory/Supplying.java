package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.StockDocumentStore.Kind;
import dev.orderwright.inventory.StockDocumentStore.StockDocument;
import dev.orderwright.inventory.SupplyChange.ChangedSupply;
import dev.orderwright.inventory.SupplyChange.SuppliesChanged;
import dev.orderwright.inventory.SupplyDraft.AnnouncedSupply;
import dev.orderwright.inventory.SupplyDraft.SupplyAnnounced;
import dev.orderwright.inventory.SupplyStore.Write;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Announces what suppliers will send, and what became of the announcement. */
@Component
class Supplying {

    private final Commands commands;
    private final LineChecks checks;
    private final StockDocumentStore documents;
    private final SupplyStore store;
    private final ShelfWork shelf;
    private final Ids ids;

    Supplying(
            Commands commands,
            LineChecks checks,
            StockDocumentStore documents,
            SupplyStore store,
            ShelfWork shelf,
            Ids ids) {
        this.commands = commands;
        this.checks = checks;
        this.documents = documents;
        this.store = store;
        this.shelf = shelf;
        this.ids = ids;
    }

    Outcome<SupplyAnnounced> announce(Cause cause, List<SupplyDraft> drafts) {
        Map<String, StockDocument> papers = documents.drafts(Kind.SUPPLY, drafts, SupplyDraft::reference);
        return commands.once(
                cause, "announce-supply", drafts, SupplyAnnounced.class, run -> announce(run, drafts, papers));
    }

    private Outcome<SupplyAnnounced> announce(Run run, List<SupplyDraft> drafts, Map<String, StockDocument> papers) {
        List<Refusal> refusals = check(run, drafts);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        List<Write> writes = new ArrayList<>();
        List<StockMove> moves = new ArrayList<>();
        for (SupplyDraft draft : drafts) {
            StockDocument paper = Objects.requireNonNull(papers.get(draft.reference()));
            Supply supply = new Supply(
                    ids.next(),
                    draft.itemId(),
                    draft.nodeId(),
                    draft.expectedOn(),
                    draft.quantity(),
                    0,
                    false,
                    paper.number(),
                    paper.reference());
            writes.add(new Write(supply, paper.id()));
            moves.add(move(supply, Bucket.SUPPLIER, Bucket.INCOMING, "ANNOUNCED", paper.id(), writes.size()));
        }
        List<Long> items = drafts.stream().map(SupplyDraft::itemId).toList();
        shelf.lockForArrival(run, items, List.of());
        documents.write(run, papers.values());
        shelf.move(run, moves, List.of());
        store.insert(writes);
        writes.stream()
                .collect(Collectors.groupingBy(write -> write.supply().number()))
                .forEach((number, lines) -> run.fact(new Fact(
                        "stock-document",
                        lines.getFirst().documentId(),
                        "SupplyAnnounced",
                        Facts.data(
                                "number", number,
                                "reference", lines.getFirst().supply().reference(),
                                "lines", lines.size(),
                                "units",
                                        lines.stream()
                                                .mapToLong(line -> line.supply().quantity())
                                                .sum()))));
        shelf.arrived(run, items);
        return Outcome.done(new SupplyAnnounced(writes.stream()
                .map(Write::supply)
                .map(s -> new AnnouncedSupply(s.id(), s.number(), s.itemId(), s.nodeId(), s.quantity()))
                .toList()));
    }

    private List<Refusal> check(Run run, List<SupplyDraft> drafts) {
        LineCheck check = checks.of(drafts, SupplyDraft::itemId);
        if (!check.size("supplies", drafts.size())) {
            return check.refusals();
        }
        for (int i = 0; i < drafts.size(); i++) {
            SupplyDraft draft = drafts.get(i);
            String at = "supplies[" + i + "].";
            check.item(at + "sku", draft.itemId());
            check.workingNode(at + "node", draft.nodeId());
            check.day(at + "expectedOn", draft.expectedOn(), run.at());
            check.quantity(at + "quantity", draft.quantity());
            check.text(at + "reference", draft.reference());
        }
        return check.refusals();
    }

    private static StockMove move(Supply supply, Bucket from, Bucket to, String reason, long documentId, int lineNo) {
        return new StockMove(
                supply.itemId(),
                supply.nodeId(),
                from,
                supply.nodeId(),
                to,
                supply.open(),
                reason,
                Kind.SUPPLY.name(),
                documentId,
                lineNo);
    }

    Outcome<SuppliesChanged> change(Cause cause, List<SupplyChange> changes) {
        return commands.once(cause, "change-supply", changes, SuppliesChanged.class, run -> change(run, changes));
    }

    private Outcome<SuppliesChanged> change(Run run, List<SupplyChange> changes) {
        LineCheck check = new LineCheck(Map.of(), List.of());
        if (!check.size("supplies", changes.size())) {
            return Outcome.refused(check.refusals());
        }
        for (int i = 0; i < changes.size(); i++) {
            SupplyChange change = changes.get(i);
            if (change.expectedOn() != null) {
                check.day("supplies[" + i + "].expectedOn", change.expectedOn(), run.at());
            }
        }
        if (!check.refusals().isEmpty()) {
            return Outcome.refused(check.refusals());
        }
        List<Long> items = changes.stream().map(SupplyChange::itemId).toList();
        shelf.lockForArrival(
                run,
                items,
                find(changes).values().stream()
                        .map(supply -> new StockKey(supply.itemId(), supply.nodeId()))
                        .toList());
        Map<Long, Supply> known = find(changes);
        for (int i = 0; i < changes.size(); i++) {
            Supply supply = known.get(changes.get(i).supplyId());
            String at = "supplies[" + i + "].supply";
            if (supply == null || supply.itemId() != changes.get(i).itemId()) {
                check.refuse(
                        "unknown-supply",
                        at,
                        t("inventory.refusal.thereIsNoSupplyOf", changes.get(i).supplyId()));
            } else if (supply.open() == 0) {
                check.refuse("nothing-open", at, t("inventory.refusal.nothingOfTheSupplyIs", supply.number()));
            }
        }
        if (!check.refusals().isEmpty()) {
            return Outcome.refused(check.refusals());
        }
        SuppliesChanged changed = write(run, changes, known);
        shelf.arrived(run, items);
        return Outcome.done(changed);
    }

    private Map<Long, Supply> find(List<SupplyChange> changes) {
        return store
                .byId(
                        changes.stream().map(SupplyChange::itemId).toList(),
                        changes.stream().map(SupplyChange::supplyId).toList())
                .stream()
                .collect(Collectors.toMap(Supply::id, supply -> supply));
    }

    private SuppliesChanged write(Run run, List<SupplyChange> changes, Map<Long, Supply> known) {
        Map<Long, Supply> changed = new LinkedHashMap<>(known);
        List<StockMove> moves = new ArrayList<>();
        for (SupplyChange change : changes) {
            Supply supply = Objects.requireNonNull(changed.get(change.supplyId()));
            if (change.expectedOn() != null) {
                supply = supply.moved(change.expectedOn());
            }
            if (change.close() && supply.open() > 0) {
                moves.add(move(supply, Bucket.INCOMING, Bucket.SUPPLIER, "NOT_COMING", supply.id(), 1));
                supply = supply.ended();
            }
            changed.put(supply.id(), supply);
            run.fact(new Fact(
                    "supply",
                    supply.id(),
                    "SupplyChanged",
                    Facts.data(
                            "number", supply.number(),
                            "expectedOn", supply.expectedOn().toString(),
                            "closed", supply.closed())));
        }
        store.change(List.copyOf(changed.values()));
        shelf.move(run, moves, List.of());
        return new SuppliesChanged(changes.stream()
                .map(change -> Objects.requireNonNull(changed.get(change.supplyId())))
                .map(supply -> new ChangedSupply(supply.id(), supply.expectedOn(), supply.open()))
                .toList());
    }
}
