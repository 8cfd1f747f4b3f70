-- An import that failed, or that could not take every row, waits until somebody has looked at it and says what became of it.
alter table channels.import_job
    add column settled_at timestamptz,
    add column settled_by text,
    add column settled_reason text,
    add constraint import_job_settled check ((settled_at is null) = (settled_by is null));
create index import_job_unsettled on channels.import_job (id) where settled_at is null and not dry_run;
