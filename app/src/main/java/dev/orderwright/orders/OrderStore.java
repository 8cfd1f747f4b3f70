package dev.orderwright.orders;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** The statements on orders and their lines that belong to writing. */
@Repository
class OrderStore {

    /** What {@link #HEAD} reads. */
    static final String SELECT_HEAD = """
            select id, number, channel, external_id, customer_id, lifecycle, version, currency, priority, placed_at,
                   requested_on, method, terms, payment_terms_days, ship_complete, shipments_max, only_node_id, ship_to,
                   bill_to, comment, net_minor, discount_minor, shipping_minor, tax_minor, promised_ship_on,
                   promised_on, expected_on, slice_states, updated_at, ended_at
              from orders.sales_order
            """;

    static final Sql INSERT_ORDERS = Sql.of("""
            insert into orders.sales_order
                   (id, number, channel, external_id, content_hash, customer_id, lifecycle, version, currency, priority,
                    placed_at, requested_on, method, terms, payment_terms_days, ship_complete, shipments_max,
                    only_node_id, ship_to, bill_to, comment, net_minor, discount_minor, shipping_minor, tax_minor,
                    total_minor, promised_ship_on, promised_on, expected_on, slice_states, updated_at)
            select o.id, o.number, o.channel, o.external_id, o.content_hash, o.customer_id, o.lifecycle, 1, o.currency,
                   o.priority, o.placed_at, o.requested_on, o.method, o.terms, o.terms_days, o.ship_complete,
                   o.shipments_max, o.only_node_id, o.ship_to::jsonb, o.bill_to::jsonb, o.comment, o.net, o.discount,
                   o.shipping, o.tax, o.net - o.discount + o.shipping + o.tax, o.ship_on, o.promised_on, o.expected_on,
                   o.states, o.placed_at
              from unnest(:ids::bigint[], :numbers::text[], :channels::text[], :externals::text[], :hashes::bytea[],
                          :customers::bigint[], :lifecycles::text[], :currencies::text[], :priorities::integer[],
                          :placed::timestamptz[], :requested::date[], :methods::text[], :terms::text[],
                          :termsDays::integer[], :complete::boolean[], :shipments::integer[], :onlyNodes::bigint[],
                          :shipTo::text[], :billTo::text[], :comments::text[], :net::bigint[], :discount::bigint[],
                          :shipping::bigint[], :tax::bigint[], :shipOn::date[], :promised::date[], :expected::date[],
                          :states::integer[])
                   as o (id, number, channel, external_id, content_hash, customer_id, lifecycle, currency, priority,
                         placed_at, requested_on, method, terms, terms_days, ship_complete, shipments_max, only_node_id,
                         ship_to, bill_to, comment, net, discount, shipping, tax, ship_on, promised_on, expected_on,
                         states)
            """);

    static final Sql INSERT_LINES = Sql.of("""
            insert into orders.order_line
                   (order_id, line_no, item_id, sku, description, kind, quantity, quantity_decimals, unit_price,
                    net_minor, discount_minor, shipping_minor, tax_minor, tax_percent, tax_code)
            select * from unnest(:orders::bigint[], :lines::integer[], :items::bigint[], :skus::text[],
                                 :descriptions::text[], :kinds::text[], :quantities::bigint[], :decimals::integer[],
                                 :prices::numeric[], :net::bigint[], :discount::bigint[], :shipping::bigint[],
                                 :tax::bigint[], :percents::numeric[], :codes::text[])
            """);

    static final Sql KNOWN = Sql.of("""
            select o.channel, o.external_id, o.content_hash, o.id, o.number, o.version, o.lifecycle, o.currency,
                   o.total_minor, o.promised_on, u.reserved, u.backordered
              from orders.sales_order o
              join unnest(:channels::text[], :externals::text[]) as k (channel, external_id)
                on o.channel = k.channel and o.external_id = k.external_id
             cross join lateral (
                   select coalesce(sum(s.quantity) filter (where s.state = 'RESERVED'), 0) as reserved,
                          coalesce(sum(s.quantity) filter (where s.state = 'BACKORDERED'), 0) as backordered
                     from orders.slice s where s.order_id = o.id) u
            """);

