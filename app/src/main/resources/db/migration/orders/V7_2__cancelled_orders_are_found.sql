-- Few of many: counting and listing them must not read all the others.
create index sales_order_cancelled on orders.sales_order (id) where lifecycle in ('CANCELLED', 'REJECTED');
