-- Stock is kept as balances and as the ledger of moves they are the fold of; both are written by one statement. The
-- balances change with every order, so their rows are wide enough for one item at one node, indexed by their key only,
-- and half of each page is left free: then an update touches no index and one page.
create schema inventory;

create table inventory.node (
    id              bigint  not null primary key,
    code            text    not null unique check (length(code) between 1 and 32),
    name            text    not null check (length(name) between 1 and 200),
    kind            text    not null check (kind in ('WAREHOUSE', 'STORE', 'THIRD_PARTY')),
    zone            text    not null,
    street          text    not null,
    city            text    not null,
    postcode        text    not null,
    country         text    not null check (length(country) = 2),
    open_days       text[]  not null check (cardinality(open_days) > 0),
    cut_off         time    not null,
    processing_days integer not null check (processing_days between 0 and 60),
    ships           boolean not null,
    active          boolean not null,
    version         integer not null default 1 check (version > 0)
);

create table inventory.node_closed_day (
    node_id bigint not null,
    day     date   not null,
    primary key (node_id, day)
);

create table inventory.stock (
    item_id    bigint not null,
    node_id    bigint not null,
    available  bigint not null default 0 check (available >= 0),
    reserved   bigint not null default 0 check (reserved >= 0),
    picked     bigint not null default 0 check (picked >= 0),
    qc_hold    bigint not null default 0 check (qc_hold >= 0),
    damaged    bigint not null default 0 check (damaged >= 0),
    quarantine bigint not null default 0 check (quarantine >= 0),
    in_transit bigint not null default 0 check (in_transit >= 0),
    incoming   bigint not null default 0 check (incoming >= 0),
    primary key (item_id, node_id)
) with (fillfactor = 50);

create table inventory.move (
    item_id       bigint      not null,
    id            bigint      not null,
    from_node_id  bigint      not null,
    from_bucket   text        not null check (from_bucket in (
        'AVAILABLE', 'RESERVED', 'PICKED', 'QC_HOLD', 'DAMAGED', 'QUARANTINE', 'IN_TRANSIT', 'INCOMING', 'SUPPLIER',
        'CUSTOMER', 'PRODUCTION', 'LOSS')),
    to_node_id    bigint      not null,
    to_bucket     text        not null check (to_bucket in (
        'AVAILABLE', 'RESERVED', 'PICKED', 'QC_HOLD', 'DAMAGED', 'QUARANTINE', 'IN_TRANSIT', 'INCOMING', 'SUPPLIER',
        'CUSTOMER', 'PRODUCTION', 'LOSS')),
    quantity      bigint      not null check (quantity > 0),
    reason        text        not null,
    document_kind text        not null,
    document_id   bigint      not null,
    line_no       integer     not null,
    actor         text        not null,
    command_id    bigint      not null,
    at            timestamptz not null,
    recorded_at   timestamptz not null,
    primary key (item_id, id),
    check ((from_node_id, from_bucket) <> (to_node_id, to_bucket))
);
comment on table inventory.move is 'append-only: a balance is the fold of its moves';

create table inventory.bin_stock (
    item_id  bigint not null,
    node_id  bigint not null,
    bin      text   not null check (length(bin) between 1 and 32),
    quantity bigint not null default 0 check (quantity >= 0),
    claimed  bigint not null default 0 check (claimed >= 0 and claimed <= quantity),
    primary key (item_id, node_id, bin)
) with (fillfactor = 50);
comment on table inventory.bin_stock is 'where the available and reserved units lie; the stock row is its lock';

create table inventory.stock_limit (
    item_id   bigint not null,
    node_id   bigint not null,
    channel   text   not null,
    from_day  date   not null,
    until_day date check (until_day >= from_day),
    quantity  bigint not null check (quantity > 0),
    primary key (item_id, node_id, channel, from_day)
);
comment on table inventory.stock_limit is 'units kept back from promising; channel is empty for all channels';

-- The papers of stock: what our receipts, adjustments, bucket changes, supplies and transfers are called, and what the
-- other side calls them.
create table inventory.stock_document (
    id         bigint      not null primary key,
    kind       text        not null check (kind in ('RECEIPT', 'ADJUSTMENT', 'BUCKET_CHANGE', 'SUPPLY', 'TRANSFER')),
    number     text        not null unique,
    reference  text        not null,
    note       text        not null,
    actor      text        not null,
    command_id bigint      not null,
    at         timestamptz not null
);

create table inventory.supply (
    item_id     bigint  not null,
    id          bigint  not null,
    node_id     bigint  not null,
    expected_on date    not null,
    quantity    bigint  not null check (quantity > 0),
    received    bigint  not null default 0 check (received between 0 and quantity),
    closed      boolean not null default false,
    document_id bigint  not null,
    primary key (item_id, id)
);
create index supply_open on inventory.supply (expected_on, item_id, id) where not closed and received < quantity;
comment on column inventory.supply.closed is 'the rest will not come';

create table inventory.transfer (
    id           bigint      not null primary key,
    from_node_id bigint      not null,
    to_node_id   bigint      not null check (to_node_id <> from_node_id),
    expected_on  date        not null,
    shipped_at   timestamptz not null,
    version      integer     not null default 1 check (version > 0)
);
comment on table inventory.transfer is 'its number and reference are in stock_document under the same id';

create table inventory.transfer_line (
    transfer_id bigint  not null,
    line_no     integer not null,
    item_id     bigint  not null,
    quantity    bigint  not null check (quantity > 0),
    received    bigint  not null default 0 check (received between 0 and quantity),
    closed      boolean not null default false,
    primary key (transfer_id, line_no)
);
create index transfer_line_open on inventory.transfer_line (item_id) where not closed and received < quantity;
comment on column inventory.transfer_line.closed is 'the rest was lost on the way';