    static final Sql LOCK = Sql.of(SELECT_HEAD + """
             where id = any(:ids::bigint[])
             order by id
               for update
            """);

    static final Sql LINES = Sql.of("""
            select order_id, line_no, item_id, sku, description, kind, quantity, quantity_decimals, unit_price,
                   net_minor, discount_minor, shipping_minor, tax_minor, tax_percent, tax_code
              from orders.order_line
             where order_id = any(:ids::bigint[])
             order by order_id, line_no
            """);

    static final Sql REFRESH = Sql.of("""
            update orders.sales_order o
               set version = o.version + 1, lifecycle = n.lifecycle, slice_states = n.states,
                   expected_on = n.expected_on, updated_at = n.at,
                   ended_at = case when n.ended then coalesce(o.ended_at, n.at) end
              from unnest(:ids::bigint[], :lifecycles::text[], :states::integer[], :expected::date[],
                          :ats::timestamptz[], :ended::boolean[])
                   as n (id, lifecycle, states, expected_on, at, ended)
             where o.id = n.id
            """);

    static final Sql CONFIRM = Sql.of("""
            update orders.sales_order set lifecycle = 'CONFIRMED' where id = any(:ids::bigint[]) and lifecycle = 'PLACED'
            """);

    static final Sql TOUCH = Sql.of("""
            update orders.sales_order set version = version + 1, updated_at = :at where id = any(:ids::bigint[])
            """);

    static final Sql EXCLUDE_NODE = Sql.of("""
            insert into orders.excluded_node (order_id, node_id, reason, at)
            values (:order, :node, :reason, :at)
            on conflict (order_id, node_id) do nothing
            """);

    static final Sql EXCLUDED_NODES = Sql.of("""
            select order_id, node_id from orders.excluded_node where order_id = any(:ids::bigint[])
            """);

    static final Sql SET_ONLY_NODE = Sql.of("""
            update orders.sales_order set only_node_id = :node, version = version + 1, updated_at = :at where id = :id
            """);

    static final RowMapper<OrderHead> HEAD = (row, n) -> {
        String billTo = row.getString("bill_to");
        return new OrderHead(
                row.getLong("id"),
                row.getString("number"),
                row.getString("channel"),
                row.getString("external_id"),
                Db.longOrNull(row, "customer_id"),
                Lifecycle.valueOf(row.getString("lifecycle")),
                row.getInt("version"),
                row.getString("currency"),
                row.getInt("priority"),
                Db.instantNotNull(row, "placed_at"),
                Db.date(row, "requested_on"),
                row.getString("method"),
                PaymentTerms.valueOf(row.getString("terms")),
                row.getInt("payment_terms_days"),
                row.getBoolean("ship_complete"),
                row.getInt("shipments_max"),
                Db.longOrNull(row, "only_node_id"),
                Json.read(row.getString("ship_to"), Address.class),
                billTo == null ? null : Json.read(billTo, Address.class),
                row.getString("comment"),
                new OrderMoney(
                        row.getLong("net_minor"),
                        row.getLong("discount_minor"),
                        row.getLong("shipping_minor"),
                        row.getLong("tax_minor")),
                Db.date(row, "promised_ship_on"),
                Db.date(row, "promised_on"),
                Db.date(row, "expected_on"),
                row.getInt("slice_states"),
                Db.instantNotNull(row, "updated_at"),
                Db.instant(row, "ended_at"));
    };

    static final RowMapper<OrderLine> LINE = (row, n) -> new OrderLine(
            row.getLong("order_id"),
            row.getInt("line_no"),
            row.getLong("item_id"),
            row.getString("sku"),
            row.getString("description"),
            ItemKind.valueOf(row.getString("kind")),
            row.getLong("quantity"),
            row.getInt("quantity_decimals"),
            row.getBigDecimal("unit_price"),
            new OrderMoney(
                    row.getLong("net_minor"),
                    row.getLong("discount_minor"),
                    row.getLong("shipping_minor"),
                    row.getLong("tax_minor")),
            row.getBigDecimal("tax_percent"),
            row.getString("tax_code"));

