package dev.orderwright.orders.web;

import dev.orderwright.orders.OrderQueries.Row;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API answers about lists of orders. */
final class OrderListAnswers {

    private OrderListAnswers() {}

    /**
     * A page of orders.
     *
     * @param next the cursor of the next page, null on the last one
     * @param lookedBackTo set when the page is short because enough orders were looked through: when the last of them was
     *     placed
     */
    record ListAnswer(
            List<ListRow> items,
            @Nullable String next,
            @Nullable Instant lookedBackTo) {}

    record ListRow(
            String id,
            String number,
            String channel,
            String externalId,
            String shipToName,
            String country,
            String lifecycle,
            int priority,
            Instant placedAt,
            String currency,
            long totalMinor,
            @Nullable LocalDate promisedOn,
            @Nullable LocalDate expectedOn,
            int lines,
            List<String> holds,
            Map<String, Long> units) {

        static ListRow of(Row row, Who who) {
            Map<String, Long> units = new LinkedHashMap<>();
            row.units().forEach((state, quantity) -> units.put(state.name(), quantity));
            return new ListRow(
                    Long.toString(row.id()),
                    row.number(),
                    row.channel(),
                    row.externalId(),
                    who.personal(row.shipToName(), Masks::name),
                    row.country(),
                    row.lifecycle().name(),
                    row.priority(),
                    row.placedAt(),
                    row.currency(),
                    row.totalMinor(),
                    row.promisedOn(),
                    row.expectedOn(),
                    row.lines(),
                    row.holds().stream().map(Enum::name).toList(),
                    units);
        }
    }
}
