package dev.orderwright.shipping;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** When carriers are asked about which parcels. */
@Repository
class AskingStore {

    /** Parcels to be asked about are work rows, so locked ones are skipped; who takes them has them for a while. */
    static final Sql CLAIM = Sql.of("""
            update shipping.package p
               set ask_at = :lease
              from (select w.order_id, w.id
                      from shipping.package w
                     where w.ask_at <= :at
                     order by w.ask_at
                     limit :limit
                       for update skip locked) d
             where p.order_id = d.order_id and p.id = d.id
            returning p.id, p.asked_until
            """);

    static final Sql SCHEDULE = Sql.of("""
            update shipping.package p
               set asked_until = n.asked_until, ask_at = n.ask_at
              from unnest(:orders::bigint[], :ids::bigint[], :until::timestamptz[], :next::timestamptz[])
                   as n (order_id, id, asked_until, ask_at)
             where p.order_id = n.order_id and p.id = n.id
               and p.state in ('MANIFESTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP', 'ATTEMPT_FAILED',
                               'EXCEPTION', 'RETURNING')
            """);

    private final Db db;

    AskingStore(Db db) {
        this.db = db;
    }

    /** A parcel whose turn it is. */
    record Due(long packageId, @Nullable Instant askedUntil) {}

    /** Until when its carrier was asked about a parcel, and when it is asked again; null for never. */
    record Plan(
            Parcel parcel,
            @Nullable Instant askedUntil,
            @Nullable Instant askAt) {}

    List<Due> claim(Instant at, Instant lease, int limit) {
        return db.sql(CLAIM)
                .param("at", Db.timestamp(at))
                .param("lease", Db.timestamp(lease))
                .param("limit", limit)
                .query((row, n) -> new Due(row.getLong("id"), Db.instant(row, "asked_until")))
                .list();
    }

    void schedule(List<Plan> plans) {
        if (!plans.isEmpty()) {
            db.sql(SCHEDULE)
                    .param(
                            "orders",
                            plans.stream().mapToLong(p -> p.parcel().orderId()).toArray())
                    .param("ids", plans.stream().mapToLong(p -> p.parcel().id()).toArray())
                    .param(
                            "until",
                            Db.timestamps(plans.stream().map(Plan::askedUntil).toList()))
                    .param("next", Db.timestamps(plans.stream().map(Plan::askAt).toList()))
                    .update();
        }
    }
}
