-- The work one node does for one order, and the walk through its bins. State lives on the order's slices; what is kept
-- here is whose turn it is and from which bin each unit comes. Keys start with the order id: the order row is the lock
-- of both tables wherever slices change too.
create schema if not exists fulfilment;

create table fulfilment.fulfilment_order (
    order_id     bigint      not null,
    id           bigint      not null,
    number       text        not null unique,
    order_number text        not null,
    node_id      bigint      not null,
    state        text        not null check (state in
                 ('RELEASED', 'ACCEPTED', 'PICKING', 'PICKED', 'PACKED', 'SHIPPED', 'CLOSED', 'REJECTED',
                  'CANCEL_REQUESTED', 'CANCELLED', 'CANCEL_REFUSED')),
    -- How far the work is, whatever is being asked about it: a cancellation may be asked for in any of these.
    progress     text        not null check (progress in
                 ('RELEASED', 'ACCEPTED', 'PICKING', 'PICKED', 'PACKED', 'SHIPPED', 'CLOSED')),
    priority     integer     not null check (priority between 0 and 9),
    ship_on      date,
    method       text        not null,
    assignee     text,
    leased_until timestamptz,
    reason       text        not null default '',
    created_at   timestamptz not null,
    updated_at   timestamptz not null,
    version      integer     not null,
    primary key (order_id, id),
    check (state = progress or state in ('REJECTED', 'CANCEL_REQUESTED', 'CANCELLED', 'CANCEL_REFUSED')),
    check ((assignee is null) = (leased_until is null))
) with (fillfactor = 70);
create index fulfilment_order_id on fulfilment.fulfilment_order (id);
-- The work lists of a node: small, whatever the number of finished ones.
create index fulfilment_order_work on fulfilment.fulfilment_order (node_id, progress, priority desc, ship_on, id)
    where progress not in ('SHIPPED', 'CLOSED') and state not in ('REJECTED', 'CANCELLED');

create table fulfilment.pick_task (
    order_id      bigint  not null,
    fulfilment_id bigint  not null,
    task_no       integer not null,
    line_no       integer not null,
    item_id       bigint  not null,
    bin           text    not null,
    quantity      bigint  not null check (quantity > 0),
    picked        bigint  not null default 0 check (picked >= 0),
    missing       bigint  not null default 0 check (missing >= 0),
    dropped       bigint  not null default 0 check (dropped >= 0),
    primary key (order_id, fulfilment_id, task_no),
    check (picked + missing + dropped <= quantity)
) with (fillfactor = 60);
comment on table fulfilment.pick_task is
    'what is neither picked, missing nor dropped is claimed in its bin: the claims of a bin are the sum of these';
