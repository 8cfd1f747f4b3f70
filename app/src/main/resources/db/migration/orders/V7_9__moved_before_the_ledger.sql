-- What moved before there was a ledger: the way is not known, only that the day is another one.
insert into orders.promise_change (order_id, version, changed_at, was_on, now_on, cause)
select id, version, updated_at, promised_on, expected_on, 'OTHER_SOURCE'
  from orders.sales_order o
 where lifecycle in ('PLACED', 'CONFIRMED')
   and promised_on is distinct from expected_on
   and not exists (select 1 from orders.promise_change c where c.order_id = o.id);
