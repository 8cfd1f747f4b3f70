-- Files that are imported, and what became of them. A file is kept whole, so that an import goes on after a crash with
-- nothing but the database; what an import has finished is recorded in the transaction that finished it.
create schema if not exists channels;

create table channels.import_file (
    id         bigint      not null primary key,
    sha256     text        unique,
    bytes      bigint      not null,
    stored_at  timestamptz not null
);
comment on column channels.import_file.sha256 is 'over the bytes as they were sent; null until all of them are here';

create table channels.import_chunk (
    file_id  bigint  not null,
    chunk_no integer not null,
    content  bytea   not null,
    primary key (file_id, chunk_no)
);
-- Most files come compressed: compressing again would cost time for nothing.
alter table channels.import_chunk alter column content set storage external;

create table channels.import_job (
    id          bigint      not null primary key,
    kind        text        not null,
    file_id     bigint      not null,
    sha256      text        not null,
    bytes       bigint      not null,
    through     text        not null check (through in ('PLACED', 'PAID')),
    dry_run     boolean     not null,
    state       text        not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    phase       text        not null,
    done        bigint      not null,
    total       bigint      not null,
    -- How far the import has come, in the words of its kind; written with the work it tells of.
    checkpoint  jsonb       not null,
    seconds     jsonb       not null,
    report      text,
    problem     text,
    started_by  text        not null,
    started_at  timestamptz not null,
    updated_at  timestamptz not null,
    ended_at    timestamptz
);
-- Sending a file again while its import runs leads to that import.
create unique index import_job_running on channels.import_job (file_id, kind, through, dry_run) where state = 'RUNNING';
create index import_job_file on channels.import_job (file_id);

create table channels.import_exception (
    import_id    bigint  not null,
    line_no      bigint  not null,
    code         text    not null,
    reference    text    not null,
    reason       text    not null,
    row_text     text    not null,
    amount_minor bigint  not null,
    primary key (import_id, line_no, code)
);
create index import_exception_reference on channels.import_exception (import_id, reference);
comment on column channels.import_exception.amount_minor is 'money of the row that was not booked';
