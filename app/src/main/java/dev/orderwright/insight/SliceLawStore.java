package dev.orderwright.insight;

import dev.orderwright.insight.Law.Scope;
import dev.orderwright.shared.Sql;
import java.util.List;

/** Laws 1, 7 and the derived columns of orders, as questions. */
final class SliceLawStore {

    private SliceLawStore() {}

    static final Sql LINES = Sql.of("select count(*) from orders.order_line where order_id between :first and :last");

    static final Sql ORDERS = Sql.of("select count(*) from orders.sales_order where id between :first and :last");

    static final Sql UNITS_OF_LINES = Sql.of("""
            select 'order' as subject_kind, l.order_id as subject_id,
                   coalesce('order ' || o.number, 'order that does not exist') || ' line ' || l.line_no as culprit,
                   l.quantity::text as expected, coalesce(s.quantity, 0)::text || coalesce(s.gap, '') as found
              from orders.order_line l
              left join orders.sales_order o on o.id = l.order_id and o.id between :first and :last
              left join (select order_id, line_no, sum(quantity) as quantity,
                                case when bool_or(gap) then ' with a gap or an overlap' end as gap
                           from (select order_id, line_no, quantity,
                                        first_unit <> coalesce(sum(quantity) over (
                                            partition by order_id, line_no order by first_unit
                                            rows between unbounded preceding and 1 preceding), 0) as gap
                                   from orders.slice where order_id between :first and :last) u
                          group by order_id, line_no) s
                on s.order_id = l.order_id and s.line_no = l.line_no
             where l.order_id between :first and :last
               and (coalesce(s.quantity, 0) <> l.quantity or s.gap is not null)
            """);

    static final Sql ORPHAN_SLICES = Sql.of("""
            select 'order' as subject_kind, s.order_id as subject_id,
                   'slice of order ' || s.order_id || ' line ' || s.line_no as culprit,
                   'a line of an order' as expected, 'none' as found
              from orders.slice s
              left join orders.order_line l
                on l.order_id = s.order_id and l.line_no = s.line_no and l.order_id between :first and :last
              left join orders.sales_order o on o.id = s.order_id and o.id between :first and :last
             where s.order_id between :first and :last
               and (l.order_id is null or l.item_id <> s.item_id or o.id is null)
            """);

    static final Sql SLICES = Sql.of("select count(*) from orders.slice where order_id between :first and :last");

    /** The bits are those of SliceState, in its order. */
    static final Sql DERIVED_STATES = Sql.of("""
            select 'order' as subject_kind, o.id as subject_id, 'order ' || o.number as culprit,
                   coalesce(s.states, 0)::text as expected, o.slice_states::text as found
              from orders.sales_order o
              left join (select order_id, bit_or(1 << (array_position(array[
                                'OPEN', 'BACKORDERED', 'AWAITING_SUPPLY', 'RESERVED', 'RELEASED', 'PICKED', 'PACKED',
                                'READY_FOR_PICKUP', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'LOST', 'RETURNED'], state) - 1))
                                as states
                           from orders.slice where order_id between :first and :last
                          group by order_id) s on s.order_id = o.id
             where o.id between :first and :last and o.slice_states <> coalesce(s.states, 0)
            """);

    static final Sql LIFECYCLES = Sql.of("""
            select 'order' as subject_kind, o.id as subject_id, 'order ' || o.number as culprit,
                   case when s.open_units > 0 then 'open'
                        when s.cancelled = s.units then 'CANCELLED' else 'CLOSED' end as expected,
                   o.lifecycle as found
              from orders.sales_order o
              join (select order_id, count(*) as units,
                           count(*) filter (where state not in ('DELIVERED', 'CANCELLED', 'LOST', 'RETURNED')) as open_units,
                           count(*) filter (where state = 'CANCELLED') as cancelled
                      from orders.slice where order_id between :first and :last
                     group by order_id) s on s.order_id = o.id
             where o.id between :first and :last
               and ((o.lifecycle in ('PLACED', 'CONFIRMED')) <> (s.open_units > 0)
                    or (o.lifecycle = 'CANCELLED' and s.cancelled <> s.units))
            """);

