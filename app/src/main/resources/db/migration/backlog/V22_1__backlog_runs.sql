-- Orders that are not released yet, sourced anew together.
create schema backlog;

create table backlog.run (
    id         bigint      not null primary key,
    state      text        not null check (state in ('WAITING', 'LOOKING', 'READY', 'APPLYING', 'DONE', 'STOPPED', 'FAILED')),
    done       integer     not null default 0,
    total      integer     not null default 0,
    figures    jsonb,
    problem    text        not null default '',
    actor      text        not null,
    asked_at   timestamptz not null,
    applied_by text,
    ended_at   timestamptz,
    fence      bigint,
    beat_at    timestamptz,
    check (state not in ('READY', 'APPLYING', 'DONE') or figures is not null),
    check ((state in ('DONE', 'STOPPED', 'FAILED')) = (ended_at is not null))
);
create index run_open on backlog.run (id) where state in ('WAITING', 'LOOKING', 'APPLYING');
comment on column backlog.run.fence is 'who works on it now: another program that takes it over has another one';
comment on column backlog.run.beat_at is 'when that program was last heard of';

create table backlog.change (
    run_id           bigint  not null references backlog.run,
    place            integer not null,
    step             integer not null,
    order_id         bigint  not null,
    number           text    not null,
    moves            jsonb   not null,
    shipments_before integer not null,
    shipments_after  integer not null,
    cost_before      bigint  not null,
    cost_after       bigint  not null,
    state            text    not null default 'PLANNED' check (state in ('PLANNED', 'MOVED', 'LEFT')),
    left_because     text    not null default '',
    primary key (run_id, place),
    check ((state = 'LEFT') = (left_because <> ''))
);
comment on column backlog.change.place is 'in which order it is done';
comment on column backlog.change.step is 'orders of one step change together or not at all';
