package dev.orderwright.promising.sourcing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.promising.sourcing.Backlog.FreeStock;
import dev.orderwright.promising.sourcing.Backlog.Move;
import dev.orderwright.promising.sourcing.Backlog.OpenLine;
import dev.orderwright.promising.sourcing.Backlog.OpenOrder;
import dev.orderwright.promising.sourcing.Backlog.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * A backlog as it grows in a day: orders come in one by one and are sourced from the fewest nodes that have their lines just
 * then, the nearest first, while stock arrives between them.
 */
final class BacklogWorld {

    private static final int NODES = 20;
    private static final int LINES_OF_AN_ITEM = 30;
    private static final double KILOMETRES_A_DAY = 350;

    private final Random random;
    private final int items;
    private final double[][] nodeAt = new double[NODES][];
    private final long[][] stock;
    private final long[][] had;
    private final List<OpenOrder> orders = new ArrayList<>();
    private final Map<Long, boolean[]> inTime = new HashMap<>();

    private BacklogWorld(long seed, int lines) {
        random = new Random(seed);
        items = Math.max(20, lines / LINES_OF_AN_ITEM);
        stock = new long[items][NODES];
        had = new long[items][NODES];
        for (int n = 0; n < NODES; n++) {
            nodeAt[n] = anywhere();
        }
    }

    static BacklogWorld of(long seed, int lines) {
        BacklogWorld world = new BacklogWorld(seed, lines);
        for (int r = 0; r < lines / 4; r++) {
            world.arrival();
        }
        int open = 0;
        while (open < lines) {
            open += world.order();
        }
        return world;
    }

    private double[] anywhere() {
        return new double[] {random.nextDouble() * 1_200, random.nextDouble() * 800};
    }

    /** A few items are wanted by many. */
    private int item() {
        double u = random.nextDouble();
        return (int) (items * u * u);
    }

    private void arrival() {
        int item = item();
        int node = random.nextInt(NODES);
        long quantity = 1L + random.nextInt(6);
        stock[item][node] += quantity;
        had[item][node] += quantity;
    }

    /** Returns how many lines became open: those of which there was nothing in time wait elsewhere. */
    private int order() {
        double[] to = anywhere();
        double slackDays = 1 + 2 * random.nextDouble();
        boolean[] reachable = new boolean[NODES];
        for (int n = 0; n < NODES; n++) {
            reachable[n] = distance(n, to) / KILOMETRES_A_DAY <= slackDays;
        }
        int wanted = 1 + (random.nextInt(3) > 0 ? random.nextInt(5) : 0);
        List<int[]> open = new ArrayList<>();
        for (int l = 0; l < wanted; l++) {
            open.add(new int[] {l + 1, item(), 1 + random.nextInt(2)});
            if (random.nextInt(5) < 3) {
                arrival();
            }
        }
        long id = orders.size() + 1L;
        List<OpenLine> lines = new ArrayList<>();
        for (int node = best(open, reachable, to); node >= 0; node = best(open, reachable, to)) {
            for (int[] line : List.copyOf(open)) {
                if (stock[line[1]][node] >= line[2]) {
                    stock[line[1]][node] -= line[2];
                    lines.add(new OpenLine(line[0], line[1], line[2], node, false));
                    open.remove(line);
                }
            }
        }
        if (!lines.isEmpty()) {
            orders.add(new OpenOrder(id, lines));
            inTime.put(id, reachable);
        }
        return lines.size();
    }

    private int best(List<int[]> open, boolean[] reachable, double[] to) {
        int best = -1;
        int most = 0;
        for (int n = 0; n < NODES; n++) {
            int has = 0;
            for (int[] line : open) {
                has += reachable[n] && stock[line[1]][n] >= line[2] ? 1 : 0;
            }
            if (has > most || (has == most && has > 0 && distance(n, to) < distance(best, to))) {
                best = n;
                most = has;
            }
        }
        return best;
    }

    private double distance(int node, double[] to) {
        return Math.hypot(nodeAt[node][0] - to[0], nodeAt[node][1] - to[1]);
    }

    Plan plan() {
        List<FreeStock> free = new ArrayList<>();
        for (int i = 0; i < items; i++) {
            for (int n = 0; n < NODES; n++) {
                free.add(new FreeStock(i, n, stock[i][n]));
            }
        }
        List<Long> nodes = LongStream.range(0, NODES).boxed().toList();
        return Backlog.plan(orders, free, nodes, (order, node) -> inTime(order)[(int) node], Backlog.WORK_MAX);
    }

    /** Carries the moves out: nothing ships that is not there, nothing comes late, and no order gets more shipments. */
    void check(Plan plan) {
        Map<String, Long> moved = new HashMap<>();
        for (Move move : plan.moves()) {
            moved.put(move.orderId() + "/" + move.lineNo(), move.toNode());
        }
        long[][] left = new long[items][];
        for (int i = 0; i < items; i++) {
            left[i] = had[i].clone();
        }
        long shipments = 0;
        for (OpenOrder order : orders) {
            List<Long> now = new ArrayList<>();
            for (OpenLine line : order.lines()) {
                long node = moved.getOrDefault(order.id() + "/" + line.lineNo(), line.nodeId());
                now.add(node);
                left[(int) line.itemId()][(int) node] -= line.quantity();
                assertThat(inTime(order)[(int) node]).isTrue();
            }
            long after = now.stream().distinct().count();
            assertThat(after).isLessThanOrEqualTo(shipments(order));
            shipments += after;
        }
        assertThat(shipments).isEqualTo(plan.shipmentsAfter());
        for (long[] item : left) {
            assertThat(LongStream.of(item).min().orElseThrow()).isNotNegative();
        }
    }

    private boolean[] inTime(OpenOrder order) {
        return Objects.requireNonNull(inTime.get(order.id()));
    }

    private static long shipments(OpenOrder order) {
        return order.lines().stream().map(OpenLine::nodeId).distinct().count();
    }

    /**
     * Avoidable is what each order has beyond the fewest shipments it could have if all stock were there for it alone: more than
     * all orders together can ever save.
     */
    double removedShare(Plan plan) {
        long least = orders.stream().mapToLong(this::fewest).sum();
        return (double) (plan.shipmentsBefore() - plan.shipmentsAfter()) / (plan.shipmentsBefore() - least);
    }

    private long fewest(OpenOrder order) {
        long now = shipments(order);
        for (int size = 1; size < now; size++) {
            if (covers(order, size, 0, (1 << order.lines().size()) - 1)) {
                return size;
            }
        }
        return now;
    }

    private boolean covers(OpenOrder order, int size, int from, int open) {
        if (open == 0) {
            return true;
        }
        for (int n = from; size > 0 && n < NODES; n++) {
            int rest = open;
            for (int l = 0; l < order.lines().size(); l++) {
                OpenLine line = order.lines().get(l);
                boolean has = inTime(order)[n] && had[(int) line.itemId()][n] >= line.quantity();
                rest &= has ? ~(1 << l) : ~0;
            }
            if (rest != open && covers(order, size - 1, n + 1, rest)) {
                return true;
            }
        }
        return false;
    }

    String report(Plan plan) {
        return String.format(
                java.util.Locale.ROOT,
                "%d orders, %d shipments became %d, %.0f %% of the avoidable ones went",
                orders.size(),
                plan.shipmentsBefore(),
                plan.shipmentsAfter(),
                100 * removedShare(plan));
    }
}
