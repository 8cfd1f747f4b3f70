-- What was invoiced, what is owed, and what was asked of payment providers. Everything that belongs to an order starts
-- with the order's id and is guarded by the lock of the order row. Invoice and credit lines are ranges of units of an
-- order line, so that each unit is invoiced once and credited once, by key. Amounts that a person would call a balance
-- are kept beside the rows they are the fold of, by the transaction that writes those rows; checks hold them together.
create schema if not exists billing;

create table billing.invoice (
    order_id          bigint      not null,
    id                bigint      not null,
    number            text        not null unique,
    order_number      text        not null,
    customer_id       bigint,
    terms             text        not null check (terms in ('PREPAID', 'ACCOUNT')),
    currency          text        not null check (length(currency) = 3),
    issued_on         date        not null,
    due_on            date        not null,
    issued_at         timestamptz not null,
    bill_to           jsonb       not null,
    ship_to           jsonb       not null,
    net_minor         bigint      not null,
    discount_minor    bigint      not null,
    shipping_minor    bigint      not null,
    tax_minor         bigint      not null,
    total_minor       bigint      not null,
    credited_minor    bigint      not null default 0 check (credited_minor >= 0),
    paid_minor        bigint      not null default 0 check (paid_minor >= 0),
    written_off_minor bigint      not null default 0 check (written_off_minor >= 0),
    -- Captures that were asked for and are not answered yet.
    asked_minor       bigint      not null default 0 check (asked_minor >= 0),
    open_minor        bigint      not null
                      generated always as (total_minor - credited_minor - paid_minor - written_off_minor) stored,
    state             text        not null check (state in ('ISSUED', 'PARTLY_PAID', 'PAID', 'CREDITED', 'WRITTEN_OFF')),
    settled_at        timestamptz,
    primary key (order_id, id),
    constraint invoice_adds_up
        check (total_minor = net_minor - discount_minor + shipping_minor + tax_minor and total_minor >= 0),
    constraint invoice_not_settled_twice check (credited_minor + paid_minor + written_off_minor <= total_minor),
    constraint invoice_state_follows_money
        check ((state in ('ISSUED', 'PARTLY_PAID')) = (total_minor > credited_minor + paid_minor + written_off_minor))
) with (fillfactor = 80);
create index invoice_newest on billing.invoice (id);
create index invoice_customer on billing.invoice (customer_id, id) where customer_id is not null;
create index invoice_open on billing.invoice (due_on, id) where state in ('ISSUED', 'PARTLY_PAID');

-- The key lets no unit be invoiced twice.
create table billing.invoice_line (
    order_id          bigint        not null,
    line_no           integer       not null,
    first_unit        bigint        not null,
    quantity          bigint        not null check (quantity > 0),
    invoice_id        bigint        not null,
    position          integer       not null,
    item_id           bigint        not null,
    sku               text          not null,
    description       text          not null,
    quantity_decimals integer       not null,
    unit_price        numeric(19,6) not null,
    net_minor         bigint        not null,
    discount_minor    bigint        not null,
    shipping_minor    bigint        not null,
    tax_minor         bigint        not null,
    tax_percent       numeric(7,4)  not null,
    tax_code          text          not null,
    primary key (order_id, line_no, first_unit)
);

create table billing.credit_note (
    order_id       bigint      not null,
    id             bigint      not null,
    number         text        not null unique,
    invoice_id     bigint      not null,
    customer_id    bigint,
    currency       text        not null check (length(currency) = 3),
    issued_on      date        not null,
    issued_at      timestamptz not null,
    net_minor      bigint      not null,
    discount_minor bigint      not null,
    shipping_minor bigint      not null,
    tax_minor      bigint      not null,
    total_minor    bigint      not null,
    primary key (order_id, id),
    constraint credit_note_adds_up
        check (total_minor = net_minor - discount_minor + shipping_minor + tax_minor and total_minor >= 0)
);
create index credit_note_newest on billing.credit_note (id);

-- The key lets no unit be credited twice.
create table billing.credit_note_line (
    order_id       bigint  not null,
    line_no        integer not null,
    first_unit     bigint  not null,
    quantity       bigint  not null check (quantity > 0),
    credit_note_id bigint  not null,
    position       integer not null,
    net_minor      bigint  not null,
    discount_minor bigint  not null,
    shipping_minor bigint  not null,
    tax_minor      bigint  not null,
    primary key (order_id, line_no, first_unit)
);

