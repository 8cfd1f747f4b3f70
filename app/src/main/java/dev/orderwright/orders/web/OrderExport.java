package dev.orderwright.orders.web;

import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.web.Csv;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Orders as rows for other programs: the columns that somebody has chosen for the list, dates as ISO 8601 with their zone,
 * decimals as exact numbers, codes and not words.
 *
 * @param columns keys of the columns of the list
 * @param zone that moments are told in
 */
record OrderExport(Set<String> columns, ZoneId zone, Instant now, Who who) {

    /** The values of one order by the names of their columns; null for none. */
    Map<String, @Nullable Object> values(OrderQueries.Row row) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("order", row.number());
        values.put("channel", row.channel());
        columns.forEach(column -> put(values, column, row));
        return values;
    }

    /** The names of the values, for a file that has them once. */
    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("order", "channel"));
        columns.forEach(column -> names.addAll(
                switch (column) {
                    case "customer" -> List.of("shipToName", "country");
                    case "placed" -> List.of("placedAt");
                    case "state" -> List.of("state", "holds");
                    case "total" -> List.of("total", "currency");
                    case "expected" -> List.of("expectedOn");
                    case "promised" -> List.of("promisedOn");
                    default -> List.of(column);
                }));
        return names;
    }

    private void put(Map<String, @Nullable Object> values, String column, OrderQueries.Row row) {
        switch (column) {
            case "customer" -> {
                values.put("shipToName", who.personal(row.shipToName(), Masks::name));
                values.put("country", row.country());
            }
            case "placed" -> values.put("placedAt", moment(row.placedAt()));
            case "state" -> {
                values.put("state", row.lifecycle().name());
                values.put("holds", row.holds().stream().map(Enum::name).toList());
            }
            case "units" -> {
                Map<String, Long> units = new TreeMap<>();
                row.units().forEach((state, count) -> units.put(state.name(), count));
                values.put("units", units);
            }
            case "total" -> {
                values.put("total", new Money(row.totalMinor(), row.currency()).amount());
                values.put("currency", row.currency());
            }
            case "expected" -> values.put("expectedOn", text(row.expectedOn()));
            case "promised" -> values.put("promisedOn", text(row.promisedOn()));
            case "externalId" -> values.put("externalId", row.externalId());
            case "lines" -> values.put("lines", row.lines());
            case "priority" -> values.put("priority", row.priority());
            case "age" ->
                values.put(
                        "age",
                        Duration.between(row.placedAt(), now)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString());
            default -> throw new IllegalStateException("a column that is not exported: " + column);
        }
    }

    private String moment(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(at.atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    String csv(OrderQueries.Row row) {
        return Csv.line(values(row).values().stream().map(OrderExport::cell).toList());
    }

    String csvHead() {
        return Csv.line(names());
    }

    private static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case BigDecimal number -> number.toPlainString();
            case Number number -> number.toString();
            case List<?> list -> Csv.text(list.stream().map(String::valueOf).collect(Collectors.joining(" ")));
            case Map<?, ?> map ->
                Csv.text(map.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining(" ")));
            default -> Csv.text(value.toString());
        };
    }

    String json(OrderQueries.Row row) {
        return Json.write(values(row)) + "\n";
    }
}
