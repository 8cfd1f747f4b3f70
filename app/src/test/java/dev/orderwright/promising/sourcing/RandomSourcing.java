package dev.orderwright.promising.sourcing;

import java.util.Random;

/** Orders with random stock, distances and prices, as numbers. */
final class RandomSourcing {

    private RandomSourcing() {}

    /** Costs as they come: carriage of a parcel and a kilogram rate by distance, handling, and some noise per item. */
    static SourcingProblem problem(Random random, int lines, int nodes) {
        SourcingProblem problem = new SourcingProblem().begin(lines, nodes, random.nextInt(3) * 100_000L);
        long[] rates = new long[nodes];
        double filled = 0.2 + random.nextDouble() * 0.7;
        for (int n = 0; n < nodes; n++) {
            double distance = random.nextDouble() * 1_000;
            rates[n] = 20_000 + (long) (distance * 100);
            problem.node(n, 250_000 + (long) (distance * 250) + random.nextInt(100_000));
        }
        for (int l = 0; l < lines; l++) {
            long quantity = 1L + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
            problem.line(l, quantity, 500 + random.nextInt(5_000));
            double weight = 0.1 + 3 * random.nextDouble() * random.nextDouble();
            for (int n = 0; n < nodes; n++) {
                long available = random.nextDouble() < filled ? random.nextInt((int) quantity * 2 + 1) : 0;
                problem.offer(l, n, available, 30_000 + (long) (rates[n] * weight) + random.nextInt(20_000));
            }
        }
        return problem;
    }
}