    private final Db db;

    OrderStore(Db db) {
        this.db = db;
    }

    /** An order to be written, with the fingerprint of what the channel asked for. */
    record NewOrder(OrderHead head, byte[] contentHash) {}

    /** The order that already has a channel's number. */
    record Known(String channel, String externalId, byte[] contentHash, Placed answer) {}

    /** New values of an order's derived columns. */
    record Refresh(
            long id,
            Lifecycle lifecycle,
            int sliceStates,
            @Nullable LocalDate expectedOn,
            Instant at) {}

    void insertOrders(List<NewOrder> rows) {
        List<OrderHead> heads = rows.stream().map(NewOrder::head).toList();
        db.sql(INSERT_ORDERS)
                .param("ids", heads.stream().mapToLong(OrderHead::id).toArray())
                .param("numbers", texts(heads, OrderHead::number))
                .param("channels", texts(heads, OrderHead::channel))
                .param("externals", texts(heads, OrderHead::externalId))
                .param("hashes", rows.stream().map(NewOrder::contentHash).toArray(byte[][]::new))
                .param("customers", heads.stream().map(OrderHead::customerId).toArray(Long[]::new))
                .param("lifecycles", texts(heads, h -> h.lifecycle().name()))
                .param("currencies", texts(heads, OrderHead::currency))
                .param(
                        "priorities",
                        heads.stream().mapToInt(OrderHead::priority).toArray())
                .param(
                        "placed",
                        Db.timestamps(heads.stream().map(OrderHead::placedAt).toList()))
                .param(
                        "requested",
                        Db.dates(heads.stream().map(OrderHead::requestedOn).toList()))
                .param("methods", texts(heads, OrderHead::method))
                .param("terms", texts(heads, h -> h.terms().name()))
                .param(
                        "termsDays",
                        heads.stream().mapToInt(OrderHead::paymentTermsDays).toArray())
                .param("complete", heads.stream().map(OrderHead::shipComplete).toArray(Boolean[]::new))
                .param(
                        "shipments",
                        heads.stream().mapToInt(OrderHead::shipmentsMax).toArray())
                .param("onlyNodes", heads.stream().map(OrderHead::onlyNodeId).toArray(Long[]::new))
                .param("shipTo", texts(heads, h -> Json.write(h.shipTo())))
                .param("billTo", texts(heads, h -> h.billTo() == null ? null : Json.write(h.billTo())))
                .param("comments", texts(heads, OrderHead::comment))
                .param("net", heads.stream().mapToLong(h -> h.money().net()).toArray())
                .param(
                        "discount",
                        heads.stream().mapToLong(h -> h.money().discount()).toArray())
                .param(
                        "shipping",
                        heads.stream().mapToLong(h -> h.money().shipping()).toArray())
                .param("tax", heads.stream().mapToLong(h -> h.money().tax()).toArray())
                .param(
                        "shipOn",
                        Db.dates(heads.stream().map(OrderHead::promisedShipOn).toList()))
                .param(
                        "promised",
                        Db.dates(heads.stream().map(OrderHead::promisedOn).toList()))
                .param(
                        "expected",
                        Db.dates(heads.stream().map(OrderHead::expectedOn).toList()))
                .param("states", heads.stream().mapToInt(OrderHead::sliceStates).toArray())
                .later();
    }

