-- Mail to customers. What is to be said to whom is written down before a mail server is called, so that nothing is lost
-- when the program stops in between, and nothing is said twice when it goes on.
create schema notifications;

create table notifications.notice (
    id         bigint      not null primary key,
    order_id   bigint      not null,
    kind       text        not null check (kind in ('CONFIRMATION', 'SHIPPED', 'INVOICE', 'CANCELLED')),
    occasion   text        not null,
    recipient  text        not null,
    message_id text        not null unique,
    subject    text        not null,
    plain      text        not null,
    html       text        not null,
    attached   text,
    state      text        not null check (state in ('WAITING', 'SENDING', 'SENT', 'UNSENT', 'ATTENTION', 'DISMISSED')),
    reason     text        not null default '',
    tries      integer     not null default 0 check (tries >= 0),
    due_at     timestamptz check ((due_at is not null) = (state in ('WAITING', 'SENDING'))),
    fence      bigint,
    asked_by   text        not null,
    written_at timestamptz not null,
    ended_at   timestamptz,
    unique (order_id, kind, occasion)
);
comment on column notifications.notice.occasion is 'the fact it tells of, or the command that asked for it again';
comment on column notifications.notice.message_id is 'the same however often it is sent, so that mail servers know it again';
comment on column notifications.notice.attached is 'number of the paper that goes with it';
comment on column notifications.notice.due_at is 'when it is to be sent; while it is being sent, until when';
create index notice_due on notifications.notice (due_at) where state in ('WAITING', 'SENDING');
create index notice_state on notifications.notice (state, id desc);

create table notifications.mailed_kind (
    kind    text    not null primary key,
    mailed  boolean not null,
    version integer not null default 1 check (version > 0)
);
insert into notifications.mailed_kind (kind, mailed)
values ('CONFIRMATION', true), ('SHIPPED', true), ('INVOICE', true), ('CANCELLED', true);

create table notifications.reader (
    name    text   not null primary key,
    tx      bigint not null,
    fact_id bigint not null
);
