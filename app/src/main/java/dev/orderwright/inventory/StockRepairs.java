package dev.orderwright.inventory;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Puts right what damage from outside has done to the books of stock: balances follow the ledger, bins follow the
 * balances. Each answers with what it changed, in sentences; nothing when all was well.
 */
@Component
public class StockRepairs {

    private final StockRepairStore store;
    private final StockStore stock;
    private final StockLedger ledger;
    private final BinStore bins;
    private final NodeBook nodes;

    StockRepairs(StockRepairStore store, StockStore stock, StockLedger ledger, BinStore bins, NodeBook nodes) {
        this.store = store;
        this.stock = stock;
        this.ledger = ledger;
        this.bins = bins;
        this.nodes = nodes;
    }

    /** Sets the balances of an item to the sums of its movements, which are never changed. */
    public Outcome<List<String>> balancesFollowLedger(Run run, long itemId) {
        TreeSet<StockKey> keys = Stream.concat(store.fold(itemId).stream(), stock.ofItems(List.of(itemId)).stream())
                .map(StockLevel::key)
                .collect(Collectors.toCollection(TreeSet::new));
        List<StockLevel> found = ledger.lock(keys);
        // Read again under the lock: whoever moved stock meanwhile has written both.
        Map<StockKey, StockLevel> fold =
                store.fold(itemId).stream().collect(Collectors.toMap(StockLevel::key, Function.identity()));
        List<StockLevel> right = new ArrayList<>();
        List<String> changes = new ArrayList<>();
        for (StockLevel level : found) {
            StockLevel should = fold.getOrDefault(level.key(), StockLevel.none(level.key()));
            for (Bucket bucket : inside()) {
                if (should.in(bucket) < 0) {
                    return Outcome.refused(
                            "ledger-below-zero",
                            t(
                                    "inventory.refusal.theMovementsOfAtSum",
                                    bucket,
                                    code(level.key().nodeId())));
                }
                if (should.in(bucket) != level.in(bucket)) {
                    changes.add(bucket + " at " + code(level.key().nodeId()) + ": " + level.in(bucket) + " → "
                            + should.in(bucket));
                }
            }
            right.add(should);
        }
        store.set(itemId, right);
        return Outcome.done(changes);
    }

    private static List<Bucket> inside() {
        return Arrays.stream(Bucket.values()).filter(Bucket::isInside).toList();
    }

    /** Makes the bins of an item hold what lies on the shelf: what is missing is laid into the usual bin. */
    public Outcome<List<String>> binsFollowBalances(Run run, long itemId) {
        List<String> changes = new ArrayList<>();
        for (StockLevel level : stock.lockItems(List.of(itemId))) {
            long node = level.key().nodeId();
            List<BinStock> there = bins.ofItems(List.of(itemId)).stream()
                    .filter(bin -> bin.nodeId() == node)
                    .toList();
            long missing = level.available()
                    + level.reserved()
                    - there.stream().mapToLong(BinStock::quantity).sum();
            if (missing > 0) {
                bins.put(List.of(new BinClaim(itemId, node, StockMove.MAIN_BIN, missing)));
                changes.add("bin " + StockMove.MAIN_BIN + " at " + code(node) + ": " + missing + " more");
            } else if (missing < 0) {
                List<BinClaim> taken = tooMany(there, -missing);
                if (taken.stream().mapToLong(BinClaim::quantity).sum() < -missing) {
                    return Outcome.refused("bins-claimed", t("inventory.refusal.theUnitsThatAreToo", code(node)));
                }
                bins.change(taken, -1, 0);
                taken.forEach(claim ->
                        changes.add("bin " + claim.bin() + " at " + code(node) + ": " + claim.quantity() + " fewer"));
            }
        }
        return Outcome.done(changes);
    }

    /** From the usual bin first: it is where nobody has looked. */
    private static List<BinClaim> tooMany(List<BinStock> there, long units) {
        List<BinClaim> taken = new ArrayList<>();
        long left = units;
        List<BinStock> order = there.stream()
                .sorted(Comparator.comparing((BinStock bin) -> !bin.bin().equals(StockMove.MAIN_BIN))
                        .thenComparing(BinStock::bin))
                .toList();
        for (BinStock bin : order) {
            long some = Math.min(left, bin.free());
            if (some > 0) {
                taken.add(new BinClaim(bin.itemId(), bin.nodeId(), bin.bin(), some));
                left -= some;
            }
        }
        return taken;
    }

    private String code(long nodeId) {
        return nodes.all().stream()
                .filter(node -> node.id() == nodeId)
                .map(Node::code)
                .findFirst()
                .orElse("node " + nodeId);
    }
}
