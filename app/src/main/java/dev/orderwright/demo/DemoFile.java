package dev.orderwright.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * The sample of orders with its days moved so that the last one is today, or the last working day before. Days keep
 * their order and fall on working days; what would lie in the future is left out.
 */
final class DemoFile {

    private static final String RESOURCE = "/demo/online-retail-sample.csv.gz";
    private static final Pattern MOMENT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:\\d{2}:\\d{2})");

    /** Days whose orders still stand in the warehouse. */
    private static final int RECENT_DAYS = 2;

    private DemoFile() {}

    /**
     * The sample in two files: the orders that are history, and those of the last days.
     *
     * @param now in the shop's clock
     */
    static List<byte[]> upTo(LocalDateTime now) throws IOException {
        List<String> rows = read();
        Map<LocalDate, LocalDate> moved = moved(rows, now.toLocalDate());
        Set<String> future = new HashSet<>();
        for (String row : rows) {
            Matcher moment = MOMENT.matcher(row);
            if (moment.find() && at(moment, moved).isAfter(now)) {
                future.add(invoice(row));
            }
        }
        LocalDate recent = moved.values().stream()
                .sorted(Comparator.reverseOrder())
                .skip(RECENT_DAYS - 1L)
                .findFirst()
                .orElseThrow();
        StringBuilder history = new StringBuilder(rows.getFirst()).append('\n');
        StringBuilder last = new StringBuilder(rows.getFirst()).append('\n');
        for (String row : rows.subList(1, rows.size())) {
            Matcher moment = MOMENT.matcher(row);
            if (!future.contains(invoice(row)) && moment.find()) {
                LocalDateTime at = at(moment, moved);
                (at.toLocalDate().isBefore(recent) ? history : last)
                        .append(row, 0, moment.start())
                        .append(at.toLocalDate())
                        .append(row, moment.end(1), row.length())
                        .append('\n');
            }
        }
        return List.of(bytes(history), bytes(last));
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> read() throws IOException {
        try (InputStream packed = DemoFile.class.getResourceAsStream(RESOURCE)) {
            if (packed == null) {
                throw new IllegalStateException(RESOURCE + " is missing");
            }
            return new BufferedReader(new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        }
    }

    private static String invoice(String row) {
        return row.substring(0, row.indexOf(','));
    }

    private static LocalDateTime at(Matcher moment, Map<LocalDate, LocalDate> moved) {
        return day(moment.group(1), moved).atTime(LocalTime.parse(moment.group(2)));
    }

    private static LocalDate day(String text, Map<LocalDate, LocalDate> moved) {
        LocalDate day = LocalDate.parse(text);
        return moved.getOrDefault(day, day);
    }

    /** The days of the file by where they go. */
    private static Map<LocalDate, LocalDate> moved(List<String> rows, LocalDate today) {
        TreeSet<LocalDate> days = new TreeSet<>();
        for (String row : rows) {
            Matcher moment = MOMENT.matcher(row);
            if (moment.find()) {
                days.add(LocalDate.parse(moment.group(1)));
            }
        }
        Map<LocalDate, LocalDate> moved = new HashMap<>();
        LocalDate to = today;
        for (LocalDate day : new ArrayList<>(days.descendingSet())) {
            while (to.getDayOfWeek() == DayOfWeek.SATURDAY || to.getDayOfWeek() == DayOfWeek.SUNDAY) {
                to = to.minusDays(1);
            }
            moved.put(day, to);
            to = to.minusDays(1);
        }
        return moved;
    }
}
