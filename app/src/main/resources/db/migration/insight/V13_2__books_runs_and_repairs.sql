-- The checks of the books that were made and what they found, so that the page shows the last one instead of asking the
-- whole database at every look; and every repair, with who did it and why. Both are only ever added to, but for old
-- checks that found nothing.
create table insight.books_run (
    id          bigint      not null primary key,
    checked_at  timestamptz not null,
    took_millis bigint      not null,
    drifts      bigint      not null,
    actor       text        not null,
    laws        jsonb       not null
);

create table insight.books_repair (
    id           bigint      not null primary key,
    law          text        not null,
    subject_kind text        not null,
    subject_id   bigint      not null,
    changes      jsonb       not null,
    reason       text        not null,
    actor        text        not null,
    command_id   bigint      not null,
    at           timestamptz not null
);
