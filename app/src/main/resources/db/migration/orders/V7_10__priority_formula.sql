-- By what orders come before others. Never changed: a new version takes over.
create table orders.priority_formula (
    version integer     not null primary key,
    formula jsonb       not null,
    why     text        not null,
    made_by text        not null,
    made_at timestamptz not null
);
comment on column orders.priority_formula.formula is 'points for each step of priority, day, channel and value, as shared.rank_of reads them';
