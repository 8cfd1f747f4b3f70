package dev.orderwright.shipping;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements on labels. */
@Repository
class LabelStore {

    static final Sql INSERT = Sql.of("""
            insert into shipping.label (order_id, package_id, attempt, carrier, state, wish, leased_until, requested_at)
            select l.order_id, l.package_id, l.attempt, l.carrier, 'REQUESTED', l.wish::jsonb, :lease, :at
              from unnest(:orders::bigint[], :packages::bigint[], :attempts::integer[], :carriers::text[],
                          :wishes::text[])
                   as l (order_id, package_id, attempt, carrier, wish)
            """);

    static final Sql OF_PACKAGES = Sql.of("""
            select order_id, package_id, attempt, carrier, state, wish, tracking_number, product, route, price_minor,
                   currency, problem, tries, requested_at
              from shipping.label
             where order_id = any(:orders::bigint[]) and package_id = any(:packages::bigint[])
             order by package_id, attempt
            """);

    static final Sql ASKED = Sql.of("""
            select count(*) as labels, min(requested_at) as oldest
              from shipping.label
             where state in ('REQUESTED', 'VOID_REQUESTED') and state = :state
            """);

    /** Labels for which a carrier owes an answer that nobody is waiting for any more: work rows, so locked ones are skipped. */
    static final Sql CLAIM = Sql.of("""
            update shipping.label l
               set leased_until = :lease, tries = l.tries + 1
              from (select w.order_id, w.package_id, w.attempt
                      from shipping.label w
                     where w.state in ('REQUESTED', 'VOID_REQUESTED') and w.leased_until <= :now
                     order by w.leased_until
                     limit :limit
                       for update skip locked) d
             where l.order_id = d.order_id and l.package_id = d.package_id and l.attempt = d.attempt
            returning l.order_id, l.package_id, l.attempt, l.carrier, l.state, l.wish, l.tracking_number, l.product,
                      l.route, l.price_minor, l.currency, l.problem, l.tries, l.requested_at
            """);

    static final Sql UPDATE = Sql.of("""
            update shipping.label l
               set state = n.state, tracking_number = n.tracking, product = n.product, route = n.route,
                   price_minor = n.price, currency = n.currency, problem = n.problem,
                   leased_until = case when n.state in ('REQUESTED', 'VOID_REQUESTED') then :lease::timestamptz end,
                   answered_at = case when n.state in ('REQUESTED', 'VOID_REQUESTED') then l.answered_at
                                      else :at::timestamptz end
              from unnest(:orders::bigint[], :packages::bigint[], :attempts::integer[], :states::text[],
                          :trackings::text[], :products::text[], :routes::text[], :prices::bigint[],
                          :currencies::text[], :problems::text[])
                   as n (order_id, package_id, attempt, state, tracking, product, route, price, currency, problem)
             where l.order_id = n.order_id and l.package_id = n.package_id and l.attempt = n.attempt
            """);

    /** Whoever is being answered about one just now loses nothing: the key is the same. */
    static final Sql MAKE_DUE = Sql.of("""
            update shipping.label l
               set leased_until = :now
              from shipping.package p
             where p.id = any(:packages::bigint[]) and l.order_id = p.order_id and l.package_id = p.id
               and l.attempt = p.label_attempt and l.state = 'REQUESTED' and l.leased_until > :now
            """);

    private static final RowMapper<Label> ROW = (row, n) -> new Label(
            row.getLong("order_id"),
            row.getLong("package_id"),
            row.getInt("attempt"),
            row.getString("carrier"),
            LabelState.valueOf(row.getString("state")),
            Json.read(row.getString("wish"), LabelWish.class),
            row.getString("tracking_number"),
            row.getString("product"),
            row.getString("route"),
            row.getLong("price_minor"),
            row.getString("currency"),
            row.getString("problem"),
            row.getInt("tries"),
            Db.instantNotNull(row, "requested_at"));

    private final Db db;

    LabelStore(Db db) {
        this.db = db;
    }

    Backlog asked(LabelState state) {
        return db.sql(ASKED)
                .param("state", state.name())
                .query((row, n) -> new Backlog(row.getLong("labels"), Db.instant(row, "oldest")))
                .single();
    }

    /** @param lease until when the one who asks is given time to come back with the answer */
    void insert(List<Label> labels, Instant at, Instant lease) {
        if (!labels.isEmpty()) {
            db.sql(INSERT)
                    .param("orders", longs(labels, Label::orderId))
                    .param("packages", longs(labels, Label::packageId))
                    .param("attempts", labels.stream().mapToInt(Label::attempt).toArray())
                    .param("carriers", texts(labels, Label::carrier))
                    .param("wishes", texts(labels, label -> Json.write(label.wish())))
                    .param("at", Db.timestamp(at))
                    .param("lease", Db.timestamp(lease))
                    .update();
        }
    }

    /** All attempts, by package and attempt. */
    List<Label> of(Collection<Parcel> parcels) {
        return parcels.isEmpty()
                ? List.of()
                : db.sql(OF_PACKAGES)
                        .param(
                                "orders",
                                parcels.stream().mapToLong(Parcel::orderId).toArray())
                        .param(
                                "packages",
                                parcels.stream().mapToLong(Parcel::id).toArray())
                        .query(ROW)
                        .list();
    }

    List<Label> claim(Instant now, Instant lease, int limit) {
        return db.sql(CLAIM)
                .param("now", Db.timestamp(now))
                .param("lease", Db.timestamp(lease))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Those that wait are asked about in the next round; the locks of the orders are held. */
    void makeDue(Collection<Long> packageIds, Instant now) {
        db.sql(MAKE_DUE)
                .param(
                        "packages",
                        packageIds.stream().mapToLong(Long::longValue).toArray())
                .param("now", Db.timestamp(now))
                .update();
    }

    /** Writes what an answer has changed; the lock of the order is held. */
    void update(List<Label> labels, Instant at, Instant lease) {
        if (!labels.isEmpty()) {
            db.sql(UPDATE)
                    .param("orders", longs(labels, Label::orderId))
                    .param("packages", longs(labels, Label::packageId))
                    .param("attempts", labels.stream().mapToInt(Label::attempt).toArray())
                    .param("states", texts(labels, label -> label.state().name()))
                    .param("trackings", texts(labels, Label::trackingNumber))
                    .param("products", texts(labels, Label::product))
                    .param("routes", texts(labels, Label::route))
                    .param("prices", longs(labels, Label::priceMinor))
                    .param("currencies", texts(labels, Label::currency))
                    .param("problems", texts(labels, Label::problem))
                    .param("at", Db.timestamp(at))
                    .param("lease", Db.timestamp(lease))
                    .update();
        }
    }

    private static long[] longs(List<Label> labels, ToLongFunction<Label> column) {
        return labels.stream().mapToLong(column).toArray();
    }

    private static String[] texts(List<Label> labels, Function<Label, String> column) {
        return labels.stream().map(column).toArray(String[]::new);
    }
}
