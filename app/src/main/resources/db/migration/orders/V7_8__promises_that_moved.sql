-- The ledger of promises: an order says when it was first promised and when it is expected now; here is every day in
-- between, and why it moved. Most orders never have a row.
create table orders.promise_change (
    order_id   bigint      not null,
    version    integer     not null,
    changed_at timestamptz not null,
    was_on     date,
    now_on     date        check (now_on is distinct from was_on),
    direction  text        not null generated always as (case
                   when was_on is null then 'FOUND' when now_on is null then 'LOST'
                   when now_on > was_on then 'LATER' else 'EARLIER' end) stored,
    cause      text        not null check (cause in
               ('NO_STOCK', 'SUPPLY_MOVED', 'OTHER_SOURCE', 'STOCK_CAME', 'LESS_WANTED')),
    primary key (order_id, version)
);
comment on column orders.promise_change.version is 'of the order, after the change';
comment on column orders.promise_change.now_on is 'null when some part has no date any more';
create index promise_change_at on orders.promise_change (changed_at, order_id, version);
create index promise_change_direction on orders.promise_change (direction, changed_at, order_id, version);