    void insertLines(List<OrderLine> lines) {
        db.sql(INSERT_LINES)
                .param("orders", lines.stream().mapToLong(OrderLine::orderId).toArray())
                .param("lines", lines.stream().mapToInt(OrderLine::lineNo).toArray())
                .param("items", lines.stream().mapToLong(OrderLine::itemId).toArray())
                .param("skus", texts(lines, OrderLine::sku))
                .param("descriptions", texts(lines, OrderLine::description))
                .param("kinds", texts(lines, l -> l.kind().name()))
                .param(
                        "quantities",
                        lines.stream().mapToLong(OrderLine::quantity).toArray())
                .param(
                        "decimals",
                        lines.stream().mapToInt(OrderLine::quantityDecimals).toArray())
                .param("prices", lines.stream().map(OrderLine::unitPrice).toArray(BigDecimal[]::new))
                .param("net", lines.stream().mapToLong(l -> l.money().net()).toArray())
                .param(
                        "discount",
                        lines.stream().mapToLong(l -> l.money().discount()).toArray())
                .param(
                        "shipping",
                        lines.stream().mapToLong(l -> l.money().shipping()).toArray())
                .param("tax", lines.stream().mapToLong(l -> l.money().tax()).toArray())
                .param("percents", lines.stream().map(OrderLine::taxPercent).toArray(BigDecimal[]::new))
                .param("codes", texts(lines, OrderLine::taxCode))
                .later();
    }

    List<Known> known(List<OrderDraft> drafts) {
        return db.sql(KNOWN)
                .param("channels", texts(drafts, OrderDraft::channel))
                .param("externals", texts(drafts, OrderDraft::externalId))
                .query((row, n) -> new Known(
                        row.getString("channel"),
                        row.getString("external_id"),
                        row.getBytes("content_hash"),
                        new Placed(
                                row.getLong("id"),
                                row.getString("number"),
                                row.getInt("version"),
                                !row.getString("lifecycle").equals(Lifecycle.PLACED.name()),
                                row.getString("currency"),
                                row.getLong("total_minor"),
                                Db.date(row, "promised_on"),
                                row.getLong("reserved"),
                                row.getLong("backordered"),
                                List.of(),
                                List.of(),
                                true)))
                .list();
    }

    /** Locks the order rows in ascending order of their ids: every transaction does, so none waits in a circle. */
    List<OrderHead> lock(Collection<Long> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(LOCK).param("ids", SliceStore.longs(ids)).query(HEAD).list();
    }

    List<OrderLine> lines(Collection<Long> ids) {
        return db.sql(LINES).param("ids", SliceStore.longs(ids)).query(LINE).list();
    }

    void refresh(List<Refresh> rows) {
        db.sql(REFRESH)
                .param("ids", rows.stream().mapToLong(Refresh::id).toArray())
                .param("lifecycles", texts(rows, r -> r.lifecycle().name()))
                .param("states", rows.stream().mapToInt(Refresh::sliceStates).toArray())
                .param(
                        "expected",
                        Db.dates(rows.stream().map(Refresh::expectedOn).toList()))
                .param("ats", Db.timestamps(rows.stream().map(Refresh::at).toList()))
                .param("ended", rows.stream().map(r -> !r.lifecycle().isOpen()).toArray(Boolean[]::new))
                .update();
    }

    void confirm(Collection<Long> ids) {
        db.sql(CONFIRM).param("ids", SliceStore.longs(ids)).update();
    }

    void touch(Collection<Long> ids, Instant at) {
        db.sql(TOUCH)
                .param("ids", SliceStore.longs(ids))
                .param("at", Db.timestamp(at))
                .update();
    }

    void excludeNode(long orderId, long nodeId, String reason, Instant at) {
        db.sql(EXCLUDE_NODE)
                .param("order", orderId)
                .param("node", nodeId)
                .param("reason", reason)
                .param("at", Db.timestamp(at))
                .update();
    }

    Map<Long, Set<Long>> excludedNodes(Collection<Long> orderIds) {
        Map<Long, Set<Long>> result = new HashMap<>();
        db.sql(EXCLUDED_NODES).param("ids", SliceStore.longs(orderIds)).query(row -> {
            result.computeIfAbsent(row.getLong("order_id"), id -> new HashSet<>())
                    .add(row.getLong("node_id"));
        });
        return result;
    }

    void setOnlyNode(long orderId, @Nullable Long nodeId, Instant at) {
        db.sql(SET_ONLY_NODE)
                .param("id", orderId)
                .param("node", nodeId)
                .param("at", Db.timestamp(at))
                .update();
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
