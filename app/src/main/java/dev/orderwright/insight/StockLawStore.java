package dev.orderwright.insight;

import dev.orderwright.insight.Law.Scope;
import dev.orderwright.shared.Sql;
import java.util.List;

/** Laws 2, 3 and 4 and those of bins, as questions. */
final class StockLawStore {

    private StockLawStore() {}

    static final Sql BALANCES = Sql.of("select count(*) from inventory.stock where item_id between :first and :last");

    static final Sql ALL_BALANCES = Sql.of("select count(*) from inventory.stock");

    static final Sql MOVES = Sql.of("select count(*) from inventory.move where item_id between :first and :last");

    static final Sql BINS = Sql.of("select count(*) from inventory.bin_stock where item_id between :first and :last");

    static final Sql BALANCES_ARE_FOLDS = Sql.of("""
            with fold as (
                 select m.item_id, e.node_id, e.bucket, sum(e.quantity) as quantity
                   from (select item_id, from_node_id, from_bucket, to_node_id, to_bucket, sum(quantity) as quantity
                           from inventory.move where item_id between :first and :last
                          group by item_id, from_node_id, from_bucket, to_node_id, to_bucket) m
                  cross join lateral (values
                        (m.to_node_id, m.to_bucket, m.quantity),
                        (m.from_node_id, m.from_bucket, -m.quantity)) as e (node_id, bucket, quantity)
                  where e.bucket not in ('SUPPLIER', 'CUSTOMER', 'PRODUCTION', 'LOSS')
                  group by m.item_id, e.node_id, e.bucket),
                 balance as (
                 select s.item_id, s.node_id, b.bucket, b.quantity
                   from inventory.stock s
                  cross join lateral (values
                        ('AVAILABLE', s.available), ('RESERVED', s.reserved), ('PICKED', s.picked),
                        ('QC_HOLD', s.qc_hold), ('DAMAGED', s.damaged), ('QUARANTINE', s.quarantine),
                        ('IN_TRANSIT', s.in_transit), ('INCOMING', s.incoming)) as b (bucket, quantity)
                  where s.item_id between :first and :last)
            select 'item' as subject_kind, coalesce(f.item_id, b.item_id) as subject_id,
                   'item ' || coalesce(i.sku, '?') || ' at ' || coalesce(n.code, '?') || ', '
                       || coalesce(f.bucket, b.bucket) as culprit,
                   coalesce(f.quantity, 0)::text as expected, coalesce(b.quantity, 0)::text as found
              from fold f
              full join balance b on b.item_id = f.item_id and b.node_id = f.node_id and b.bucket = f.bucket
              left join catalog.item i on i.id = coalesce(f.item_id, b.item_id)
              left join inventory.node n on n.id = coalesce(f.node_id, b.node_id)
             where coalesce(f.quantity, 0) <> coalesce(b.quantity, 0)
            """);

    // What is promised is found in open orders, which are few. Units that are reserved in an order that has ended, or
    // in none, break another law too.
    static final Sql RESERVED_IS_PROMISED = Sql.of("""
            with promised as (
                 select s.item_id, s.node_id,
                        sum(s.quantity) filter (where s.state in ('RESERVED', 'RELEASED')) as reserved,
                        sum(s.quantity) filter (where s.state in ('PICKED', 'PACKED')) as picked
                   from orders.sales_order o
                   join orders.slice s on s.order_id = o.id
                   join orders.order_line l on l.order_id = s.order_id and l.line_no = s.line_no
                  where o.lifecycle in ('PLACED', 'CONFIRMED')
                    and s.state in ('RESERVED', 'RELEASED', 'PICKED', 'PACKED') and l.kind = 'STOCKED'
                  group by s.item_id, s.node_id)
            select 'item' as subject_kind, coalesce(p.item_id, s.item_id) as subject_id,
                   'item ' || coalesce(i.sku, '?') || ' at ' || coalesce(n.code, '?') as culprit,
                   coalesce(p.reserved, 0) || ' reserved, ' || coalesce(p.picked, 0) || ' picked' as expected,
                   coalesce(s.reserved, 0) || ' reserved, ' || coalesce(s.picked, 0) || ' picked' as found
              from promised p
              full join (select item_id, node_id, reserved, picked from inventory.stock
                          where reserved <> 0 or picked <> 0) s
                on s.item_id = p.item_id and s.node_id = p.node_id
              left join catalog.item i on i.id = coalesce(p.item_id, s.item_id)
              left join inventory.node n on n.id = coalesce(p.node_id, s.node_id)
             where coalesce(p.reserved, 0) <> coalesce(s.reserved, 0)
                or coalesce(p.picked, 0) <> coalesce(s.picked, 0)
            """);

