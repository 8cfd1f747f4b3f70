package dev.orderwright.promising;

import dev.orderwright.World;
import dev.orderwright.inventory.Goods;
import dev.orderwright.promising.AvailabilityQuestion.ItemQuantity;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.IntConsumer;

/** Prints how long the façade takes on the real database: planning with locks, and availability of 100 items. */
final class PromisingBench {

    private static final long FIRST_ITEM = 1_000_000;
    private static final int ITEMS = 10_000;

    private final World world = World.shared();
    private final Goods goods = new Goods(world);
    private final Promising promising = world.bean(Promising.class);
    private final Random random = new Random(100);

    public static void main(String[] args) throws SQLException {
        PromisingBench bench = new PromisingBench();
        int nodes = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        bench.prepare(nodes);
        bench.measure("availability of 100 items at " + nodes + " nodes", 3_000, i -> bench.availability(100));
        bench.measure("plan 256 orders x 3 lines with locks", 400, i -> bench.plan(256));
        bench.measure("plan 1 order x 3 lines with locks", 3_000, i -> bench.plan(1));
        System.exit(0);
    }

    private void prepare(int nodes) throws SQLException {
        for (int n = 0; n < nodes; n++) {
            goods.node();
        }
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into inventory.stock (item_id, node_id, available) select i, n.id, 100000 from"
                    + " generate_series(%d, %d) i, inventory.node n".formatted(FIRST_ITEM, FIRST_ITEM + ITEMS - 1));
            statement.execute("insert into inventory.stock_limit (item_id, node_id, channel, from_day, quantity) select"
                    + " s.item_id, s.node_id, 'web', '2026-01-01', 5 from inventory.stock s where s.item_id % 10 = 0");
            statement.execute("vacuum analyze inventory.stock");
            statement.execute("analyze inventory.stock_limit");
        }
    }

    private void availability(int items) {
        List<ItemQuantity> asked = new ArrayList<>(items);
        for (int i = 0; i < items; i++) {
            asked.add(new ItemQuantity(FIRST_ITEM + random.nextInt(ITEMS), 1 + random.nextInt(5)));
        }
        promising.availability(new AvailabilityQuestion("web", "GB", "EC1A 1BB", "STANDARD", World.START, asked));
    }

    private void plan(int orders) {
        List<Demand> demands = new ArrayList<>(orders);
        for (int o = 0; o < orders; o++) {
            List<DemandLine> lines = new ArrayList<>(3);
            for (int l = 1; l <= 3; l++) {
                lines.add(new DemandLine(l, FIRST_ITEM + random.nextInt(ITEMS), 1 + random.nextInt(5), 250));
            }
            demands.add(
                    new Demand(o, "web", "GB", null, "STANDARD", World.START, null, false, 0, Set.of(), null, lines));
        }
        goods.run(run -> promising.plan(run, demands));
    }

    private void measure(String name, int rounds, IntConsumer work) {
        for (int i = 0; i < rounds / 3; i++) {
            work.accept(i);
        }
        long[] micros = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.accept(i);
            micros[i] = (System.nanoTime() - start) / 1_000;
        }
        Arrays.sort(micros);
        System.out.printf(
                Locale.ROOT,
                "%-40s p50 %.2f ms, p99 %.2f ms%n",
                name,
                micros[rounds / 2] / 1e3,
                micros[rounds * 99 / 100] / 1e3);
    }
}