-- A payer's means for one order. What was asked runs ahead of what was done; neither passes what it comes from.
create table billing.payment (
    order_id            bigint      not null,
    id                  bigint      not null,
    provider            text        not null,
    method              text        not null,
    token               text        not null,
    currency            text        not null check (length(currency) = 3),
    amount_minor        bigint      not null check (amount_minor > 0),
    authorisation       text,
    -- The provider has refused to take from it: nothing more is asked until somebody has looked.
    stopped             boolean     not null default false,
    authorised_minor    bigint      not null default 0,
    capture_asked_minor bigint      not null default 0,
    captured_minor      bigint      not null default 0,
    void_asked_minor    bigint      not null default 0,
    voided_minor        bigint      not null default 0,
    refund_asked_minor  bigint      not null default 0,
    refunded_minor      bigint      not null default 0,
    created_at          timestamptz not null,
    primary key (order_id, id),
    constraint payment_captured_is_authorised
        check (0 <= captured_minor and captured_minor <= capture_asked_minor and captured_minor <= authorised_minor),
    constraint payment_voided_is_authorised
        check (0 <= voided_minor and voided_minor <= void_asked_minor
               and capture_asked_minor + void_asked_minor <= authorised_minor),
    constraint payment_refunded_is_captured
        check (0 <= refunded_minor and refunded_minor <= refund_asked_minor and refund_asked_minor <= captured_minor)
) with (fillfactor = 70);

-- What was asked of a provider: asked once, under its id as the provider's idempotency key. Rows are never removed and
-- never used for something else; asking again after a refusal is a row of its own.
create table billing.payment_transaction (
    order_id       bigint      not null,
    id             bigint      not null,
    payment_id     bigint      not null,
    kind           text        not null check (kind in ('AUTHORISE', 'CAPTURE', 'VOID', 'REFUND')),
    purpose        text        not null,
    invoice_id     bigint,
    amount_minor   bigint      not null check (amount_minor > 0),
    state          text        not null check (state in ('PENDING', 'SUCCEEDED', 'FAILED', 'UNKNOWN')),
    attempts       integer     not null default 0,
    lookups        integer     not null default 0,
    due_at         timestamptz not null,
    -- Who works on it: a lease, and the token by which a worker that has lost it is told from the one that has it now.
    fence          bigint,
    lease_until    timestamptz,
    reference      text,
    failure_code   text,
    failure_reason text,
    attention      text,
    attention_at   timestamptz,
    requested_at   timestamptz not null,
    answered_at    timestamptz,
    primary key (order_id, id),
    constraint payment_transaction_ended check ((answered_at is not null) = (state in ('SUCCEEDED', 'FAILED')))
) with (fillfactor = 70);
create unique index payment_transaction_asked_once
    on billing.payment_transaction (order_id, payment_id, kind, purpose) where state <> 'FAILED';
create index payment_transaction_work on billing.payment_transaction (state, due_at, id)
    where state in ('PENDING', 'UNKNOWN');
create index payment_transaction_attention on billing.payment_transaction (id) where attention is not null;

-- What an invoice's paid and written-off amounts are the fold of.
create table billing.settlement (
    order_id       bigint      not null,
    id             bigint      not null,
    invoice_id     bigint      not null,
    kind           text        not null check (kind in
                   ('CAPTURE', 'REFUND', 'RECEIPT', 'CREDIT_USED', 'CREDIT_GIVEN', 'WRITE_OFF', 'WRITE_OFF_CREDITED')),
    amount_minor   bigint      not null check (amount_minor <> 0),
    transaction_id bigint,
    reference      text        not null,
    actor          text        not null,
    at             timestamptz not null,
    primary key (order_id, id)
);

-- What we owe a customer on account: paid too much, or credited after it was paid. The balance is the lock of the
-- entries it is the fold of.
create table billing.account_credit (
    customer_id   bigint not null,
    currency      text   not null check (length(currency) = 3),
    balance_minor bigint not null check (balance_minor >= 0),
    primary key (customer_id, currency)
);

create table billing.account_credit_entry (
    customer_id  bigint      not null,
    id           bigint      not null,
    currency     text        not null,
    kind         text        not null check (kind in ('OVERPAID', 'CREDITED', 'USED', 'PAID_OUT')),
    amount_minor bigint      not null check (amount_minor <> 0),
    order_id     bigint,
    invoice_id   bigint,
    reference    text        not null,
    actor        text        not null,
    at           timestamptz not null,
    primary key (customer_id, id)
);

-- The built-in provider's own books: another system's, as far as the rest is concerned.
create table billing.sandbox_authorisation (
    reference      text   not null primary key,
    token          text   not null,
    currency       text   not null,
    amount_minor   bigint not null,
    captured_minor bigint not null default 0,
    voided_minor   bigint not null default 0,
    refunded_minor bigint not null default 0,
    constraint sandbox_captured_is_authorised check (captured_minor + voided_minor <= amount_minor),
    constraint sandbox_refunded_is_captured check (refunded_minor <= captured_minor)
) with (fillfactor = 70);

create table billing.sandbox_operation (
    key           bigint      not null primary key,
    kind          text        not null,
    authorisation text        not null,
    amount_minor  bigint      not null,
    currency      text        not null,
    done          boolean     not null,
    refusal_code  text,
    refusal       text,
    -- How often it has arrived and been asked about; the outcome is told from the n-th question on.
    calls         integer     not null default 1,
    looks         integer     not null default 0,
    told_after    integer     not null default 0,
    at            timestamptz not null
) with (fillfactor = 70);
