-- Units change their state five or six times on their way. As long as a state, a fulfilment order or a package is part of an
-- index, each change writes every index of the row anew and leaves dead entries in all of them. What waits for stock has a
-- column of its own, which changes once; the units of a fulfilment order or a package are found by their order.
alter table orders.slice
    add column waiting boolean generated always as (state in ('OPEN', 'BACKORDERED')) stored;
drop index orders.slice_waiting_for_stock;
drop index orders.slice_to_release;
drop index orders.slice_fulfilment;
drop index orders.slice_package;
create index slice_waiting_for_stock on orders.slice (item_id, order_id) where waiting;
