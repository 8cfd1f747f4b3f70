-- What the priority formula looks at, as it was when the work was released: whatever the formula becomes, lists go by it.
alter table fulfilment.fulfilment_order
    add column channel     text not null default '',
    add column value_minor bigint not null default 0,
    add column due_on      date,
    add column placed_at   timestamptz;
comment on column fulfilment.fulfilment_order.value_minor is 'of the whole order';
comment on column fulfilment.fulfilment_order.due_on is 'the day that was promised, else wished';

update fulfilment.fulfilment_order f
   set channel = o.channel, value_minor = o.total_minor, due_on = coalesce(o.promised_on, o.requested_on),
       placed_at = o.placed_at
  from orders.sales_order o
 where o.id = f.order_id and f.progress not in ('SHIPPED', 'CLOSED') and f.state not in ('REJECTED', 'CANCELLED');
