-- Nobody asks for orders by these, so no statistics of them are kept.
alter table orders.sales_order alter column ship_to set statistics 0;
alter table orders.sales_order alter column bill_to set statistics 0;
alter table orders.sales_order alter column content_hash set statistics 0;
