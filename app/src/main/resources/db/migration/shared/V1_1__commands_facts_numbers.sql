-- The base of every write: the command log is what makes each write idempotent, facts are what everything that
-- follows a change reads. Both are append-only. No foreign keys between families: they must be able to live on
-- different machines.
create schema if not exists shared;

create table shared.command (
    id           bigint      not null,
    scope        text        not null,
    key          text        not null check (length(key) between 1 and 255),
    kind         text        not null,
    actor        text        not null,
    at           timestamptz not null,
    content_hash bytea       not null,
    answer       text        not null,
    primary key (scope, key)
);
comment on table shared.command is 'every write that was carried out, its key, and the first answer it got';

create table shared.fact (
    id           bigint      not null primary key,
    subject_kind text        not null,
    subject_id   bigint      not null,
    type         text        not null,
    at           timestamptz not null,
    recorded_at  timestamptz not null,
    actor        text        not null,
    command_id   bigint      not null,
    data         jsonb       not null,
    tx           xid8        not null
);
create index fact_subject on shared.fact (subject_kind, subject_id, id);
-- Readers go by (tx, id): ids are made before the commit, so ids alone would skip what commits late.
create index fact_stream on shared.fact (tx, id);

create table shared.number_series (
    series     text   not null primary key,
    next_value bigint not null
);

create table shared.program_node (
    slot         integer not null primary key check (slot between 0 and 255),
    owner        text,
    leased_until timestamptz
);
insert into shared.program_node (slot) select generate_series(0, 255);
