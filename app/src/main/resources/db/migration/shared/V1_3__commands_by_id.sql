-- The books ask of every fact and move whether its command exists. Commands are written in the order of their ids, so it is
-- enough to know which ids lie on which pages: this index has one entry for 128 pages and costs an order next to nothing.
create index command_ids on shared.command using brin (id) with (autosummarize = on);
