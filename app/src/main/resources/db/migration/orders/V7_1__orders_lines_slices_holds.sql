-- Orders, their lines, and the slices on which all status lives. A slice is a range of units of its line, so that
-- splitting keeps the sum and the money of any part is known to the cent. Keys start with the order id and there are
-- no foreign keys: the order family can be distributed by order id, and inserts need no look-ups.
create schema if not exists orders;

create table orders.sales_order (
    id                 bigint      not null primary key,
    number             text        not null unique,
    channel            text        not null,
    external_id        text        not null,
    content_hash       bytea       not null,
    customer_id        bigint,
    lifecycle          text        not null check (lifecycle in
                       ('DRAFT', 'PLACED', 'CONFIRMED', 'CLOSED', 'CANCELLED', 'REJECTED', 'EXPIRED')),
    version            integer     not null,
    currency           text        not null check (length(currency) = 3),
    priority           integer     not null check (priority between 0 and 9),
    placed_at          timestamptz not null,
    requested_on       date,
    method             text        not null,
    terms              text        not null check (terms in ('PREPAID', 'ACCOUNT')),
    payment_terms_days integer     not null,
    ship_complete      boolean     not null,
    shipments_max      integer     not null,
    only_node_id       bigint,
    ship_to            jsonb       not null,
    bill_to            jsonb,
    comment            text        not null,
    net_minor          bigint      not null,
    discount_minor     bigint      not null,
    shipping_minor     bigint      not null,
    tax_minor          bigint      not null,
    total_minor        bigint      not null check (total_minor = net_minor - discount_minor + shipping_minor + tax_minor),
    promised_ship_on   date,
    promised_on        date,
    expected_on        date,
    -- Bit set of the slice states of the order's lines, kept by the statement that moves them; checked by the books.
    slice_states       integer     not null,
    updated_at         timestamptz not null,
    ended_at           timestamptz,
    constraint sales_order_external unique (channel, external_id)
) with (fillfactor = 80);
create index sales_order_customer on orders.sales_order (customer_id, id) where customer_id is not null;
-- Work and the views of open orders: small, whatever the number of closed ones.
create index sales_order_open on orders.sales_order (priority desc, placed_at, id)
    where lifecycle in ('PLACED', 'CONFIRMED');

create table orders.order_line (
    order_id       bigint        not null,
    line_no        integer       not null,
    item_id        bigint        not null,
    sku            text          not null,
    description    text          not null,
    kind           text          not null check (kind in ('STOCKED', 'SERVICE')),
    quantity       bigint        not null check (quantity > 0),
    quantity_decimals integer    not null,
    unit_price     numeric(19,6) not null check (unit_price >= 0),
    net_minor      bigint        not null,
    discount_minor bigint        not null,
    shipping_minor bigint        not null,
    tax_minor      bigint        not null,
    tax_percent    numeric(7,4)  not null,
    tax_code       text          not null,
    primary key (order_id, line_no)
);
create index order_line_item on orders.order_line (item_id, order_id);

create table orders.slice (
    order_id      bigint      not null,
    line_no       integer     not null,
    first_unit    bigint      not null check (first_unit >= 0),
    quantity      bigint      not null check (quantity > 0),
    item_id       bigint      not null,
    state         text        not null check (state in
                  ('OPEN', 'BACKORDERED', 'AWAITING_SUPPLY', 'RESERVED', 'RELEASED', 'PICKED', 'PACKED',
                   'READY_FOR_PICKUP', 'SHIPPED', 'DELIVERED', 'CANCELLED', 'LOST', 'RETURNED')),
    node_id       bigint,
    fulfilment_id bigint,
    package_id    bigint,
    ship_on       date,
    deliver_on    date,
    since         timestamptz not null,
    primary key (order_id, line_no, first_unit),
    constraint slice_has_node check (state not in ('RESERVED', 'RELEASED', 'PICKED', 'PACKED', 'SHIPPED') or node_id is not null)
) with (fillfactor = 70);
create index slice_waiting_for_stock on orders.slice (item_id, order_id) where state in ('OPEN', 'BACKORDERED');
create index slice_to_release on orders.slice (node_id, ship_on, order_id) where state = 'RESERVED';
create index slice_fulfilment on orders.slice (fulfilment_id) where fulfilment_id is not null;
create index slice_package on orders.slice (package_id) where package_id is not null;

create table orders.hold (
    id           bigint      not null primary key,
    order_id     bigint,
    scope        text        not null check (scope in ('CUSTOMER', 'ORDER', 'LINE', 'FULFILMENT', 'ITEM', 'NODE')),
    scope_id     bigint      not null,
    line_no      integer     not null,
    type         text        not null,
    blocks       text[]      not null,
    reason       text        not null,
    state        text        not null check (state in ('ACTIVE', 'RELEASED', 'REJECTED', 'EXPIRED')),
    placed_by    text        not null,
    placed_at    timestamptz not null,
    until        timestamptz,
    ended_by     text,
    ended_at     timestamptz,
    ended_reason text
);
create index hold_active on orders.hold (scope, scope_id) where state = 'ACTIVE';
create index hold_order on orders.hold (order_id) where order_id is not null;
create index hold_expiring on orders.hold (until) where state = 'ACTIVE' and until is not null;

create table orders.cancel_request (
    id            bigint      not null primary key,
    order_id      bigint      not null,
    line_no       integer     not null,
    first_unit    bigint      not null,
    quantity      bigint      not null check (quantity > 0),
    fulfilment_id bigint      not null,
    reason        text        not null,
    state         text        not null check (state in ('ASKED', 'CONFIRMED', 'REFUSED')),
    asked_by      text        not null,
    asked_at      timestamptz not null,
    answered_by   text,
    answered_at   timestamptz,
    answer        text
);
create index cancel_request_order on orders.cancel_request (order_id);
create index cancel_request_asked on orders.cancel_request (fulfilment_id) where state = 'ASKED';

create table orders.excluded_node (
    order_id bigint      not null,
    node_id  bigint      not null,
    reason   text        not null,
    at       timestamptz not null,
    primary key (order_id, node_id)
);
