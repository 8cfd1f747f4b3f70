package dev.orderwright.promising.allocation;

import dev.orderwright.shared.Amounts;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** How scarce supply is divided among claims of the same tier. Shares add up to the supply or to the demand exactly. */
public enum FairShare {

    /** Each gets the same fraction of its demand, rounded by largest remainder (Hamilton); ties go to the earlier. */
    PROPORTIONAL {
        @Override
        long[] scarce(long supply, long[] demands) {
            return Amounts.spread(supply, demands);
        }
    },

    /**
     * The smallest share is as large as it can be (max-min fairness, water filling): small demands are met, the others
     * get the same. Single units that do not divide go to the earlier claims.
     */
    MAX_MIN {
        @Override
        long[] scarce(long supply, long[] demands) {
            int[] ascending = IntStream.range(0, demands.length)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> demands[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            long left = supply;
            int met = 0;
            while (demands[ascending[met]] <= left / (demands.length - met)) {
                left -= demands[ascending[met++]];
            }
            long level = left / (demands.length - met);
            long single = left % (demands.length - met);
            long[] shares = new long[demands.length];
            boolean[] capped = new boolean[demands.length];
            for (int i = 0; i < met; i++) {
                shares[ascending[i]] = demands[ascending[i]];
                capped[ascending[i]] = true;
            }
            for (int i = 0; i < shares.length; i++) {
                if (!capped[i]) {
                    shares[i] = level + (single-- > 0 ? 1 : 0);
                }
            }
            return shares;
        }
    },

    /** The earlier claims first, each in full. */
    IN_ORDER {
        @Override
        long[] scarce(long supply, long[] demands) {
            long[] shares = new long[demands.length];
            long left = supply;
            for (int i = 0; i < shares.length; i++) {
                shares[i] = Math.min(left, demands[i]);
                left -= shares[i];
            }
            return shares;
        }
    };

    /** Divides a supply that is less than the demands together. */
    abstract long[] scarce(long supply, long[] demands);

    /**
     * Divides a supply.
     *
     * @param supply not negative
     * @param demands not negative, together at most {@link Long#MAX_VALUE}
     * @return by demand; no share is above its demand
     */
    public long[] divide(long supply, long[] demands) {
        if (supply < 0 || Arrays.stream(demands).anyMatch(demand -> demand < 0)) {
            throw new IllegalArgumentException("supply " + supply + " for " + Arrays.toString(demands));
        }
        long demand = Arrays.stream(demands).reduce(0, Math::addExact);
        return supply >= demand ? demands.clone() : scarce(supply, demands);
    }
}
