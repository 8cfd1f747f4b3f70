-- What people need at the console beside the business itself: bulk actions that go on by themselves, what each of them
-- likes, the lists they come back to, forms that are not sent yet, and who is at the same record just now.
create schema if not exists workbench;

create table workbench.job (
    id         bigint      not null primary key,
    kind       text        not null,
    wish       text        not null,
    undoes     bigint,
    state      text        not null check (state in ('RUNNING', 'DONE', 'STOPPED')),
    total      integer     not null,
    done       integer     not null default 0,
    refused    integer     not null default 0,
    actor      text        not null,
    started_at timestamptz not null,
    worked_at  timestamptz not null,
    ended_at   timestamptz,
    check (done + refused <= total)
);
comment on column workbench.job.wish is 'what is to be done with each, as JSON in the words of the kind';
comment on column workbench.job.undoes is 'the job whose doing is taken back';
-- The one that has waited longest comes first, so that a long job does not keep a short one waiting.
create index job_running on workbench.job (worked_at, id) where state = 'RUNNING';
create index job_actor on workbench.job (actor, id);
-- What was taken back is not taken back again.
create unique index job_undoes on workbench.job (undoes) where undoes is not null;

create table workbench.job_item (
    job_id  bigint not null,
    subject bigint not null,
    state   text   not null check (state in ('WAITING', 'DONE', 'REFUSED', 'LEFT')),
    given   text   not null default '',
    undo    text   not null default '',
    code    text   not null default '',
    reason  text   not null default '',
    primary key (job_id, subject)
);
comment on column workbench.job_item.given is 'what an earlier job has said is needed to take it back';
comment on column workbench.job_item.undo is 'what is needed to take it back; empty when it cannot be';
create index job_item_waiting on workbench.job_item (job_id, subject) where state = 'WAITING';
create index job_item_refused on workbench.job_item (job_id, subject) where state = 'REFUSED';

create table workbench.preference (
    owner text not null,
    key   text not null,
    value text not null,
    primary key (owner, key)
);

create table workbench.saved_view (
    id       bigint  not null primary key,
    list     text    not null,
    owner    text    not null,
    name     text    not null,
    query    text    not null,
    shared   boolean not null,
    position integer not null,
    unique (owner, list, name)
);
create index saved_view_shared on workbench.saved_view (list) where shared;

create table workbench.draft (
    owner      text        not null,
    kind       text        not null,
    key        text        not null,
    content    text        not null,
    version    integer     not null,
    saved_at   timestamptz not null,
    expires_at timestamptz not null,
    primary key (owner, kind, key)
);
create index draft_expires on workbench.draft (expires_at);

-- Who edits what just now. It is of no use after a crash, and so need not be written down for good.
create unlogged table workbench.presence (
    subject text        not null,
    actor   text        not null,
    name    text        not null,
    until   timestamptz not null,
    primary key (subject, actor)
);
