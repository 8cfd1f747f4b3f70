package dev.orderwright.allocation;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.allocation.SharingPlan.Share;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.orders.ItemClaims;
import dev.orderwright.orders.ItemClaims.ItemClaim;
import dev.orderwright.orders.LockedOrders;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Shares a scarce item out anew. The pure run decides how much each order is to have; the sourcing decides from where, and
 * so whether it can: an order that no node with the item may serve gets nothing, and what it was meant to have goes to
 * those who lost, who are planned last (decision 25).
 */
@Component
public class Sharing {

    /** The most orders of a run: all of them are locked while it is made. */
    public static final int ORDERS_MAX = 5_000;

    private static final int REASON_MAX = 500;

    private final Commands commands;
    private final SharingStore store;
    private final ItemClaims claims;
    private final Stock stock;
    private final Catalog catalog;
    private final Ids ids;

    Sharing(Commands commands, SharingStore store, ItemClaims claims, Stock stock, Catalog catalog, Ids ids) {
        this.commands = commands;
        this.store = store;
        this.claims = claims;
        this.stock = stock;
        this.catalog = catalog;
        this.ids = ids;
    }

    /**
     * Makes a run; in a preview nothing of it stays. Refusals: {@code unknown-item}, {@code missing-reason}, {@code
     * nobody-wants-it}, {@code too-many-orders}, {@code claims-changed}.
     */
    public Outcome<SharingRun> share(Cause cause, SharingWish wish) {
        return commands.once(cause, "share-item", wish, SharingRun.class, run -> share(run, wish));
    }

    private Outcome<SharingRun> share(Run run, SharingWish wish) {
        Item item = catalog.byId(List.of(wish.itemId())).get(wish.itemId());
        if (item == null) {
            return refused("unknown-item", "item", t("allocation.refusal.noSuchItem"));
        }
        if (wish.reason().isBlank() || wish.reason().length() > REASON_MAX) {
            return refused("missing-reason", "reason", t("allocation.refusal.sayWhy", REASON_MAX));
        }
        LockedOrders locked = claims.lock(run, wish.itemId(), ORDERS_MAX + 1);
        if (locked.ids().size() > ORDERS_MAX) {
            return refused("too-many-orders", "", t("allocation.refusal.tooManyOrders", ORDERS_MAX));
        }
        List<ItemClaim> before = claims.claims(locked, wish.itemId());
        if (before.isEmpty()) {
            return refused("nobody-wants-it", "", t("allocation.refusal.nobodyWantsIt"));
        }
        SharingPlan plan = SharingRules.plan(wish, free(run, wish.itemId()), before);
        move(run, locked, wish.itemId(), plan);
        SharingPlan done = asItIs(plan, claims.claims(locked, wish.itemId()));
        String seen = wish.seen();
        if (seen != null && !seen.equals(done.mark())) {
            return refused("claims-changed", "", t("allocation.refusal.claimsChanged"));
        }
        SharingRun made = new SharingRun(
                ids.next(),
                wish.itemId(),
                wish.rule(),
                wish.tiers(),
                done,
                wish.reason().strip(),
                run.actor().code(),
                run.at());
        store.insert(made);
        tell(run, made, item);
        return Outcome.done(made);
    }

    private static Outcome<SharingRun> refused(String code, String field, String reason) {
        return Outcome.refused(List.of(Refusal.of(code, field, reason)));
    }

    /** At all nodes together; what is kept back for a channel is seen when nodes are chosen. */
    private long free(Run run, long itemId) {
        return stock.lockItems(run, List.of(itemId)).values().stream()
                .mapToLong(StockLevel::available)
                .sum();
    }

    private void move(Run run, LockedOrders locked, long itemId, SharingPlan plan) {
        Map<Long, Long> losers = new TreeMap<>();
        SequencedMap<Long, Long> winners = new LinkedHashMap<>();
        for (Share share : plan.shares()) {
            long difference = share.meant() - share.before();
            if (difference < 0) {
                losers.put(Long.valueOf(share.orderId()), -difference);
            } else if (difference > 0) {
                winners.put(Long.valueOf(share.orderId()), difference);
            }
        }
        if (!losers.isEmpty()) {
            claims.takeBack(run, locked, itemId, losers);
        }
        if (!winners.isEmpty()) {
            claims.fill(run, locked, itemId, winners);
        }
        List<Long> last = plan.shares().stream()
                .map(share -> Long.valueOf(share.orderId()))
                .filter(losers::containsKey)
                .toList();
        if (!last.isEmpty()) {
            claims.planRest(run, locked, last);
        }
    }

    private static SharingPlan asItIs(SharingPlan plan, List<ItemClaim> after) {
        Map<String, Long> has =
                after.stream().collect(Collectors.toMap(claim -> Long.toString(claim.orderId()), ItemClaim::reserved));
        List<Share> shares = plan.shares().stream()
                .map(share -> share.got(has.getOrDefault(share.orderId(), 0L)))
                .toList();
        long given = shares.stream().mapToLong(Share::difference).sum();
        return new SharingPlan(plan.free(), shares, plan.free() - given);
    }

    private static void tell(Run run, SharingRun made, Item item) {
        String id = Long.toString(made.id());
        for (Share share : made.plan().shares()) {
            if (share.difference() != 0) {
                run.orderFact(
                        Long.parseLong(share.orderId()),
                        share.difference() > 0 ? "UnitsGained" : "UnitsLost",
                        Facts.data(
                                "units",
                                Math.abs(share.difference()),
                                "sku",
                                item.sku().code(),
                                "reason",
                                made.reason(),
                                "run",
                                id));
            }
        }
        run.fact(new Fact(
                "backorder-run",
                made.id(),
                "BackorderRunMade",
                Facts.data("sku", item.sku().code(), "rule", made.rule().name(), "reason", made.reason())));
    }

    public Optional<SharingRun> find(long runId) {
        return store.find(runId);
    }

    /** Runs of an item, or of all when it is null; the newest first. */
    public Page<SharingRun> list(@Nullable Long itemId, @Nullable String cursor, int limit) {
        long before = Cursor.parse(cursor, Cursor.of(Long.MAX_VALUE)).number(0);
        return Page.of(store.list(itemId, before, limit), limit, run -> Cursor.of(run.id()));
    }
}
