package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** How much is kept back from promising, and what is on its way. */
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
}
