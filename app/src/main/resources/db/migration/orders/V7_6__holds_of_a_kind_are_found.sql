-- What people decide on is listed by its kind, the oldest first. A hold changes its state once.
create index hold_active_type on orders.hold (type, id) where state = 'ACTIVE';
