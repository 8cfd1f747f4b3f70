-- What was doubted about orders, under which rules, and who bought what lately.
create schema verification;

-- Rules are never changed: a new version takes over from its day on, so that what was decided can be decided again.
create table verification.policy (
    version    integer     not null primary key,
    valid_from timestamptz not null,
    rules      jsonb       not null,
    why        text        not null,
    made_by    text        not null,
    made_at    timestamptz not null
);
comment on column verification.policy.rules is 'what each check does on each channel, with its limits';

-- Only what did not pass: that all others passed is told by the version.
create table verification.finding (
    order_id       bigint      not null,
    check_name     text        not null,
    verdict        text        not null check (verdict in ('WARN', 'HOLD')),
    reason         text        not null,
    evidence       jsonb       not null,
    policy_version integer     not null,
    at             timestamptz not null,
    primary key (order_id, check_name)
);
create index finding_latest on verification.finding (check_name, order_id);

-- Who bought what lately, by numbers made of both: neither names nor addresses are kept twice. Swept.
create table verification.seen (
    party    bigint      not null,
    order_id bigint      not null,
    content  bigint      not null,
    at       timestamptz not null,
    primary key (party, order_id)
);
create index seen_sweep on verification.seen using brin (at);
