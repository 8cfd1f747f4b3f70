-- In which quantities an item is ordered: multiples of a pack, a least and a most. Null is any.
alter table catalog.item
    add column pack_multiple numeric(19, 6) check (pack_multiple > 0),
    add column order_min     numeric(19, 6) check (order_min > 0),
    add column order_max     numeric(19, 6) check (order_max > 0);
comment on column catalog.item.pack_multiple is 'in whole units of the item, as order_min and order_max';