    static final Sql NOTHING_BELOW_ZERO = Sql.of("""
            select 'item' as subject_kind, s.item_id as subject_id,
                   'item ' || coalesce(i.sku, '?') || ' at ' || coalesce(n.code, '?') as culprit,
                   '0 or more' as expected,
                   least(s.available, s.reserved, s.picked, s.qc_hold, s.damaged, s.quarantine, s.in_transit,
                         s.incoming)::text as found
              from inventory.stock s
              left join catalog.item i on i.id = s.item_id
              left join inventory.node n on n.id = s.node_id
             where s.item_id between :first and :last
               and least(s.available, s.reserved, s.picked, s.qc_hold, s.damaged, s.quarantine, s.in_transit,
                         s.incoming) < 0
            """);

    static final Sql BINS_HOLD_THE_SHELF = Sql.of("""
            select 'item' as subject_kind, coalesce(s.item_id, b.item_id) as subject_id,
                   'item ' || coalesce(i.sku, '?') || ' at ' || coalesce(n.code, '?') as culprit,
                   (coalesce(s.available, 0) + coalesce(s.reserved, 0))::text as expected,
                   coalesce(b.quantity, 0)::text as found
              from (select item_id, node_id, available, reserved from inventory.stock
                     where item_id between :first and :last) s
              full join (select item_id, node_id, sum(quantity) as quantity from inventory.bin_stock
                          where item_id between :first and :last
                          group by item_id, node_id) b on b.item_id = s.item_id and b.node_id = s.node_id
              left join catalog.item i on i.id = coalesce(s.item_id, b.item_id)
              left join inventory.node n on n.id = coalesce(s.node_id, b.node_id)
             where coalesce(s.available, 0) + coalesce(s.reserved, 0) <> coalesce(b.quantity, 0)
            """);

    // Commands are found by the pages that hold ids of the range: they are written in the order of their ids, facts
    // and moves in the order of their commands.
    static final Sql CAUSES = Sql.of("""
            with move as (
                 select item_id, id, actor, command_id from inventory.move
                  where ctid between ('(' || :first::bigint::text || ',0)')::tid
                                 and ('(' || :last::bigint::text || ',65535)')::tid),
                 fact as (
                 select subject_kind, subject_id, id, type, actor, command_id from shared.fact
                  where ctid between ('(' || :first::bigint::text || ',0)')::tid
                                 and ('(' || :last::bigint::text || ',65535)')::tid)
            select 'item' as subject_kind, m.item_id as subject_id, 'stock move ' || m.id || ' by ' || m.actor as culprit,
                   'a command' as expected, 'none' as found
              from move m
              left join shared.command c
                on c.id = m.command_id and c.id between (select min(command_id) from move)
                                                    and (select max(command_id) from move)
             where c.id is null
            union all
            select f.subject_kind, f.subject_id, 'fact ' || f.type || ' ' || f.id || ' by ' || f.actor,
                   'a command', 'none'
              from fact f
              left join shared.command c
                on c.id = f.command_id and c.id between (select min(command_id) from fact)
                                                    and (select max(command_id) from fact)
             where c.id is null
            """);

    static final Sql CAUSED = Sql.of("""
            select (select count(*) from inventory.move
                     where ctid between ('(' || :first::bigint::text || ',0)')::tid
                                    and ('(' || :last::bigint::text || ',65535)')::tid)
                 + (select count(*) from shared.fact
                     where ctid between ('(' || :first::bigint::text || ',0)')::tid
                                    and ('(' || :last::bigint::text || ',65535)')::tid)
            """);

    static final List<Law> ALL = List.of(
            new Law(
                    "stock-is-its-moves",
                    "Every balance is the fold of its moves",
                    Scope.ITEMS,
                    BALANCES_ARE_FOLDS,
                    MOVES),
            new Law(
                    "reserved-is-promised",
                    "What is reserved and picked is what orders were promised: no leak, nothing twice",
                    Scope.WHOLE,
                    RESERVED_IS_PROMISED,
                    ALL_BALANCES),
            new Law(
                    "nothing-below-zero",
                    "No balance inside the walls is below zero",
                    Scope.ITEMS,
                    NOTHING_BELOW_ZERO,
                    BALANCES),
            new Law(
                    "bins-hold-the-shelf",
                    "The bins hold what is on the shelf",
                    Scope.ITEMS,
                    BINS_HOLD_THE_SHELF,
                    BINS),
            new Law("causes", "Every move and every fact has a command as its cause", Scope.LEDGERS, CAUSES, CAUSED));
}
