package dev.orderwright.bench.kill;

import dev.orderwright.bench.kill.Notebook.Goods;
import dev.orderwright.bench.kill.Notebook.Wanted;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Holds what clients were told against what is stored. Pure. */
final class Audit {

    private final Notebook notebook;
    private final Stored stored;
    private final Map<String, List<Stored.Order>> byExternalId = new HashMap<>();
    private final List<String> findings = new ArrayList<>();
    private long lost;
    private long duplicates;
    private long oversold;
    private long untrue;

    private Audit(Notebook notebook, Stored stored) {
        this.notebook = notebook;
        this.stored = stored;
        stored.orders()
                .forEach(order -> byExternalId
                        .computeIfAbsent(order.externalId(), any -> new ArrayList<>())
                        .add(order));
    }

    /**
     * What was found.
     *
     * @param lost what was acknowledged and is not stored
     * @param duplicates what is stored more often than it was acknowledged
     * @param oversold units promised that never came in
     * @param untrue answers that do not fit what is stored in another way
     */
    record Found(long lost, long duplicates, long oversold, long untrue, List<String> findings) {}

    static Found compare(Notebook notebook, Stored stored) {
        Audit audit = new Audit(notebook, stored);
        notebook.orders().forEach(audit::order);
        audit.strangers();
        audit.scarceGoods();
        audit.receipts();
        notebook.contradictions().forEach(audit::untrue);
        return new Found(audit.lost, audit.duplicates, audit.oversold, audit.untrue, audit.findings);
    }

    private void order(Wanted wanted) {
        List<Stored.Order> found = byExternalId.getOrDefault(wanted.externalId(), List.of());
        if (found.size() > 1) {
            duplicate(found.size() - 1L, wanted.externalId() + " is stored " + found.size() + " times");
        }
        String number = wanted.number();
        if (number == null) {
            if (!found.isEmpty()) {
                untrue(wanted.externalId() + " was not acknowledged (" + wanted.refusal() + ") and is stored");
            }
            return;
        }
        Stored.Order order = found.stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElse(null);
        if (order == null) {
            lost(1, number + " of " + wanted.externalId() + " is not stored");
            return;
        }
        if (order.allUnits() != wanted.units()) {
            untrue(number + " has " + order.allUnits() + " units of " + wanted.units());
        }
        cancellations(wanted, order);
        shipments(wanted, order);
    }

    private void cancellations(Wanted wanted, Stored.Order order) {
        long cancelled = order.units("CANCELLED");
        if (cancelled < wanted.cancelled()) {
            lost(1, order.number() + ": " + wanted.cancelled() + " units were cancelled, stored are " + cancelled);
        } else if (cancelled > wanted.cancelled() + wanted.askedToCancel()) {
            duplicate(1, order.number() + ": " + wanted.cancelled() + " units were cancelled, stored are " + cancelled);
        }
    }

    private void shipments(Wanted wanted, Stored.Order order) {
        long shipped = order.units("SHIPPED", "DELIVERED");
        if (shipped < wanted.shipped()) {
            lost(1, order.number() + ": " + wanted.shipped() + " units were handed over, stored are " + shipped);
        } else if (shipped > wanted.shipped()) {
            duplicate(1, order.number() + ": " + wanted.shipped() + " units were handed over, stored are " + shipped);
        }
    }

    private void strangers() {
        List<String> known = notebook.orders().stream().map(Wanted::externalId).toList();
        byExternalId.keySet().stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> untrue(id + " is stored and nobody has placed it"));
    }

    /** What came in is sold, or still there. */
    private void scarceGoods() {
        Map<String, Long> sold = new HashMap<>();
        for (Wanted wanted : notebook.orders()) {
            if (wanted.goods() == Goods.SCARCE) {
                for (Stored.Order order : byExternalId.getOrDefault(wanted.externalId(), List.of())) {
                    sold.merge(wanted.sku(), order.allUnits() - order.units("CANCELLED"), Long::sum);
                }
            }
        }
        sold.forEach((sku, units) -> {
            long received = received(sku);
            long left = stored.available().getOrDefault(sku, 0L);
            if (units > received) {
                oversold += units - received;
                findings.add(sku + ": " + units + " units sold of " + received);
            } else if (units + left != received) {
                untrue(sku + ": " + received + " came in, " + units + " are sold, " + left + " are left");
            }
        });
    }

    private long received(String sku) {
        return notebook.received().containsKey(sku)
                ? notebook.received().get(sku).sum()
                : 0;
    }

    private void receipts() {
        notebook.received().forEach((sku, units) -> {
            long there = stored.available().getOrDefault(sku, 0L);
            if (!sku.startsWith("COUNTED") || there == units.sum()) {
                return;
            }
            String what = sku + ": " + units.sum() + " came in, stored are " + there;
            if (there < units.sum()) {
                lost(1, what);
            } else {
                duplicate(1, what);
            }
        });
    }

    private void lost(long count, String what) {
        lost += count;
        findings.add("lost: " + what);
    }

    private void duplicate(long count, String what) {
        duplicates += count;
        findings.add("duplicate: " + what);
    }

    private void untrue(String what) {
        untrue++;
        findings.add("untrue: " + what);
    }
}
