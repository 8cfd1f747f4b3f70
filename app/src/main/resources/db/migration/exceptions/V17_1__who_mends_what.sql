-- What went wrong stands in the tables of whoever owns it. Kept here is only what nobody else knows: who looks after it, and
-- until when it is put off. A row whose exception is gone is taken away.
create schema exceptions;

create table exceptions.assignment (
    cause         text        not null,
    subject       bigint      not null,
    owner         text        not null default '',
    note          text        not null default '',
    assigned_by   text        not null,
    assigned_at   timestamptz not null,
    put_off_until timestamptz,
    version       integer     not null default 1 check (version > 0),
    primary key (cause, subject)
);
comment on column exceptions.assignment.owner is 'who looks after it, empty for nobody';
create index assignment_owner on exceptions.assignment (owner, cause, subject) where owner <> '';
create index assignment_put_off on exceptions.assignment (cause, subject) where put_off_until is not null;
