-- What an order counts by the priority formula, in thousandths of a point, without what the moment adds to all orders
-- alike: who has more comes first. PriorityFormula.rank computes the same, and a test compares them.
create function shared.rank_of(
    priority integer, channel text, value_minor bigint, due_on date, placed_at timestamptz, formula jsonb
) returns bigint language sql stable parallel safe as $$
    select 1000 * (priority * (formula ->> 'priority')::bigint
                   + coalesce((formula -> 'channels' ->> channel)::bigint, 0)
                   + least((formula ->> 'valueMax')::bigint, value_minor * (formula ->> 'value')::bigint / 10000))
           - 1000 * (formula ->> 'day')::bigint
                  * (coalesce(due_on, (placed_at at time zone 'UTC')::date) - date '1970-01-01')
           - (formula ->> 'age')::bigint * floor(extract(epoch from placed_at) * 1000)::bigint / 86400
$$;
