package dev.orderwright.inventory;

import dev.orderwright.inventory.Adjustment.Adjusted;
import dev.orderwright.inventory.Adjustment.AdjustedLine;
import dev.orderwright.inventory.BucketChange.BucketsChanged;
import dev.orderwright.inventory.BucketChange.ChangedLine;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Puts balances right and moves units between conditions, never more than are there. */
@Component
class Adjusting {

    private final Commands commands;
    private final LineChecks checks;
    private final StockDocumentStore documents;
    private final ShelfWork shelf;

    Adjusting(Commands commands, LineChecks checks, StockDocumentStore documents, ShelfWork shelf) {
        this.commands = commands;
        this.checks = checks;
        this.documents = documents;
        this.shelf = shelf;
    }

    Outcome<Adjusted> adjust(Cause cause, List<Adjustment> lines) {
        Map<String, StockDocument> papers = documents.drafts(Kind.ADJUSTMENT, lines, Adjustment::note);
        return commands.once(cause, "adjust-stock", lines, Adjusted.class, run -> {
            LineCheck check = checks.of(lines, Adjustment::itemId);
            AdjustmentRules.checkAdjustments(check, lines);
            List<StockChange> changes = IntStream.range(0, lines.size())
                    .mapToObj(i -> StockChange.of(lines.get(i), "adjustments[" + i + "].delta"))
                    .toList();
            return apply(run, check, changes, papers, "StockAdjusted")
                    .map(done -> new Adjusted(lines.stream()
                            .map(line -> new AdjustedLine(
                                    Objects.requireNonNull(papers.get(line.note()))
                                            .number(),
                                    line.itemId(),
                                    line.nodeId(),
                                    line.bucket(),
                                    line.delta()))
                            .toList()));
        });
    }

    Outcome<BucketsChanged> changeBucket(Cause cause, List<BucketChange> lines) {
        Map<String, StockDocument> papers = documents.drafts(Kind.BUCKET_CHANGE, lines, BucketChange::note);
        return commands.once(cause, "change-bucket", lines, BucketsChanged.class, run -> {
            LineCheck check = checks.of(lines, BucketChange::itemId);
            AdjustmentRules.checkBucketChanges(check, lines);
            List<StockChange> changes = IntStream.range(0, lines.size())
                    .mapToObj(i -> StockChange.of(lines.get(i), "changes[" + i + "].quantity"))
                    .toList();
            return apply(run, check, changes, papers, "StockBucketChanged")
                    .map(done -> new BucketsChanged(lines.stream()
                            .map(line -> new ChangedLine(
                                    Objects.requireNonNull(papers.get(line.note()))
                                            .number(),
                                    line.itemId(),
                                    line.nodeId(),
                                    line.from(),
                                    line.to(),
                                    line.quantity()))
                            .toList()));
        });
    }

    private Outcome<Boolean> apply(
            Run run, LineCheck check, List<StockChange> changes, Map<String, StockDocument> papers, String factType) {
        if (!check.refusals().isEmpty()) {
            return Outcome.refused(check.refusals());
        }
        Set<Long> arriving = changes.stream()
                .filter(change -> change.to() == Bucket.AVAILABLE)
                .map(StockChange::itemId)
                .collect(Collectors.toSet());
        List<StockKey> keys = changes.stream().map(StockChange::key).toList();
        shelf.lockForArrival(run, arriving, keys);
        Shelves shelves = shelf.look(keys);
        List<Refusal> refusals = new ArrayList<>();
        changes.forEach(change -> change.applyTo(shelves).ifPresent(refusals::add));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        documents.write(run, papers.values());
        shelf.move(
                run,
                IntStream.range(0, changes.size())
                        .mapToObj(i -> changes.get(i).move(paper(papers, changes.get(i)), i + 1))
                        .toList(),
                shelves.taken());
        changes.stream()
                .collect(Collectors.groupingBy(change -> paper(papers, change)))
                .forEach((paper, lines) -> run.fact(fact(paper, lines, factType)));
        shelf.arrived(run, arriving);
        return Outcome.done(true);
    }

    private static StockDocument paper(Map<String, StockDocument> papers, StockChange change) {
        return Objects.requireNonNull(papers.get(change.note()));
    }

    private static Fact fact(StockDocument paper, List<StockChange> lines, String type) {
        return new Fact(
                "stock-document",
                paper.id(),
                type,
                Facts.data(
                        "number", paper.number(),
                        "note", paper.note(),
                        "lines", lines.size(),
                        "units", lines.stream().mapToLong(StockChange::quantity).sum(),
                        "reasons",
                                lines.stream()
                                        .map(StockChange::reason)
                                        .distinct()
                                        .sorted()
                                        .toList()));
    }
}
