-- How a day's orders fared, counted while they go their way: looking at a span of days reads a row for each day, channel and
-- node, however many orders there were. Written in the same transactions as the milestones. Those that are there already are
-- counted in the background, some thousand at a time and the newest first, so that this migration only makes tables.
-- Who drops the milestones to fill them again from the facts drops these rows and that of day_count too.
create table insight.order_day (
    day             date    not null,
    channel         text    not null,
    node_id         bigint  not null,
    orders          bigint  not null,
    orders_at_once  bigint  not null,
    units           bigint  not null,
    units_at_once   bigint  not null,
    units_cancelled bigint  not null,
    shipped         bigint  not null,
    split           bigint  not null,
    ended           bigint  not null,
    on_time         bigint  not null,
    in_full         bigint  not null,
    unharmed        bigint  not null,
    perfect         bigint  not null,
    shipped_then    bigint  not null,
    primary key (day, channel, node_id)
) with (fillfactor = 50);
comment on column insight.order_day.node_id is 'where the first units were released; 0 while none were';
comment on column insight.order_day.shipped_then is 'orders that were shipped on this day, whenever they were placed';
create index order_day_channel on insight.order_day (channel);

-- Durations from placing to a stage, in buckets of which sixteen make twice as long.
create table insight.stage_day (
    day     date    not null,
    channel text    not null,
    node_id bigint  not null,
    stage   text    not null,
    bucket  integer not null,
    orders  bigint  not null,
    seconds bigint  not null,
    primary key (day, channel, node_id, stage, bucket)
) with (fillfactor = 50);

-- Without a row nothing is counted yet.
create table insight.day_count (
    only_one boolean not null primary key default true check (only_one),
    zone     text    not null,
    since    bigint  not null,
    back_to  date
);
comment on column insight.day_count.zone is 'in which the counted days begin and end';
comment on column insight.day_count.since is 'milestones of orders from this id on are counted; 0 when all are';
comment on column insight.day_count.back_to is 'the day on which the order of that id was placed';

-- A program of the release before would note milestones and not count them. It reads under the old name, finds nothing to
-- read, and leaves it to the new ones.
update insight.projection set name = 'milestones-and-days' where name = 'order-milestones';

-- Nothing asks for these any more, and without them a milestone is noted in place.
drop index insight.order_milestone_placed;
drop index insight.order_milestone_shipped;
drop index insight.order_milestone_channel;
