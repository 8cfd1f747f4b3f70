-- Who may do what. Only hashes of secrets are kept: Argon2id for passwords (people choose them), SHA-256 for session
-- tokens and API keys (256 random bits, nothing to guess). Sessions stand here and not in memory, so that any program
-- node can serve any request. Rows are few; foreign keys inside the module are welcome.
create schema access;

create table access.users (
    id                   bigint      not null primary key,
    login                text        not null unique check (login ~ '^[a-z0-9][a-z0-9._@-]{0,63}$'),
    display_name         text        not null check (length(display_name) between 1 and 100),
    password_hash        text        not null,
    must_change_password boolean     not null,
    roles                text[]      not null,
    nodes                text[]      not null,
    channels             text[]      not null,
    amount_cap           bigint      check (amount_cap >= 0),
    active               boolean     not null,
    created_at           timestamptz not null,
    last_signed_in_at    timestamptz,
    version              bigint      not null
);
comment on column access.users.nodes is 'codes of the only nodes this person works at; empty: all';
comment on column access.users.channels is 'codes of the only channels this person works for; empty: all';
comment on column access.users.amount_cap is 'highest refund or discount given alone, minor units; null: no limit';

create table access.sessions (
    id              bigint      not null primary key,
    token_hash      bytea       not null unique check (length(token_hash) = 32),
    user_id         bigint      not null references access.users (id) on delete cascade,
    started_at      timestamptz not null,
    last_seen_at    timestamptz not null,
    expires_at      timestamptz not null,
    reveals_until   timestamptz,
    address         text        not null,
    device          text        not null
);
comment on column access.sessions.reveals_until is 'personal data is shown until then, for a reason that is in the log';
create index sessions_user on access.sessions (user_id);
create index sessions_expiry on access.sessions (expires_at);

create table access.api_keys (
    id           bigint      not null primary key,
    name         text        not null check (length(name) between 1 and 100),
    prefix       text        not null unique,
    secret_hash  bytea       not null unique check (length(secret_hash) = 32),
    scopes       text[]      not null,
    nodes        text[]      not null,
    channels     text[]      not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    expires_at   timestamptz,
    last_used_at timestamptz,
    revoked_at   timestamptz,
    revoked_by   text
);
create unique index api_keys_live_name on access.api_keys (name) where revoked_at is null;

-- The list of security events: append-only, without secrets.
create table access.security_events (
    id      bigint      not null primary key,
    at      timestamptz not null,
    kind    text        not null,
    actor   text        not null,
    subject text        not null,
    address text        not null,
    detail  text        not null
);
-- Ids are time-ordered, so the primary key also gives the newest first.
