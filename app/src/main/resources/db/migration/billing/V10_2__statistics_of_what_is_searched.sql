-- Nobody asks for invoices by these, so no statistics of them are kept.
alter table billing.invoice alter column ship_to set statistics 0;
alter table billing.invoice alter column bill_to set statistics 0;
