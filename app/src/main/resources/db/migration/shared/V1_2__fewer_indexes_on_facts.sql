-- Two facts are written with each order, and each index costs as much as the row. Ids are unique by how they are made,
-- whatever they name: so the subject's id says enough, and nobody looks a fact up by its own.
drop index shared.fact_subject;
alter table shared.fact drop constraint fact_pkey;
create index fact_subject on shared.fact (subject_id, id);
