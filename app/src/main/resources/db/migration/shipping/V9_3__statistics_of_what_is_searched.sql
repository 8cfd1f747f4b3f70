-- Nobody asks for labels by what a carrier was asked for, so no statistics of it are kept.
alter table shipping.label alter column wish set statistics 0;
