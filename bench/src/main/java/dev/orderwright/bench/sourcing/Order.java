package dev.orderwright.bench.sourcing;

import java.util.Random;

/**
 * One order as numbers, with random stock, distances and prices; costs in points, thousandths of a minor unit.
 *
 * @param splitPenalty for each shipment after the first
 * @param fixedCosts by node, when it ships anything
 * @param quantities by line
 * @param available by line and node
 * @param unitCosts by line and node
 */
record Order(long splitPenalty, long[] fixedCosts, long[] quantities, long[][] available, long[][] unitCosts) {

    /** Costs as they come: carriage of a parcel and a kilogram rate by distance, handling, and some noise per item. */
    static Order random(Random random, int lines, int nodes) {
        long[] fixed = new long[nodes];
        long[] rates = new long[nodes];
        double filled = 0.2 + random.nextDouble() * 0.7;
        for (int n = 0; n < nodes; n++) {
            double distance = random.nextDouble() * 1_000;
            rates[n] = 20_000 + (long) (distance * 100);
            fixed[n] = 250_000 + (long) (distance * 250) + random.nextInt(100_000);
        }
        long[] quantities = new long[lines];
        long[][] available = new long[lines][nodes];
        long[][] units = new long[lines][nodes];
        for (int l = 0; l < lines; l++) {
            quantities[l] = 1L + random.nextInt(random.nextInt(4) == 0 ? 40 : 4);
            double weight = 0.1 + 3 * random.nextDouble() * random.nextDouble();
            for (int n = 0; n < nodes; n++) {
                available[l][n] = random.nextDouble() < filled ? random.nextInt((int) quantities[l] * 2 + 1) : 0;
                units[l][n] = 30_000 + (long) (rates[n] * weight) + random.nextInt(20_000);
            }
        }
        return new Order(random.nextInt(3) * 100_000L, fixed, quantities, available, units);
    }

    int lines() {
        return quantities.length;
    }

    int nodes() {
        return fixedCosts.length;
    }

    /** What a plan costs, added up from what it ships; -1 when it ships what is not there or not wanted. */
    long costOf(long[] shares) {
        long sum = 0;
        int shipments = 0;
        for (int n = 0; n < nodes(); n++) {
            boolean ships = false;
            for (int l = 0; l < lines(); l++) {
                long share = shares[l * nodes() + n];
                if (share < 0 || share > available[l][n]) {
                    return -1;
                }
                ships |= share > 0;
                sum += share * unitCosts[l][n];
            }
            sum += ships ? fixedCosts[n] : 0;
            shipments += ships ? 1 : 0;
        }
        for (int l = 0; l < lines(); l++) {
            long given = 0;
            for (int n = 0; n < nodes(); n++) {
                given += shares[l * nodes() + n];
            }
            if (given > quantities[l]) {
                return -1;
            }
        }
        return sum + splitPenalty * Math.max(0, shipments - 1);
    }
}
