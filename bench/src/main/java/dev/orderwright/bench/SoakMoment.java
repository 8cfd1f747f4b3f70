package dev.orderwright.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How the program, its database and its callers are at a moment of a {@link Soak}.
 *
 * @param perSecond how many orders were placed since the moment before, and so for the next three
 * @param notPlaced orders that were answered otherwise, or not at all
 * @param waiting how much of each kind of {@link Work} is still to be done
 */
record SoakMoment(
        double perSecond,
        double p50,
        double p99,
        double notPlaced,
        ProgramMemory memory,
        Map<Work, Long> waiting,
        Tables tables) {

    /** What may wait. */
    enum Work {
        ORDERS("orders under way", "orders.sales_order", "lifecycle in ('PLACED', 'CONFIRMED')"),
        LABELS("labels asked", "shipping.label", "state in ('REQUESTED', 'VOID_REQUESTED')"),
        PAYMENTS("payments asked", "billing.payment_transaction", "state in ('PENDING', 'UNKNOWN')"),
        INVOICES("invoices unpaid", "billing.invoice", "state in ('ISSUED', 'PARTLY_PAID')"),
        /** By the reader that is furthest behind. */
        FACTS(
                "facts unread",
                "shared.fact",
                "(tx, id) > (select p.tx::text::xid8, p.fact_id from insight.projection p"
                        + " order by p.tx, p.fact_id limit 1)");

        final String title;
        final String table;
        final String waits;

        Work(String title, String table, String waits) {
            this.title = title;
            this.table = table;
            this.waits = waits;
        }
    }

    static final List<String> COLUMNS = columns();

    private static List<String> columns() {
        List<String> columns =
                new ArrayList<>(List.of("minute", "orders/s", "p50 ms", "p99 ms", "heap MB", "memory MB"));
        for (Work work : Work.values()) {
            columns.add(work.title);
        }
        return List.copyOf(columns);
    }

    /** What waits is looked at first: it goes on being done. */
    static SoakMoment now(Lab lab, Connection database, Rush.Seen seen) throws SQLException {
        Map<Work, Long> waiting = new EnumMap<>(Work.class);
        try (Statement statement = database.createStatement()) {
            for (Work work : Work.values()) {
                try (ResultSet row =
                        statement.executeQuery("select count(*) from " + work.table + " where " + work.waits)) {
                    row.next();
                    waiting.put(work, row.getLong(1));
                }
            }
        }
        Tables tables = Tables.read(database);
        return new SoakMoment(
                seen.good().getTotalCount() / seen.seconds(),
                seen.good().getValueAtPercentile(50) / 1_000.0,
                seen.good().getValueAtPercentile(99) / 1_000.0,
                seen.later().getTotalCount() + seen.otherwise() + seen.unanswered() + seen.notAsked(),
                ProgramMemory.of(lab.subject().pid()),
                waiting,
                tables);
    }

    long waiting(Work work) {
        return waiting.getOrDefault(work, 0L);
    }

    /** How much of a kind of work had ever come. */
    long came(Work work) {
        return tables.table(work.table).inserted();
    }

    /** For people who wait. */
    String told(int percent) {
        return "%d %%: %,.0f orders/s, p99 %,.0f ms, heap %,.0f MB, waiting: %,d orders, %,d facts"
                .formatted(percent, perSecond, p99, memory.heapMegabytes(), waiting(Work.ORDERS), waiting(Work.FACTS));
    }

    List<Object> row(long begunNanos) {
        List<Object> row = new ArrayList<>(List.of(
                (tables.atNanos() - begunNanos) / 60e9,
                perSecond,
                p50,
                p99,
                memory.heapMegabytes(),
                memory.residentMegabytes()));
        for (Work work : Work.values()) {
            row.add(waiting(work));
        }
        return row;
    }
}
