-- From the packing table to the customer's door. What lies in a package are the slices that carry its id; a label is a
-- purchase with an intent row before the carrier is called; tracking is a list of events to which is only ever added.
-- Keys start with the order id, except where the carrier's own key must be unique.
create schema if not exists shipping;

create table shipping.package (
    order_id        bigint      not null,
    id              bigint      not null,
    number          text        not null unique,
    order_number    text        not null,
    fulfilment_id   bigint      not null,
    node_id         bigint      not null,
    state           text        not null check (state in
                    ('OPEN', 'SEALED', 'LABELLED', 'MANIFESTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'DELIVERED',
                     'AVAILABLE_FOR_PICKUP', 'ATTEMPT_FAILED', 'EXCEPTION', 'RETURNING', 'RETURNED', 'LOST', 'DAMAGED',
                     'VOIDED')),
    weight_grams    bigint      not null default 0 check (weight_grams >= 0),
    length_mm       integer     not null default 0 check (length_mm >= 0),
    width_mm        integer     not null default 0 check (width_mm >= 0),
    height_mm       integer     not null default 0 check (height_mm >= 0),
    carrier         text        not null default '',
    tracking_number text        not null default '',
    -- The last attempt to buy a label; 0 before the first.
    label_attempt   integer     not null default 0,
    shipment_id     bigint,
    handed_over_at  timestamptz,
    delivered_at    timestamptz,
    -- Until when the carrier was asked what it has seen, and when to ask again.
    asked_until     timestamptz,
    ask_at          timestamptz,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    version         integer     not null,
    primary key (order_id, id),
    check ((tracking_number = '') = (state in ('OPEN', 'SEALED', 'VOIDED'))),
    check ((shipment_id is null) = (state in ('OPEN', 'SEALED', 'LABELLED', 'VOIDED')))
) with (fillfactor = 70);
create index package_id on shipping.package (id);
create index package_fulfilment on shipping.package (fulfilment_id);
create index package_at_node on shipping.package (node_id, id) where state in ('OPEN', 'SEALED', 'LABELLED');
create index package_to_ask on shipping.package (ask_at) where ask_at is not null;

create table shipping.label (
    order_id        bigint      not null,
    package_id      bigint      not null,
    attempt         integer     not null check (attempt > 0),
    carrier         text        not null,
    state           text        not null check (state in
                    ('REQUESTED', 'BOUGHT', 'FAILED', 'VOID_REQUESTED', 'VOIDED', 'VOID_REFUSED')),
    -- What the carrier was asked for, as it stood then: a reprint is the same label.
    wish            jsonb       not null,
    tracking_number text        not null default '',
    product         text        not null default '',
    route           text        not null default '',
    price_minor     bigint      not null default 0,
    currency        text        not null default '',
    problem         text        not null default '',
    tries           integer     not null default 0,
    leased_until    timestamptz,
    requested_at    timestamptz not null,
    answered_at     timestamptz,
    primary key (order_id, package_id, attempt)
) with (fillfactor = 70);
create unique index label_tracking on shipping.label (carrier, tracking_number) where tracking_number <> '';
create index label_waiting on shipping.label (leased_until) where state in ('REQUESTED', 'VOID_REQUESTED');

create table shipping.manifest (
    id       bigint      not null primary key,
    number   text        not null unique,
    carrier  text        not null,
    node_id  bigint      not null,
    packages integer     not null check (packages > 0),
    at       timestamptz not null,
    actor    text        not null
);

create table shipping.shipment (
    order_id      bigint      not null,
    id            bigint      not null,
    number        text        not null unique,
    fulfilment_id bigint      not null,
    node_id       bigint      not null,
    manifest_id   bigint      not null,
    carrier       text        not null,
    packages      integer     not null check (packages > 0),
    units         bigint      not null check (units > 0),
    weight_grams  bigint      not null,
    at            timestamptz not null,
    primary key (order_id, id)
);
comment on table shipping.shipment is 'one hand-over of packages of one fulfilment order: what is invoiced';

create table shipping.tracking_event (
    carrier         text        not null,
    event_id        text        not null,
    order_id        bigint      not null,
    package_id      bigint      not null,
    tracking_number text        not null,
    code            text        not null check (code in
                    ('PENDING', 'INFO_RECEIVED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP',
                     'ATTEMPT_FAILED', 'DELIVERED', 'EXCEPTION', 'RETURNING', 'RETURNED', 'EXPIRED')),
    at              timestamptz not null,
    place           text        not null,
    message         text        not null,
    raw             text        not null,
    received_at     timestamptz not null,
    primary key (carrier, event_id)
);
create index tracking_event_package on shipping.tracking_event (order_id, package_id, at);
comment on table shipping.tracking_event is 'append-only: a package is where the fold of its events says';

create table shipping.unknown_tracking (
    carrier         text        not null,
    event_id        text        not null,
    tracking_number text        not null,
    code            text        not null,
    at              timestamptz not null,
    place           text        not null,
    message         text        not null,
    raw             text        not null,
    received_at     timestamptz not null,
    resolved_at     timestamptz,
    primary key (carrier, event_id)
);
create index unknown_tracking_open on shipping.unknown_tracking (carrier, tracking_number) where resolved_at is null;
comment on table shipping.unknown_tracking is 'events of parcels we know nothing of (yet): kept, not dropped';
