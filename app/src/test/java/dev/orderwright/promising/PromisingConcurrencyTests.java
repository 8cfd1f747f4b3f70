package dev.orderwright.promising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Goods;
import dev.orderwright.inventory.Stock;
import dev.orderwright.inventory.StockMove;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PromisingConcurrencyTests {

    private final World world = World.shared();
    private final Goods goods = new Goods(world);
    private final Promising promising = world.bean(Promising.class);
    private final Stock stock = world.bean(Stock.class);

    @Test
    void plansThatAreMadeAtOnceNeverPromiseAUnitTwice() throws Exception {
        List<Long> nodes = List.of(goods.node(), goods.node());
        List<Long> items = IntStream.range(0, 4).mapToObj(i -> goods.item()).toList();
        for (long item : items) {
            goods.supply(item, nodes.get(0), 100);
            goods.supply(item, nodes.get(1), 50);
        }
        long seed = 99;
        List<Callable<Long>> buyers = new ArrayList<>();
        for (int buyer = 0; buyer < 200; buyer++) {
            Random random = new Random(seed + buyer);
            List<Long> wanted = new ArrayList<>(items);
            Collections.shuffle(wanted, random);
            buyers.add(() -> buy(wanted, 1 + random.nextInt(3)));
        }
        long promised = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Long> units : threads.invokeAll(buyers)) {
                promised += units.get();
            }
        }
        long left = 0;
        long reserved = 0;
        for (long item : items) {
            for (long node : nodes) {
                left += goods.level(item, node).available();
                reserved += goods.level(item, node).reserved();
            }
        }
        goods.assertLaws(items);
        // 200 buyers of 4 items want about 1,600 units; there are 600
        assertThat(left).as("seed %d", seed).isZero();
        assertThat(promised).as("seed %d", seed).isEqualTo(600).isEqualTo(reserved);
    }

    /** Two orders of one command, planned together, then reserved in the same transaction. */
    private long buy(List<Long> items, long quantity) {
        return goods.inRun(run -> {
            List<Demand> demands = List.of(demand(1, items.subList(0, 2), quantity), demand(2, items, quantity));
            List<StockMove> moves = new ArrayList<>();
            long units = 0;
            for (Plan plan : promising.plan(run, demands)) {
                for (Allocation a : plan.allocations()) {
                    units += a.quantity();
                    moves.add(new StockMove(
                            a.itemId(),
                            a.nodeId(),
                            Bucket.AVAILABLE,
                            a.nodeId(),
                            Bucket.RESERVED,
                            a.quantity(),
                            "RESERVE",
                            "ORDER",
                            plan.orderId(),
                            a.lineNo()));
                }
            }
            if (!moves.isEmpty()) {
                stock.move(run, moves);
            }
            return units;
        });
    }

    private static Demand demand(long orderId, List<Long> items, long quantity) {
        List<DemandLine> lines = new ArrayList<>();
        for (long item : items) {
            lines.add(new DemandLine(lines.size() + 1, item, quantity, 250));
        }
        return new Demand(orderId, "web", "GB", null, "STANDARD", World.START, null, false, 0, Set.of(), null, lines);
    }
}
