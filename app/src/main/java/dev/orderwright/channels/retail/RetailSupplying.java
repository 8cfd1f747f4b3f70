package dev.orderwright.channels.retail;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.channels.ImportRun;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Receipt;
import dev.orderwright.inventory.Receipt.Received;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Receives the supply that lets a file's orders run, when its day has come. */
@Component
class RetailSupplying {

    private static final int RECEIPTS_MAX = 5_000;
    private static final String KEY_REUSED = "key-reused";

    private final Inventory inventory;
    private final Catalog catalog;

    RetailSupplying(Inventory inventory, Catalog catalog) {
        this.inventory = inventory;
        this.catalog = catalog;
    }

    /** The supply of a file, day by day. */
    final class Schedule {
        private final ImportRun run;
        private final List<Long> nodes;
        private final List<SupplyReceipt> receipts;
        private int next;

        private Schedule(ImportRun run, SupplyPlan plan, List<Long> nodes) {
            this.run = run;
            this.nodes = nodes;
            this.receipts = plan.receipts().toList();
        }

        /** Passes over what an earlier run of the import has received. */
        void skipUntil(LocalDate day) {
            while (next < receipts.size() && !date(next).isAfter(day)) {
                next++;
            }
        }

        /** Receives what comes on that day or before. */
        void receiveUntil(LocalDate day) {
            while (next < receipts.size() && !date(next).isAfter(day)) {
                int from = next;
                LocalDate date = date(from);
                while (next < receipts.size() && date(next).equals(date) && next - from < RECEIPTS_MAX) {
                    next++;
                }
                receive(receipts.subList(from, next), date, from);
            }
        }

        private LocalDate date(int receipt) {
            return receipts.get(receipt).at().toLocalDate();
        }

        private void receive(List<SupplyReceipt> set, LocalDate date, int from) {
            Map<Sku, Long> items = catalog
                    .bySku(set.stream().map(receipt -> Sku.of(receipt.sku())).collect(Collectors.toSet()))
                    .values()
                    .stream()
                    .collect(Collectors.toMap(Item::sku, Item::id));
            Cause cause = run.cause(
                    "supply/" + date + "/" + from,
                    RetailDrafts.instant(set.getFirst().at()));
            String paper = "RETAIL-" + date + "-" + run.job().sha256().substring(0, 8);
            Outcome<Received> outcome = inventory.receive(
                    cause,
                    set.stream()
                            .map(receipt -> new Receipt(
                                    Objects.requireNonNull(items.get(Sku.of(receipt.sku()))),
                                    nodes.get(receipt.node()),
                                    receipt.quantity(),
                                    "",
                                    Receipt.RECEIPT,
                                    paper,
                                    null))
                            .toList());
            // Where another file was taken in meanwhile the rest of the plan is another one; what has come has come.
            if (!(outcome instanceof Outcome.Refused<Received> refused
                    && refused.first().code().equals(KEY_REUSED))) {
                outcome.orThrow();
            }
        }
    }

    Schedule schedule(ImportRun run, SupplyPlan plan, List<Long> nodes) {
        return new Schedule(run, plan, nodes);
    }
}
