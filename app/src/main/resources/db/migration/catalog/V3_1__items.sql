-- Items are master data: few writes, many reads. The search column splits codes and descriptions at everything that is
-- not a letter or digit, so that AB-12 is found by "ab 12".
create schema catalog;

create table catalog.item (
    id                bigint         not null primary key,
    sku               text           not null unique check (length(sku) between 1 and 64 and sku = btrim(sku)),
    description       text           not null check (length(description) between 1 and 500),
    kind              text           not null check (kind in ('STOCKED', 'SERVICE')),
    quantity_decimals integer        not null check (quantity_decimals between 0 and 6),
    weight_grams      integer        not null check (weight_grams >= 0),
    list_price        numeric(19, 6) not null check (list_price >= 0),
    currency          text           not null check (length(currency) = 3),
    tax_category      text           not null check (tax_category in ('STANDARD', 'ZERO', 'EXEMPT')),
    barcode           text           unique check (length(barcode) between 1 and 64),
    active            boolean        not null default true,
    version           integer        not null default 1 check (version > 0),
    search            tsvector       not null generated always as (
        to_tsvector('simple', regexp_replace(sku || ' ' || description || ' ' || coalesce(barcode, ''),
                                             '[^[:alnum:]]+', ' ', 'g'))) stored
);
create index item_search on catalog.item using gin (search);
create index item_sku_prefix on catalog.item (sku text_pattern_ops);
