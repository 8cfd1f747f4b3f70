-- When each order reached each stage, fed from the facts a moment after they are written: one row per order, so that
-- percentiles and rates over a span of days are one scan of that span. It can be dropped and filled again from the
-- facts at any time.
create table insight.order_milestone (
    order_id          bigint      not null primary key,
    channel           text        not null,
    placed_at         timestamptz not null,
    promised_on       date,
    node_id           bigint,
    units_reserved    bigint      not null,
    units_backordered bigint      not null,
    units_cancelled   bigint      not null,
    shipments         integer     not null,
    harmed            boolean     not null,
    released_at       timestamptz,
    picked_at         timestamptz,
    shipped_at        timestamptz,
    delivered_at      timestamptz,
    ended_at          timestamptz
) with (fillfactor = 70);
create index order_milestone_placed on insight.order_milestone (placed_at);
create index order_milestone_shipped on insight.order_milestone (shipped_at) where shipped_at is not null;
comment on column insight.order_milestone.node_id is 'where the first units were released';
comment on column insight.order_milestone.harmed is 'something was lost on the way, or came back';

insert into insight.projection (name, tx, fact_id) values ('order-milestones', 0, 0);
create index order_milestone_channel on insight.order_milestone (channel);
