-- What the ship desk asks: what is on its way, what of it is late, what has arrived last. The promised day is kept as it
-- stood when the package left, because that is what the customer was told.
alter table shipping.package add column deliver_on date;

create index package_under_way on shipping.package (node_id, id)
    where state in ('MANIFESTED', 'IN_TRANSIT', 'OUT_FOR_DELIVERY', 'AVAILABLE_FOR_PICKUP', 'ATTEMPT_FAILED', 'EXCEPTION',
                    'RETURNING');
create index package_delivered on shipping.package (delivered_at, id) where state = 'DELIVERED';
