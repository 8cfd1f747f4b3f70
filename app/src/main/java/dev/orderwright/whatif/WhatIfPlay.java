package dev.orderwright.whatif;

import dev.orderwright.inventory.StockHistory;
import dev.orderwright.inventory.StockHistory.Change;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.orders.PastOrders;
import dev.orderwright.orders.PastOrders.Asked;
import dev.orderwright.promising.Demand;
import dev.orderwright.promising.Replays;
import dev.orderwright.promising.SourcingStrategy;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.Strategies;
import dev.orderwright.promising.StrategyReplay.Outcome;
import dev.orderwright.shared.Company;
import dev.orderwright.whatif.WhatIfResult.Example;
import dev.orderwright.whatif.WhatIfResult.Part;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Plays a period again: reads the orders and the ledger, tells both replays everything in the order of time, and adds up.
 * What orders of the period did to the stock in reality is left out of the ledger; what all others did is played.
 */
@Component
class WhatIfPlay {

    private static final int STRETCH = 1_000;
    private static final int ITEMS_AT_ONCE = 1_000;
    private static final int EXAMPLES_MAX = 100;
    private static final int STEP = 100;

    private final PastOrders orders;
    private final StockHistory stock;
    private final Replays replays;
    private final Strategies strategies;
    private final Company company;
    private final int ordersMax;

    /** @param ordersMax how many orders are played at most: all of them are held in memory */
    WhatIfPlay(
            PastOrders orders,
            StockHistory stock,
            Replays replays,
            Strategies strategies,
            Company company,
            @Value("${orderwright.what-if.orders-max:20000}") int ordersMax) {
        this.orders = orders;
        this.stock = stock;
        this.replays = replays;
        this.strategies = strategies;
        this.company = company;
        this.ordersMax = ordersMax;
    }

    /** Hears how far a run is. */
    @FunctionalInterface
    interface Progress {

        /** @return whether to go on */
        boolean at(int done, int total);
    }

    /**
     * The result; nothing when it was not to go on.
     *
     * @throws IllegalStateException when a version is gone
     */
    Optional<WhatIfResult> play(WhatIfWish wish, Progress progress) {
        List<Asked> asked = read(wish);
        boolean cut = asked.size() == ordersMax;
        Instant until = cut ? asked.getLast().demand().at().plusNanos(1_000) : wish.until();
        List<SourcingStrategy> base = base(wish.base());
        SourcingStrategy test = version(wish.test()).always();
        SourcingStrategy measure = hasAmounts(test) ? test : base.getFirst();
        List<Demand> demands = asked.stream().map(Asked::demand).toList();
        Ledger ledger = ledger(demands, wish.from(), until);
        Replays.Pair pair = replays.begin(demands, ledger.available, base, List.of(test), measure);
        if (!tell(asked, ledger.changes, pair, progress)) {
            return Optional.empty();
        }
        return Optional.of(result(until, cut, measure, asked, pair));
    }

    private List<Asked> read(WhatIfWish wish) {
        List<Asked> asked = new ArrayList<>();
        PastOrders.Spot after = null;
        do {
            PastOrders.Stretch stretch = orders.placed(
                    wish.from(), wish.until(), wish.channel(), after, Math.min(STRETCH, ordersMax - asked.size()));
            asked.addAll(stretch.orders());
            after = stretch.upTo();
        } while (after != null && asked.size() < ordersMax);
        return asked;
    }

    private List<SourcingStrategy> base(@Nullable Integer version) {
        return version == null
                ? strategies.inForce().stream().map(Strategies.Made::strategy).toList()
                : List.of(version(version).always());
    }

    private SourcingStrategy version(int version) {
        return strategies
                .byVersion(version)
                .orElseThrow(() -> new IllegalStateException("there is no version " + version))
                .strategy();
    }

    private static boolean hasAmounts(SourcingStrategy strategy) {
        return strategy.rules().stream().anyMatch(rule -> rule.aim() == Aim.LEAST_COST);
    }

    private record Ledger(Map<StockKey, Long> available, List<Change> changes) {}

    private Ledger ledger(Collection<Demand> demands, Instant from, Instant until) {
        Set<Long> played = new HashSet<>();
        demands.forEach(demand -> played.add(demand.orderId()));
        List<Long> items = List.copyOf(Replays.items(demands));
        Ledger ledger = new Ledger(new HashMap<>(), new ArrayList<>());
        for (int i = 0; i < items.size(); i += ITEMS_AT_ONCE) {
            StockHistory.Period period =
                    stock.between(items.subList(i, Math.min(items.size(), i + ITEMS_AT_ONCE)), from, until);
            ledger.available.putAll(period.available());
            period.changes().stream()
                    .filter(change -> !change.documentKind().equals(PastOrders.DOCUMENT_KIND)
                            || !played.contains(change.documentId()))
                    .forEach(ledger.changes::add);
        }
        ledger.changes.sort(Comparator.comparing(Change::at));
        return ledger;
    }

    /** What comes at the moment of an order comes before it. */
    private static boolean tell(List<Asked> asked, List<Change> changes, Replays.Pair pair, Progress progress) {
        int next = 0;
        for (int i = 0; i < asked.size(); i++) {
            if (i % STEP == 0 && !progress.at(i, asked.size())) {
                return false;
            }
            Asked order = asked.get(i);
            while (next < changes.size()
                    && !changes.get(next).at().isAfter(order.demand().at())) {
                change(changes.get(next++), pair);
            }
            pair.one().place(order.demand(), order.rank());
            pair.other().place(order.demand(), order.rank());
        }
        changes.subList(next, changes.size()).forEach(change -> change(change, pair));
        return progress.at(asked.size(), asked.size());
    }

    private static void change(Change change, Replays.Pair pair) {
        pair.one().change(change.itemId(), change.nodeId(), change.quantity(), change.at());
        pair.other().change(change.itemId(), change.nodeId(), change.quantity(), change.at());
    }

    private WhatIfResult result(
            Instant until, boolean cut, SourcingStrategy measure, List<Asked> asked, Replays.Pair pair) {
        List<Outcome> base = pair.one().outcomes();
        List<Outcome> test = pair.other().outcomes();
        SideTally baseTally = new SideTally(company.zone());
        SideTally testTally = new SideTally(company.zone());
        List<Example> different = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Outcome one = base.get(i);
            Outcome other = test.get(i);
            baseTally.add(asked.get(i).demand(), one);
            testTally.add(asked.get(i).demand(), other);
            if (!one.parcels().equals(other.parcels())) {
                different.add(new Example(
                        Long.toString(one.orderId()),
                        asked.get(i).number(),
                        parts(one),
                        parts(other),
                        one.cost(),
                        other.cost()));
            }
        }
        List<Example> examples = different.stream()
                .sorted(Comparator.<Example>comparingLong(
                                example -> -Math.abs(example.testCostMinor() - example.baseCostMinor()))
                        .thenComparing(Example::number))
                .limit(EXAMPLES_MAX)
                .toList();
        return new WhatIfResult(
                until, cut, measure.version(), baseTally.side(), testTally.side(), different.size(), examples);
    }

    private static List<Part> parts(Outcome outcome) {
        return outcome.parcels().stream()
                .map(parcel -> new Part(parcel.node(), parcel.units(), parcel.deliverOn()))
                .toList();
    }
}
