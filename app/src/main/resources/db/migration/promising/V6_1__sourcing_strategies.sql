-- By what the nodes of an order are chosen.
create schema promising;

-- Never changed: a new version takes over from its moment on, so that what was decided can be told again.
create table promising.strategy (
    version    integer     not null primary key,
    valid_from timestamptz not null,
    rules      jsonb       not null,
    why        text        not null,
    made_by    text        not null,
    made_at    timestamptz not null
);
comment on column promising.strategy.rules is 'by channel: what counts, what it costs, and how far an order may be split';
