-- Orders of the past, played again under other rules.
create schema whatif;

create table whatif.run (
    id       bigint      not null primary key,
    wish     jsonb       not null,
    state    text        not null check (state in ('WAITING', 'RUNNING', 'DONE', 'STOPPED', 'FAILED')),
    done     integer     not null default 0,
    total    integer     not null default 0,
    result   jsonb,
    problem  text        not null default '',
    actor    text        not null,
    asked_at timestamptz not null,
    ended_at timestamptz,
    fence    bigint,
    beat_at  timestamptz,
    check ((state = 'DONE') = (result is not null)),
    check ((state in ('DONE', 'STOPPED', 'FAILED')) = (ended_at is not null))
);
create index run_open on whatif.run (id) where state in ('WAITING', 'RUNNING');
comment on column whatif.run.fence is 'who plays it now: another program that takes it over has another one';
comment on column whatif.run.beat_at is 'when that program was last heard of';
