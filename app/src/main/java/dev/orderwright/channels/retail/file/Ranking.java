package dev.orderwright.channels.retail.file;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Rankings and the few statistics of a report, each with a stated rule for ties and rounding. */
final class Ranking {

    private static final int SHARE_DECIMALS = 4;

    private Ranking() {}

    /** The largest first; of equals the one that came first in the map. */
    static <V extends Comparable<V>> List<Map.Entry<String, V>> top(Map<String, V> values, int count) {
        return values.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(count)
                .toList();
    }

    /** As {@link #top}, as pairs for JSON. */
    static List<List<Object>> pairs(Map<String, Long> values, int count) {
        return top(values, count).stream()
                .map(entry -> List.<Object>of(entry.getKey(), entry.getValue()))
                .toList();
    }

    /** What part of the sum the largest values have. */
    static double shareOfLargest(Collection<Long> values, int largest) {
        long sum = values.stream().mapToLong(Long::longValue).sum();
        long part = values.stream()
                .sorted(Comparator.reverseOrder())
                .limit(largest)
                .mapToLong(Long::longValue)
                .sum();
        return ratio(part, sum, SHARE_DECIMALS);
    }

    /** The nearest rank: the smallest value that at least so many per cent of all values do not exceed. */
    static long percentile(long[] ascending, int percent) {
        if (ascending.length == 0) {
            return 0;
        }
        return ascending[Math.toIntExact(Math.ceilDiv((long) ascending.length * percent, 100L)) - 1];
    }

    /** Rounded half even; 0 of nothing is 0. */
    static double ratio(long part, long whole, int decimals) {
        return whole == 0
                ? 0
                : BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), decimals, RoundingMode.HALF_EVEN)
                        .doubleValue();
    }
}
