-- A phone number is found by its last digits, however it is written: with the country or without, in groups or not.
create index customer_phone_backwards
    on customers.customer (reverse(regexp_replace(phone, '[^0-9]', '', 'g')) text_pattern_ops) where phone is not null;
