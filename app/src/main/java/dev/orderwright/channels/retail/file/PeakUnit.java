package dev.orderwright.channels.retail.file;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A length of time whose busiest pieces a report names. */
enum PeakUnit {
    DAY(ChronoUnit.DAYS, "yyyy-MM-dd"),
    HOUR(ChronoUnit.HOURS, "yyyy-MM-dd HH"),
    MINUTE(ChronoUnit.MINUTES, "yyyy-MM-dd HH:mm");

    private static final int PEAKS = 3;

    private final ChronoUnit unit;
    private final DateTimeFormatter format;

    PeakUnit(ChronoUnit unit, String pattern) {
        this.unit = unit;
        this.format = DateTimeFormatter.ofPattern(pattern);
    }

    /**
     * The busiest pieces and how many orders fall into each. Of two that are equally busy the one with the busier
     * neighbours is the higher peak, because the load lasts longer; then the earlier one.
     */
    List<List<Object>> peaks(Collection<LocalDateTime> orders) {
        Map<LocalDateTime, Long> busy =
                orders.stream().collect(Collectors.groupingBy(at -> at.truncatedTo(unit), Collectors.counting()));
        Function<LocalDateTime, Long> neighbours =
                at -> busy.getOrDefault(at.minus(1, unit), 0L) + busy.getOrDefault(at.plus(1, unit), 0L);
        return busy.keySet().stream()
                .sorted(Comparator.<LocalDateTime, Long>comparing(busy::get)
                        .thenComparing(neighbours)
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(PEAKS)
                .map(at -> List.<Object>of(format.format(at), busy.getOrDefault(at, 0L)))
                .toList();
    }
}
