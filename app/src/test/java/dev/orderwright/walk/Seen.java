package dev.orderwright.walk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in the books at one moment, in few numbers. */
record Seen(Map<Place, Long> numbers) {

    /**
     * What a number is about.
     *
     * @param what {@code units}, {@code stock}, {@code moved}, {@code money}, {@code provider} or {@code rows}
     * @param name a state, a bucket or a kind
     * @param order or 0
     * @param item or 0
     */
    record Place(String what, String name, long order, int line, long item, long node) {

        @Override
        public String toString() {
            return (what + " " + name + " order " + order + " line " + line + " item " + item + " node " + node)
                    .replaceAll(" (order|line|item|node) 0\\b", "");
        }
    }

    private static final String QUESTION = """
            select 'units', state, order_id, line_no, item_id, coalesce(node_id, 0), sum(quantity)::bigint
              from orders.slice group by state, order_id, line_no, item_id, node_id
            union all
            select 'stock', b.bucket, 0, 0, item_id, node_id, b.quantity
              from inventory.stock
             cross join lateral (values
                   ('AVAILABLE', available), ('RESERVED', reserved), ('PICKED', picked), ('QC_HOLD', qc_hold),
                   ('DAMAGED', damaged), ('QUARANTINE', quarantine), ('IN_TRANSIT', in_transit),
                   ('INCOMING', incoming)) as b (bucket, quantity)
            union all
            select 'moved', bucket, 0, 0, item_id, node_id, sum(quantity)::bigint
              from (select item_id, to_node_id as node_id, to_bucket as bucket, quantity from inventory.move
                    union all
                    select item_id, from_node_id, from_bucket, -quantity from inventory.move) m
             group by item_id, node_id, bucket
            union all
            select 'money', 'invoiced', order_id, 0, 0, 0, sum(total_minor)::bigint from billing.invoice group by order_id
            union all
            select 'money', 'credited', order_id, 0, 0, 0, sum(total_minor)::bigint
              from billing.credit_note group by order_id
            union all
            select 'money', b.name, order_id, 0, 0, 0, b.minor
              from (select order_id, sum(authorised_minor)::bigint as authorised, sum(captured_minor)::bigint as captured,
                           sum(refunded_minor)::bigint as refunded
                      from billing.payment group by order_id) p
             cross join lateral (values ('authorised', authorised), ('captured', captured), ('refunded', refunded))
                   as b (name, minor)
            union all
            select 'asked', kind, order_id, 0, 0, 0, sum(amount_minor)::bigint
              from billing.payment_transaction where state <> 'FAILED' group by kind, order_id
            union all
            select 'provider', o.kind, coalesce(t.order_id, 0), 0, 0, 0, sum(o.amount_minor)::bigint
              from billing.sandbox_operation o
              left join billing.payment_transaction t on t.id = o.key
             where o.done and o.refusal_code is null
             group by o.kind, t.order_id
            union all
            select 'rows', 'facts', 0, 0, 0, 0, count(*) from shared.fact
            union all
            select 'rows', 'commands', 0, 0, 0, 0, count(*) from shared.command
            union all
            select 'rows', 'keys', 0, 0, 0, 0, count(*) from (select distinct scope, key from shared.command) k
            union all
            select 'rows', 'events', 0, 0, 0, 0, count(*) from shipping.tracking_event
            """;

    static PreparedStatement question(Connection connection) throws SQLException {
        return connection.prepareStatement(QUESTION);
    }

    static Seen now(PreparedStatement question) {
        Map<Place, Long> numbers = new HashMap<>();
        try (ResultSet row = question.executeQuery()) {
            while (row.next()) {
                Place place = new Place(
                        row.getString(1),
                        row.getString(2),
                        row.getLong(3),
                        row.getInt(4),
                        row.getLong(5),
                        row.getLong(6));
                if (row.getLong(7) != 0) {
                    numbers.put(place, row.getLong(7));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Seen(numbers);
    }

    /** Units of each order by state. */
    Map<Long, Map<String, Long>> units() {
        Map<Long, Map<String, Long>> units = new HashMap<>();
        about("units")
                .forEach((place, quantity) -> units.computeIfAbsent(place.order(), order -> new HashMap<>())
                        .merge(place.name(), quantity, Long::sum));
        return units;
    }

    long of(String what, String name, long order) {
        return of(new Place(what, name, order, 0, 0, 0));
    }

    Map<Place, Long> about(String what) {
        Map<Place, Long> about = new HashMap<>();
        numbers.forEach((place, number) -> {
            if (place.what().equals(what)) {
                about.put(place, number);
            }
        });
        return about;
    }

    /** What has become of the numbers since then. */
    String since(Seen before) {
        Set<Place> places = new HashSet<>(before.numbers.keySet());
        places.addAll(numbers.keySet());
        return places.stream()
                .filter(place -> of(place) != before.of(place))
                .map(place -> place + ": " + before.of(place) + " -> " + of(place))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    private long of(Place place) {
        return numbers.getOrDefault(place, 0L);
    }
}
