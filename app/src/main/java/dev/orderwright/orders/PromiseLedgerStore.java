package dev.orderwright.orders;

import dev.orderwright.orders.PromiseLedger.Direction;
import dev.orderwright.orders.PromiseLedger.PromiseChange;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Reads the ledger of promises; it is written where orders are refreshed. */
@Repository
class PromiseLedgerStore {

    private static final String SELECT = """
            select c.order_id, o.number, c.version, c.changed_at, c.was_on, c.now_on, c.direction, c.cause, o.promised_on
              from orders.promise_change c
              join orders.sales_order o on o.id = c.order_id
            """;

    static final Sql OF_ORDER = Sql.of(SELECT + """
             where c.order_id = :order
             order by c.version
            """);

    static final Sql LATEST = Sql.of(SELECT + """
             where (c.changed_at, c.order_id, c.version) < (:at::timestamptz, :order, :version::integer)
             order by c.changed_at desc, c.order_id desc, c.version desc
             limit :limit
            """);

    static final Sql LATEST_OF_DIRECTION = Sql.of(SELECT + """
             where c.direction = :direction
               and (c.changed_at, c.order_id, c.version) < (:at::timestamptz, :order, :version::integer)
             order by c.changed_at desc, c.order_id desc, c.version desc
             limit :limit
            """);

    /** Before the newest. */
    static final Cursor NEWEST = Cursor.of(micros(Instant.parse("9999-01-01T00:00:00Z")), 0, 0);

    private final Db db;

    PromiseLedgerStore(Db db) {
        this.db = db;
    }

    static Cursor cursor(PromiseChange change) {
        return Cursor.of(micros(change.at()), change.orderId(), change.version());
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    List<PromiseChange> ofOrder(long orderId) {
        return db.sql(OF_ORDER)
                .param("order", orderId)
                .query(PromiseLedgerStore::change)
                .list();
    }

    List<PromiseChange> latest(@Nullable Direction direction, Cursor before, int limit) {
        return (direction == null ? db.sql(LATEST) : db.sql(LATEST_OF_DIRECTION).param("direction", direction.name()))
                .param("at", Db.timestamp(Instant.EPOCH.plus(before.number(0), ChronoUnit.MICROS)))
                .param("order", before.number(1))
                .param("version", before.number(2))
                .param("limit", limit)
                .query(PromiseLedgerStore::change)
                .list();
    }

    private static PromiseChange change(ResultSet row, int n) throws SQLException {
        return new PromiseChange(
                row.getLong("order_id"),
                row.getString("number"),
                row.getInt("version"),
                Db.instantNotNull(row, "changed_at"),
                Db.date(row, "was_on"),
                Db.date(row, "now_on"),
                Direction.valueOf(row.getString("direction")),
                PromiseCause.valueOf(row.getString("cause")),
                Db.date(row, "promised_on"));
    }
}
