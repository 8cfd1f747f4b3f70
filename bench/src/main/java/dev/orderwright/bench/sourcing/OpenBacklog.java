package dev.orderwright.bench.sourcing;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A backlog as it grows in a day: orders come in one by one and are sourced from the fewest nodes that have their lines just
 * then, the nearest first, while stock arrives between them.
 */
final class OpenBacklog {

    static final int NODES = 20;

    private static final int LINES_OF_AN_ITEM = 30;
    private static final double KILOMETRES_A_DAY = 350;

    private final Random random;
    private final int items;
    private final double[][] nodeAt = new double[NODES][];
    private final int[][] free;
    private final int[][] had;
    private final List<Open> orders = new ArrayList<>();

    /** A line and its node, which changes. */
    static final class Line {

        private final int item;
        private final int quantity;
        private int node;

        private Line(int item, int quantity, int node) {
            this.item = item;
            this.quantity = quantity;
            this.node = node;
        }

        int item() {
            return item;
        }

        int quantity() {
            return quantity;
        }

        int node() {
            return node;
        }

        void moveTo(int other) {
            node = other;
        }
    }

    /**
     * An order.
     *
     * @param inTime the nodes from which it comes in time, as bits
     */
    record Open(long inTime, List<Line> lines) {

        boolean reaches(int node) {
            return (inTime >>> node & 1) != 0;
        }

        long shipments() {
            return lines.stream().mapToInt(Line::node).distinct().count();
        }
    }

    private OpenBacklog(long seed, int lines) {
        random = new Random(seed);
        items = Math.max(20, lines / LINES_OF_AN_ITEM);
        free = new int[items][NODES];
        had = new int[items][NODES];
        for (int n = 0; n < NODES; n++) {
            nodeAt[n] = anywhere();
        }
    }

    static OpenBacklog random(long seed, int lines) {
        OpenBacklog backlog = new OpenBacklog(seed, lines);
        for (int r = 0; r < lines / 4; r++) {
            backlog.arrival();
        }
        int open = 0;
        while (open < lines) {
            open += backlog.order();
        }
        return backlog;
    }

    List<Open> orders() {
        return orders;
    }

    int items() {
        return items;
    }

    int free(int item, int node) {
        return free[item][node];
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
        int quantity = 1 + random.nextInt(6);
        free[item][node] += quantity;
        had[item][node] += quantity;
    }

    /** Returns how many lines became open: those of which there was nothing in time wait elsewhere. */
    private int order() {
        double[] to = anywhere();
        double slackDays = 1 + 2 * random.nextDouble();
        long inTime = 0;
        for (int n = 0; n < NODES; n++) {
            inTime |= distance(n, to) / KILOMETRES_A_DAY <= slackDays ? 1L << n : 0;
        }
        int wanted = 1 + (random.nextInt(3) > 0 ? random.nextInt(5) : 0);
        List<Line> waiting = new ArrayList<>();
        for (int l = 0; l < wanted; l++) {
            waiting.add(new Line(item(), 1 + random.nextInt(2), -1));
            if (random.nextInt(5) < 3) {
                arrival();
            }
        }
        Open order = new Open(inTime, new ArrayList<>());
        for (int node = best(waiting, order, to); node >= 0; node = best(waiting, order, to)) {
            for (Line line : List.copyOf(waiting)) {
                if (free[line.item][node] >= line.quantity) {
                    free[line.item][node] -= line.quantity;
                    line.moveTo(node);
                    order.lines.add(line);
                    waiting.remove(line);
                }
            }
        }
        if (!order.lines.isEmpty()) {
            orders.add(order);
        }
        return order.lines.size();
    }

    private int best(List<Line> waiting, Open order, double[] to) {
        int best = -1;
        int most = 0;
        for (int n = 0; n < NODES; n++) {
            int has = 0;
            for (Line line : waiting) {
                has += order.reaches(n) && free[line.item][n] >= line.quantity ? 1 : 0;
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

    long shipments() {
        return orders.stream().mapToLong(Open::shipments).sum();
    }

    /** Lines at nodes from which they come too late. */
    long late() {
        return orders.stream()
                .flatMap(order -> order.lines.stream().filter(line -> !order.reaches(line.node)))
                .count();
    }

    /** Items at nodes where more is to ship than there ever was. */
    long oversold() {
        int[][] taken = new int[items][NODES];
        orders.forEach(order -> order.lines.forEach(line -> taken[line.item][line.node] += line.quantity));
        long oversold = 0;
        for (int i = 0; i < items; i++) {
            for (int n = 0; n < NODES; n++) {
                oversold += taken[i][n] > had[i][n] ? 1 : 0;
            }
        }
        return oversold;
    }

    /** The fewest shipments that each order could have if all stock were there for it alone: fewer than there can be. */
    long fewestShipments() {
        return orders.stream().mapToLong(this::fewest).sum();
    }

    private long fewest(Open order) {
        long now = order.shipments();
        for (int size = 1; size < now; size++) {
            if (covers(order, size, 0, (1 << order.lines.size()) - 1)) {
                return size;
            }
        }
        return now;
    }

    private boolean covers(Open order, int size, int from, int open) {
        if (open == 0) {
            return true;
        }
        for (int n = from; size > 0 && n < NODES; n++) {
            int rest = open;
            for (int l = 0; l < order.lines.size(); l++) {
                Line line = order.lines.get(l);
                boolean has = order.reaches(n) && had[line.item][n] >= line.quantity;
                rest &= has ? ~(1 << l) : ~0;
            }
            if (rest != open && covers(order, size - 1, n + 1, rest)) {
                return true;
            }
        }
        return false;
    }
}
