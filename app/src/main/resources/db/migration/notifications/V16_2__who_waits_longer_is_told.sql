-- A promise that moved is told to who waits.
alter table notifications.notice drop constraint notice_kind_check;
alter table notifications.notice add constraint notice_kind_check
    check (kind in ('CONFIRMATION', 'SHIPPED', 'INVOICE', 'CANCELLED', 'DELAYED'));
insert into notifications.mailed_kind (kind, mailed) values ('DELAYED', true);
