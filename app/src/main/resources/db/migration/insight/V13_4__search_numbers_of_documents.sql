-- The search also finds invoices and credit notes: reads the facts once more, for the ones that were issued before.
update insight.projection set tx = 0, fact_id = 0 where name = 'order-search';