    static final Sql MONEY_OF_ORDERS = Sql.of("""
            select 'order' as subject_kind, o.id as subject_id, 'order ' || o.number as culprit,
                   o.net_minor || ' / ' || o.discount_minor || ' / ' || o.shipping_minor || ' / ' || o.tax_minor
                       as expected,
                   l.net || ' / ' || l.discount || ' / ' || l.shipping || ' / ' || l.tax as found
              from orders.sales_order o
              join (select order_id, sum(net_minor) as net, sum(discount_minor) as discount,
                           sum(shipping_minor) as shipping, sum(tax_minor) as tax
                      from orders.order_line where order_id between :first and :last
                     group by order_id) l on l.order_id = o.id
             where o.id between :first and :last
               and (o.net_minor, o.discount_minor, o.shipping_minor, o.tax_minor)
                   is distinct from (l.net, l.discount, l.shipping, l.tax)
            """);

    static final Sql ENDED_ORDERS_HOLD_NOTHING = Sql.of("""
            select 'order' as subject_kind, o.id as subject_id, 'order ' || o.number || ', ' || o.lifecycle as culprit,
                   'nothing' as expected, h.what as found
              from orders.sales_order o
              join (select order_id, 'units ' || string_agg(distinct state, ', ') as what
                      from orders.slice
                     where order_id between :first and :last
                       and state in ('OPEN', 'BACKORDERED', 'RESERVED', 'RELEASED', 'PICKED', 'PACKED')
                     group by order_id
                    union all
                    select order_id, 'an active hold' from orders.hold
                     where order_id between :first and :last and state = 'ACTIVE'
                    union all
                    select order_id, 'an unanswered cancellation' from orders.cancel_request
                     where order_id between :first and :last and state = 'ASKED') h
                on h.order_id = o.id
             where o.id between :first and :last and o.lifecycle not in ('DRAFT', 'PLACED', 'CONFIRMED')
            """);

    static final Sql PROMISES = Sql.of("""
            select 'order' as subject_kind, o.id as subject_id,
                   'order ' || o.number || coalesce(', version ' || c.version, '') as culprit,
                   coalesce(case when c.gap then c.before else o.expected_on end::text, 'no day') as expected,
                   coalesce(case when c.gap then c.was_on when c.order_id is null then o.promised_on
                                 else c.now_on end::text, 'no day')
                       as found
              from orders.sales_order o
              left join (select p.*, p.was_on is distinct from p.before as gap
                           from (select order_id, version, was_on, now_on,
                                        row_number() over later = 1 as latest,
                                        case when row_number() over earlier = 1 then first.promised_on
                                             else lag(now_on) over earlier end as before
                                   from orders.promise_change
                                   join (select id, promised_on from orders.sales_order
                                          where id between :first and :last) first on first.id = order_id
                                  where order_id between :first and :last
                                 window earlier as (partition by order_id order by version),
                                        later as (partition by order_id order by version desc)) p) c
                on c.order_id = o.id
             where o.id between :first and :last
               and (c.gap
                    or o.lifecycle in ('PLACED', 'CONFIRMED')
                       and (c.latest and c.now_on is distinct from o.expected_on
                            or c.order_id is null and o.promised_on is distinct from o.expected_on))
            """);

    static final List<Law> ALL = List.of(
            new Law(
                    "units-of-lines",
                    "The slices of a line cover its units, once each",
                    Scope.ORDERS,
                    UNITS_OF_LINES,
                    LINES),
            new Law(
                    "slices-have-lines",
                    "Every slice belongs to a line and has its item",
                    Scope.ORDERS,
                    ORPHAN_SLICES,
                    SLICES),
            new Law(
                    "order-states",
                    "What an order says of its units is what they are",
                    Scope.ORDERS,
                    DERIVED_STATES,
                    ORDERS),
            new Law("order-ends", "An order ends when its last unit does", Scope.ORDERS, LIFECYCLES, ORDERS),
            new Law("order-totals", "The lines of an order sum to its total", Scope.ORDERS, MONEY_OF_ORDERS, ORDERS),
            new Law("ended-orders", "Ended orders hold nothing", Scope.ORDERS, ENDED_ORDERS_HOLD_NOTHING, ORDERS),
            new Law(
                    "promises-lead-on",
                    "The ledger of promises leads from the first day to the one that is expected",
                    Scope.ORDERS,
                    PROMISES,
                    ORDERS));
}
