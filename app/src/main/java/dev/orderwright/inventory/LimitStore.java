package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** How much is kept back from promising. */
@Repository
class LimitStore {

    static final Sql LIMITS = Sql.of("""
            select item_id, node_id, max(quantity) as quantity
              from inventory.stock_limit
             where item_id = any(:items::bigint[]) and channel in ('', :channel)
               and from_day <= :day and (until_day is null or until_day >= :day)
             group by item_id, node_id
            """);

    static final Sql LIMITS_OF_DAYS = Sql.of("""
            select asked.channel, asked.day, l.item_id, l.node_id, max(l.quantity) as quantity
              from unnest(:channels::text[], :days::date[]) as asked (channel, day)
              join inventory.stock_limit l
                on l.item_id = any(:items::bigint[]) and l.channel in ('', asked.channel)
               and l.from_day <= asked.day and (l.until_day is null or l.until_day >= asked.day)
             group by asked.channel, asked.day, l.item_id, l.node_id
            """);

    static final Sql OF_ITEM = Sql.of("""
            select item_id, node_id, channel, from_day, until_day, quantity
              from inventory.stock_limit
             where item_id = :item
             order by node_id, channel, from_day
            """);

    static final Sql SET = Sql.of("""
            insert into inventory.stock_limit (item_id, node_id, channel, from_day, until_day, quantity)
            select * from unnest(:items::bigint[], :nodes::bigint[], :channels::text[], :froms::date[],
                                 :untils::date[], :quantities::bigint[])
             order by 1, 2, 3, 4
            on conflict (item_id, node_id, channel, from_day) do update
               set until_day = excluded.until_day, quantity = excluded.quantity
            """);

    static final Sql LIFT = Sql.of("""
            delete from inventory.stock_limit l
             using unnest(:items::bigint[], :nodes::bigint[], :channels::text[], :froms::date[])
                   as k (item_id, node_id, channel, from_day)
             where l.item_id = k.item_id and l.node_id = k.node_id and l.channel = k.channel
               and l.from_day = k.from_day
            """);

    private final Db db;

    LimitStore(Db db) {
        this.db = db;
    }

    Map<StockKey, Long> limits(Collection<Long> itemIds, String channel, LocalDate on) {
        Map<StockKey, Long> limits = new HashMap<>();
        db.sql(LIMITS)
                .param("items", StockStore.longs(itemIds))
                .param("channel", channel)
                .param("day", on)
                .query(row -> {
                    limits.put(new StockKey(row.getLong("item_id"), row.getLong("node_id")), row.getLong("quantity"));
                });
        return limits;
    }

    Map<LimitDay, Map<StockKey, Long>> limits(Collection<Long> itemIds, Collection<LimitDay> days) {
        Map<LimitDay, Map<StockKey, Long>> limits = new HashMap<>();
        db.sql(LIMITS_OF_DAYS)
                .param("items", StockStore.longs(itemIds))
                .param("channels", days.stream().map(LimitDay::channel).toArray(String[]::new))
                .param("days", Db.dates(days.stream().map(LimitDay::on).toList()))
                .query(row -> {
                    LimitDay day = new LimitDay(row.getString("channel"), Objects.requireNonNull(Db.date(row, "day")));
                    StockKey key = new StockKey(row.getLong("item_id"), row.getLong("node_id"));
                    limits.computeIfAbsent(day, d -> new HashMap<>()).put(key, row.getLong("quantity"));
                });
        return limits;
    }

    List<StockLimit> ofItem(long itemId) {
        return db.sql(OF_ITEM)
                .param("item", itemId)
                .query((row, n) -> new StockLimit(
                        row.getLong("item_id"),
                        row.getLong("node_id"),
                        row.getString("channel"),
                        Objects.requireNonNull(Db.date(row, "from_day")),
                        Db.date(row, "until_day"),
                        row.getLong("quantity")))
                .list();
    }

    void set(List<StockLimit> limits) {
        withKeys(SET, limits)
                .param("untils", Db.dates(limits.stream().map(StockLimit::until).toList()))
                .param(
                        "quantities",
                        limits.stream().mapToLong(StockLimit::quantity).toArray())
                .update();
    }

    void lift(List<StockLimit> limits) {
        withKeys(LIFT, limits).update();
    }

    private SqlCall withKeys(Sql sql, List<StockLimit> limits) {
        return db.sql(sql)
                .param("items", limits.stream().mapToLong(StockLimit::itemId).toArray())
                .param("nodes", limits.stream().mapToLong(StockLimit::nodeId).toArray())
                .param("channels", limits.stream().map(StockLimit::channel).toArray(String[]::new))
                .param("froms", Db.dates(limits.stream().map(StockLimit::from).toList()));
    }
}
