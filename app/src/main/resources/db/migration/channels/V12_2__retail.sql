-- Which retail invoices have been taken in, and what came of each: this is what makes a second file with the same
-- invoices change nothing, and what the report of an import is added up from.
create table channels.retail_invoice (
    invoice_no          text        not null primary key,
    content_hash        bytea       not null,
    import_id           bigint      not null,
    at                  timestamptz not null,
    row_count           integer     not null,
    order_id            bigint,
    order_lines         integer     not null,
    ordered_units       bigint      not null,
    backordered_units   bigint      not null,
    ordered_minor       bigint      not null,
    cancelled_units     bigint      not null,
    cancelled_minor     bigint      not null,
    credited_units      bigint      not null,
    credited_minor      bigint      not null,
    found_units         bigint      not null,
    written_off_units   bigint      not null,
    ledger_minor        bigint      not null,
    unbooked_minor      bigint      not null
);
create index retail_invoice_import on channels.retail_invoice (import_id);

create table channels.ledger_row (
    invoice_no   text          not null,
    row_no       integer       not null,
    import_id    bigint        not null,
    line_no      bigint        not null,
    at           timestamptz   not null,
    code         text          not null,
    description  text          not null,
    quantity     bigint        not null,
    unit_price   numeric(19,9) not null,
    amount_minor bigint        not null,
    reason       text          not null,
    primary key (invoice_no, row_no)
);
comment on table channels.ledger_row is 'money that concerns the ledger and no order: bad debt, fees of third parties';
