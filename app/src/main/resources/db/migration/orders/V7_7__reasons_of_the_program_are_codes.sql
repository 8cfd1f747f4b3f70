-- Why the program itself has placed a hold, so that it is said in the language of who reads. Holds of before, and those of
-- people, have their reason in words only.
alter table orders.hold
    add column reason_code   text  not null default '',
    add column reason_values jsonb not null default '[]';
