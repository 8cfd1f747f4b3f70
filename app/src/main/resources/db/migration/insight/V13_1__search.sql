-- What the search box looks in: the words of orders, fed from the facts a moment after they are written. It can be
-- dropped and filled again from the facts at any time.
create schema if not exists insight;

create table insight.order_word (
    word     text   not null,
    order_id bigint not null,
    kind     text   not null,
    primary key (word, order_id, kind)
);
comment on table insight.order_word is 'lower case; prefixes are searched with the C collation of the key';

create table insight.projection (
    name    text   not null primary key,
    tx      bigint not null,
    fact_id bigint not null
);
insert into insight.projection (name, tx, fact_id) values ('order-search', 0, 0);
