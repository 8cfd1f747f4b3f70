-- Lists of orders walk one of these from the newest back, a window at a time (decision 12). Both columns never change; the
-- partial one follows the lifecycle, which changes once or twice in the life of an order.
create index sales_order_placed on orders.sales_order (placed_at, id);
create index sales_order_open_newest on orders.sales_order (id) where lifecycle in ('PLACED', 'CONFIRMED');
