-- What was shared out anew: inputs and outcome, so that it can be told and decided again.
create schema allocation;

create table allocation.run (
    id       bigint      not null primary key,
    item_id  bigint      not null,
    rule     text        not null check (rule in ('PROPORTIONAL', 'MAX_MIN', 'IN_ORDER')),
    tiers    boolean     not null,
    free     bigint      not null check (free >= 0),
    shares   jsonb       not null,
    reason   text        not null,
    actor    text        not null,
    at       timestamptz not null
);
create index run_item on allocation.run (item_id, id);
comment on column allocation.run.tiers is 'whether more urgent orders were served before others';
comment on column allocation.run.free is 'what nobody had before';
