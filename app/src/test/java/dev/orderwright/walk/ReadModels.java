package dev.orderwright.walk;

import java.util.Map;

/** What is kept up to be read, next to what it is made of; to be asked when all facts have been followed. */
final class ReadModels {

    static final Map<String, String> LAWS = Map.of(
            "milestones are what the facts tell",
            """
            select f.*, m.*
              from (select subject_id, count(*) filter (where type = 'ShipmentHandedOver') as shipments,
                           coalesce(sum((data ->> 'units')::bigint) filter (where type = 'UnitsCancelled'), 0) as cancelled,
                           min(at) filter (where type = 'FulfilmentReleased') as released,
                           max(at) filter (where type = 'FulfilmentPicked') as picked,
                           max(at) filter (where type = 'ShipmentHandedOver') as shipped,
                           max(at) filter (where type = 'PackageDelivered') as delivered,
                           max(at) filter (where type in ('OrderClosed', 'OrderCancelled')) as ended
                      from shared.fact where subject_kind = 'order' group by subject_id) f
              left join insight.order_milestone m on m.order_id = f.subject_id
             where (m.shipments, m.units_cancelled, m.released_at, m.picked_at, m.shipped_at, m.delivered_at, m.ended_at)
                   is distinct from (f.shipments, f.cancelled, f.released, f.picked, f.shipped, f.delivered, f.ended)
            """,
            "papers can be found",
            """
            select f.subject_id, f.type, p.name, p.paper
              from shared.fact f
             cross join lateral (select name, data ->> name as paper
                                   from unnest(array['tracking', 'package', 'fulfilment', 'invoice', 'creditNote']) n (name)
                                  where jsonb_typeof(data -> name) = 'string') p
             where f.subject_kind = 'order' and p.paper <> ''
               and not exists (select 1 from insight.order_word w
                                where w.order_id = f.subject_id and w.word = lower(p.paper) and w.kind = p.name)
            """,
            "orders can be found",
            """
            select o.id, o.external_id
              from orders.sales_order o
             where not exists (select 1 from insight.order_word w
                                where w.order_id = o.id and w.word = lower(o.external_id) and w.kind = 'external')
            """,
            "nothing is left to a worker who is gone",
            """
            select 'payment' as what, id from billing.payment_transaction where lease_until is not null
            union all
            select 'label', package_id from shipping.label where state in ('REQUESTED', 'VOID_REQUESTED')
            """);

    /** How many orders each view has, from their slices. */
    static final String COUNTS = """
            select count(*) filter (where o.open) as "OPEN",
                   count(*) filter (where o.open and 'BACKORDERED' = any(s.states)) as "BACKORDERED",
                   count(*) filter (where o.open and 'RESERVED' = any(s.states)) as "TO_RELEASE",
                   count(*) filter (where o.open and s.states && array['RELEASED', 'PICKED', 'PACKED']) as "AT_NODES",
                   count(*) filter (where o.open and 'SHIPPED' = any(s.states)) as "UNDER_WAY",
                   count(*) filter (where o.lifecycle = 'CLOSED') as "CLOSED",
                   count(*) filter (where o.lifecycle in ('CANCELLED', 'REJECTED')) as "CANCELLED",
                   count(*) as "ALL"
              from (select id, lifecycle, lifecycle in ('PLACED', 'CONFIRMED') as open from orders.sales_order) o
              join (select order_id, array_agg(distinct state) as states from orders.slice group by order_id) s
                on s.order_id = o.id
            """;

    private ReadModels() {}
}
