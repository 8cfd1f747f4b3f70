package dev.orderwright.bench.sourcing;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The best plan of an order, by trying every set of nodes: most units first, then least cost. With the nodes given, a line
 * takes from the cheapest of them first, which is the best that it can do.
 */
final class Exhaustion {

    private long units;
    private long cost;

    private Exhaustion() {}

    static Exhaustion of(Order order) {
        Exhaustion best = new Exhaustion();
        int[][] cheapest = new int[order.lines()][];
        for (int l = 0; l < order.lines(); l++) {
            long[] costs = order.unitCosts()[l];
            cheapest[l] = IntStream.range(0, order.nodes())
                    .boxed()
                    .sorted(Comparator.comparingLong(n -> costs[n]))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        for (int set = 1; set < 1 << order.nodes(); set++) {
            best.consider(order, set, cheapest);
        }
        return best;
    }

    private void consider(Order order, int set, int[][] cheapest) {
        long sum = order.splitPenalty() * (Integer.bitCount(set) - 1);
        for (int n = 0; n < order.nodes(); n++) {
            sum += (set >>> n & 1) * order.fixedCosts()[n];
        }
        long given = 0;
        for (int l = 0; l < order.lines(); l++) {
            long open = order.quantities()[l];
            for (int n : cheapest[l]) {
                if ((set >>> n & 1) != 0 && open > 0) {
                    long take = Math.min(open, order.available()[l][n]);
                    sum += take * order.unitCosts()[l][n];
                    open -= take;
                }
            }
            given += order.quantities()[l] - open;
        }
        if (given > units || (given == units && given > 0 && sum < cost)) {
            units = given;
            cost = sum;
        }
    }

    long units() {
        return units;
    }

    long cost() {
        return cost;
    }
}
