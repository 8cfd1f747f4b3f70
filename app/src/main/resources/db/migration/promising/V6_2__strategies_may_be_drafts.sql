-- A draft is tried out and talked about before anything goes by it.
alter table promising.strategy alter column valid_from drop not null;
comment on column promising.strategy.valid_from is 'null for a draft';
