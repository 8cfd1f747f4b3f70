-- Credit has a table of its own: its rows change with every order on account and must stay small and HOT-updatable,
-- while customers are master data that change rarely.
create schema customers;

create table customers.customer (
    id                 bigint   not null primary key,
    number             text     not null unique check (length(number) between 1 and 64),
    name               text     not null check (length(name) between 1 and 200),
    email              text,
    phone              text,
    country            text     not null check (length(country) = 2),
    tax_id             text,
    account            boolean  not null,
    payment_terms_days integer  not null check (payment_terms_days between 0 and 365),
    currency           text     not null check (length(currency) = 3),
    priority           integer  not null check (priority between 0 and 9),
    active             boolean  not null default true,
    version            integer  not null default 1 check (version > 0),
    search             tsvector not null generated always as (
        to_tsvector('simple', regexp_replace(number || ' ' || name || ' ' || coalesce(email, '') || ' '
                                             || coalesce(phone, '') || ' ' || coalesce(tax_id, ''),
                                             '[^[:alnum:]]+', ' ', 'g'))) stored
);
create index customer_search on customers.customer using gin (search);
create index customer_number_prefix on customers.customer (number text_pattern_ops);

create table customers.credit (
    customer_id    bigint not null primary key,
    currency       text   not null check (length(currency) = 3),
    limit_minor    bigint not null check (limit_minor >= 0),
    exposure_minor bigint not null default 0 check (exposure_minor >= 0)
) with (fillfactor = 50);
