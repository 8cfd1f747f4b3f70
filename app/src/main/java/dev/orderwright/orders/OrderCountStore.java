package dev.orderwright.orders;

import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

/** How many orders there are in each view: open ones exactly, ended ones up to a limit. */
final class OrderCountStore {

    private static final int COUNT_MAX = 10_001;

    // The predicate stands as it does in the index of open orders, so that closed ones cost nothing.
    static final Sql COUNT_OPEN = Sql.of("""
            select count(*) as open,
                   count(*) filter (where (slice_states & :backordered) <> 0) as backordered,
                   count(*) filter (where (slice_states & :reserved) <> 0) as to_release,
                   count(*) filter (where (slice_states & :atNodes) <> 0) as at_nodes,
                   count(*) filter (where (slice_states & :shipped) <> 0) as under_way,
                   count(*) filter (where expected_on < :today) as late,
                   min(placed_at) filter (where (slice_states & :backordered) <> 0) as first_backordered,
                   min(placed_at) filter (where (slice_states & :reserved) <> 0) as first_to_release,
                   min(placed_at) filter (where expected_on < :today) as first_late
              from orders.sales_order
             where lifecycle in ('PLACED', 'CONFIRMED')
            """);

    static final Sql COUNT_REST = Sql.of("""
            select (select count(distinct order_id) from orders.hold
                     where state = 'ACTIVE' and order_id is not null) as held,
                   (select min(placed_at) from orders.hold
                     where state = 'ACTIVE' and order_id is not null) as first_held,
                   (select count(*) from (select 1 from orders.sales_order
                                           where lifecycle = 'CLOSED' limit :max) c) as closed,
                   (select count(*) from (select 1 from orders.sales_order
                                           where lifecycle in ('CANCELLED', 'REJECTED') limit :max) c) as cancelled,
                   (select count(*) from (select 1 from orders.sales_order limit :max) c) as every
            """);

    private final Db db;

    OrderCountStore(Db db) {
        this.db = db;
    }

    /** How many orders each view has, those of ended ones up to {@link #COUNT_MAX}, and when the first was placed. */
    OrderCounts.Counted of(LocalDate today) {
        Map<View, Long> counts = new EnumMap<>(View.class);
        Map<View, Instant> oldest = new EnumMap<>(View.class);
        db.sql(COUNT_OPEN)
                .param("backordered", View.BACKORDERED.states())
                .param("reserved", View.TO_RELEASE.states())
                .param("atNodes", View.AT_NODES.states())
                .param("shipped", View.UNDER_WAY.states())
                .param("today", today)
                .query(row -> {
                    counts.put(View.OPEN, row.getLong("open"));
                    counts.put(View.BACKORDERED, row.getLong("backordered"));
                    counts.put(View.TO_RELEASE, row.getLong("to_release"));
                    counts.put(View.AT_NODES, row.getLong("at_nodes"));
                    counts.put(View.UNDER_WAY, row.getLong("under_way"));
                    counts.put(View.LATE, row.getLong("late"));
                    first(row, "first_backordered", View.BACKORDERED, oldest);
                    first(row, "first_to_release", View.TO_RELEASE, oldest);
                    first(row, "first_late", View.LATE, oldest);
                });
        db.sql(COUNT_REST).param("max", COUNT_MAX).query(row -> {
            counts.put(View.HELD, row.getLong("held"));
            counts.put(View.CLOSED, row.getLong("closed"));
            counts.put(View.CANCELLED, row.getLong("cancelled"));
            counts.put(View.ALL, row.getLong("every"));
            first(row, "first_held", View.HELD, oldest);
        });
        return new OrderCounts.Counted(counts, oldest);
    }

    private static void first(ResultSet row, String column, View view, Map<View, Instant> oldest) throws SQLException {
        Instant at = Db.instant(row, column);
        if (at != null) {
            oldest.put(view, at);
        }
    }
}
