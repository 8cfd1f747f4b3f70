package dev.orderwright.orders;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements by which orders come in: those that are there already under a channel's number, and the new ones. */
@Repository
class NewOrderStore {

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

    private final Db db;

    NewOrderStore(Db db) {
        this.db = db;
    }

    /** The order that already has a channel's number. */
    record Known(String channel, String externalId, byte[] contentHash, Placed answer) {}

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

    /** Orders with their lines. */
    void insert(List<NewOrder> orders) {
        insertHeads(orders);
        insertLines(orders.stream().flatMap(order -> order.lines().stream()).toList());
    }

    private void insertHeads(List<NewOrder> orders) {
        List<OrderHead> heads = orders.stream().map(NewOrder::head).toList();
        db.sql(INSERT_ORDERS)
                .param("ids", heads.stream().mapToLong(OrderHead::id).toArray())
                .param("numbers", texts(heads, OrderHead::number))
                .param("channels", texts(heads, OrderHead::channel))
                .param("externals", texts(heads, OrderHead::externalId))
                .param(
                        "hashes",
                        orders.stream()
                                .map(order -> order.checked().request().fingerprint())
                                .toArray(byte[][]::new))
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

    private void insertLines(List<OrderLine> lines) {
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

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        return rows.stream().map(column).toArray(String[]::new);
    }
}
