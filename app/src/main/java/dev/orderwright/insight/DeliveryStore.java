package dev.orderwright.insight;

import dev.orderwright.insight.Deliveries.Delivery;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Repository;

/** Reads deliveries off the milestones. */
@Repository
class DeliveryStore {

    static final Sql LATEST = Sql.of("""
            select order_id, node_id, placed_at, delivered_at
              from insight.order_milestone
             where shipped_at > :since and delivered_at >= placed_at and node_id is not null
               and units_backordered = 0 and shipments = 1
             order by shipped_at desc
             limit :limit
            """);

    private final Db db;

    DeliveryStore(Db db) {
        this.db = db;
    }

    List<Delivery> latest(Instant since, int limit) {
        return db.sql(LATEST)
                .param("since", Db.timestamp(since))
                .param("limit", limit)
                .query((row, n) -> new Delivery(
                        row.getLong("order_id"),
                        row.getLong("node_id"),
                        Db.instantNotNull(row, "placed_at"),
                        Db.instantNotNull(row, "delivered_at")))
                .list();
    }
}
