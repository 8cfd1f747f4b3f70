package dev.orderwright.insight;

import dev.orderwright.insight.Sales.Bought;
import dev.orderwright.insight.Sales.CustomerHold;
import dev.orderwright.insight.Sales.Lifetime;
import dev.orderwright.insight.Sales.Message;
import dev.orderwright.insight.Sales.Week;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Repository;

/** Reads what a customer has bought and how an item sells, off the newest rows of it and no further. */
@Repository
class SalesStore {

    private static final String NEWEST = """
            with newest as (select id, number, lifecycle, currency, total_minor, slice_states, expected_on
                              from orders.sales_order where customer_id = :customer
                             order by id desc limit :limit)
            """;

    static final Sql LIFETIME = Sql.of(NEWEST + """
            select o.currency, count(*) as orders,
                   coalesce(sum(o.total_minor) filter (where o.lifecycle in ('PLACED', 'CONFIRMED', 'CLOSED')), 0)::bigint
                       as bought,
                   count(*) filter (where o.lifecycle in ('CANCELLED', 'REJECTED')) as cancelled,
                   count(*) filter (where o.lifecycle in ('PLACED', 'CONFIRMED')) as open,
                   coalesce(sum(o.total_minor) filter (where o.lifecycle in ('PLACED', 'CONFIRMED')), 0)::bigint
                       as open_minor,
                   count(*) filter (where o.lifecycle in ('PLACED', 'CONFIRMED') and o.expected_on < :today) as late,
                   count(*) filter (where o.lifecycle in ('PLACED', 'CONFIRMED')
                                      and (o.slice_states & :backordered) <> 0) as backordered,
                   count(*) filter (where o.lifecycle in ('PLACED', 'CONFIRMED')
                                      and exists (select 1 from orders.hold h
                                                   where h.order_id = o.id and h.state = 'ACTIVE')) as held,
                   count(*) filter (where m.delivered_at is not null and m.promised_on is not null) as delivered,
                   count(*) filter (where (m.delivered_at at time zone :zone)::date <= m.promised_on) as on_time
              from newest o
              left join insight.order_milestone m on m.order_id = o.id
             group by o.currency
             order by count(*) desc
            """);

    static final Sql BOUGHT = Sql.of(NEWEST + """
            select l.item_id, l.sku, max(l.description) as description, sum(l.quantity)::bigint as units,
                   max(l.quantity_decimals) as decimals, count(distinct l.order_id) as orders
              from newest o
              join orders.order_line l on l.order_id = o.id
             where l.kind = 'STOCKED' and o.lifecycle in ('PLACED', 'CONFIRMED', 'CLOSED')
             group by l.item_id, l.sku
             order by count(distinct l.order_id) desc, units desc, l.sku
             limit :shown
            """);

    static final Sql MESSAGES = Sql.of(NEWEST + """
            select n.id, o.number, n.subject, n.state, n.written_at
              from newest o
              join notifications.notice n on n.order_id = o.id
             order by n.written_at desc, n.id desc
             limit :shown
            """);

    static final Sql HOLDS = Sql.of("""
            select id, reason, placed_by, placed_at from orders.hold
             where state = 'ACTIVE' and scope = 'CUSTOMER' and scope_id = :customer
             order by id
            """);

    static final Sql WEEKS = Sql.of("""
            with newest as (select order_id, quantity from orders.order_line
                             where item_id = :item order by order_id desc limit :limit),
            sold as (select date_trunc('week', o.placed_at at time zone :zone)::date as week,
                            sum(l.quantity)::bigint as units, count(distinct o.id) as orders
                       from newest l
                       join orders.sales_order o on o.id = l.order_id
                      where o.lifecycle in ('PLACED', 'CONFIRMED', 'CLOSED')
                      group by 1)
            select w.week, coalesce(s.units, 0)::bigint as units, coalesce(s.orders, 0)::bigint as orders
              from (select :from::date + 7 * n as week from generate_series(0, :weeks::integer - 1) as n) w
              left join sold s on s.week = w.week
             order by w.week
            """);

    static final Sql LINES = Sql.of("""
            select count(*) as lines from (select 1 from orders.order_line where item_id = :item limit :limit) l
            """);

    private final Db db;

    SalesStore(Db db) {
        this.db = db;
    }

    /** By currency, the one with the most orders first. */
    List<Lifetime> lifetime(long customerId, LocalDate today, ZoneId zone, int limit) {
        return db.sql(LIFETIME)
                .param("customer", customerId)
                .param("today", today)
                .param("zone", zone.getId())
                .param("backordered", SliceState.BACKORDERED.bit())
                .param("limit", limit)
                .query((row, n) -> new Lifetime(
                        row.getString("currency"),
                        row.getLong("orders"),
                        row.getLong("bought"),
                        row.getLong("cancelled"),
                        row.getLong("open"),
                        row.getLong("open_minor"),
                        row.getLong("late"),
                        row.getLong("backordered"),
                        row.getLong("held"),
                        row.getLong("delivered"),
                        row.getLong("on_time")))
                .list();
    }

    /** What was ordered most often first. */
    List<Bought> bought(long customerId, int limit, int shown) {
        return db.sql(BOUGHT)
                .param("customer", customerId)
                .param("limit", limit)
                .param("shown", shown)
                .query((row, n) -> new Bought(
                        row.getLong("item_id"),
                        row.getString("sku"),
                        row.getString("description"),
                        row.getLong("units"),
                        row.getInt("decimals"),
                        row.getLong("orders")))
                .list();
    }

    List<Message> messages(long customerId, int limit, int shown) {
        return db.sql(MESSAGES)
                .param("customer", customerId)
                .param("limit", limit)
                .param("shown", shown)
                .query((row, n) -> new Message(
                        row.getLong("id"),
                        row.getString("number"),
                        row.getString("subject"),
                        row.getString("state").equals("SENT"),
                        Objects.requireNonNull(Db.instant(row, "written_at"))))
                .list();
    }

    List<CustomerHold> holds(long customerId) {
        return db.sql(HOLDS)
                .param("customer", customerId)
                .query((row, n) -> new CustomerHold(
                        row.getLong("id"),
                        row.getString("reason"),
                        row.getString("placed_by"),
                        Objects.requireNonNull(Db.instant(row, "placed_at"))))
                .list();
    }

    /** @param from a Monday */
    List<Week> weeks(long itemId, LocalDate from, int weeks, ZoneId zone, int limit) {
        return db.sql(WEEKS)
                .param("item", itemId)
                .param("from", from)
                .param("weeks", weeks)
                .param("zone", zone.getId())
                .param("limit", limit)
                .query((row, n) -> new Week(
                        Objects.requireNonNull(Db.date(row, "week")), row.getLong("units"), row.getLong("orders")))
                .list();
    }

    /** How many lines an item has, counted no further than the limit. */
    long lines(long itemId, int limit) {
        return db.sql(LINES)
                .param("item", itemId)
                .param("limit", limit)
                .query((row, n) -> row.getLong("lines"))
                .single();
    }
}
