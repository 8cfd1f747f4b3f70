package dev.orderwright.shipping;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements on what carriers have seen. Events are only ever added. */
@Repository
class TrackingStore {

    static final Sql PARCELS = Sql.of("""
            select l.carrier, l.tracking_number, l.order_id, l.package_id
              from shipping.label l
              join unnest(:carriers::text[], :trackings::text[]) as k (carrier, tracking_number)
                on l.carrier = k.carrier and l.tracking_number = k.tracking_number
             where l.tracking_number <> ''
            """);

    static final Sql INSERT = Sql.of("""
            insert into shipping.tracking_event
                   (carrier, event_id, order_id, package_id, tracking_number, code, at, place, message, raw, received_at)
            select e.carrier, e.event_id, e.order_id, e.package_id, e.tracking, e.code, e.at, e.place, e.message, e.raw,
                   :received::timestamptz
              from unnest(:carriers::text[], :events::text[], :orders::bigint[], :packages::bigint[], :trackings::text[],
                          :codes::text[], :ats::timestamptz[], :places::text[], :messages::text[], :raws::text[])
                   as e (carrier, event_id, order_id, package_id, tracking, code, at, place, message, raw)
             order by 1, 2
            on conflict (carrier, event_id) do nothing
            returning carrier, event_id
            """);

    static final Sql INSERT_UNKNOWN = Sql.of("""
            insert into shipping.unknown_tracking
                   (carrier, event_id, tracking_number, code, at, place, message, raw, received_at)
            select e.carrier, e.event_id, e.tracking, e.code, e.at, e.place, e.message, e.raw, :received::timestamptz
              from unnest(:carriers::text[], :events::text[], :trackings::text[], :codes::text[], :ats::timestamptz[],
                          :places::text[], :messages::text[], :raws::text[])
                   as e (carrier, event_id, tracking, code, at, place, message, raw)
             order by 1, 2
            on conflict (carrier, event_id) do nothing
            """);

    static final Sql OF_PACKAGES = Sql.of("""
            select package_id, carrier, event_id, tracking_number, code, at, place, message, raw
              from shipping.tracking_event
             where order_id = any(:orders::bigint[]) and package_id = any(:packages::bigint[])
             order by at, event_id
            """);

    /** Events that came before their parcel was known. */
    static final Sql UNKNOWN_THAT_ARE_KNOWN = Sql.of("""
            select u.carrier, u.event_id, u.tracking_number, u.code, u.at, u.place, u.message, u.raw
              from shipping.unknown_tracking u
              join shipping.label l on l.carrier = u.carrier and l.tracking_number = u.tracking_number
             where u.resolved_at is null and l.tracking_number <> ''
             order by u.carrier, u.event_id
             limit :limit
            """);

    static final Sql OPEN_UNKNOWN = Sql.of("""
            select carrier, event_id, tracking_number, code, at, place, message, raw
              from shipping.unknown_tracking
             where resolved_at is null
             order by received_at desc, carrier, event_id
             limit :limit
            """);

    static final Sql RESOLVE = Sql.of("""
            update shipping.unknown_tracking u
               set resolved_at = :at
              from unnest(:carriers::text[], :events::text[]) as r (carrier, event_id)
             where u.carrier = r.carrier and u.event_id = r.event_id
            """);

    private final Db db;

    TrackingStore(Db db) {
        this.db = db;
    }

    /** What carriers know a parcel by. */
    record Key(String carrier, String trackingNumber) {}

    /** Which package a tracking number stands for. */
    record Place(long orderId, long packageId) {}

    /** What an event is known by. */
    record EventKey(String carrier, String eventId) {

        static EventKey of(TrackingEvent event) {
            return new EventKey(event.carrier(), event.eventId());
        }
    }

    Map<Key, Place> parcels(Collection<Key> keys) {
        Map<Key, Place> places = new HashMap<>();
        db.sql(PARCELS)
                .param("carriers", keys.stream().map(Key::carrier).toArray(String[]::new))
                .param("trackings", keys.stream().map(Key::trackingNumber).toArray(String[]::new))
                .query(row -> {
                    places.put(
                            new Key(row.getString("carrier"), row.getString("tracking_number")),
                            new Place(row.getLong("order_id"), row.getLong("package_id")));
                });
        return places;
    }

    /** Adds events in the order of their keys, so that two senders never wait for each other; returns the new ones. */
    Set<EventKey> insert(List<TrackingEvent> events, List<Place> places, Instant received) {
        if (events.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(columns(db.sql(INSERT), events)
                .param("orders", places.stream().mapToLong(Place::orderId).toArray())
                .param("packages", places.stream().mapToLong(Place::packageId).toArray())
                .param("received", Db.timestamp(received))
                .query((row, n) -> new EventKey(row.getString("carrier"), row.getString("event_id")))
                .list());
    }

    void insertUnknown(List<TrackingEvent> events, Instant received) {
        if (!events.isEmpty()) {
            columns(db.sql(INSERT_UNKNOWN), events)
                    .param("received", Db.timestamp(received))
                    .update();
        }
    }

    private static SqlCall columns(SqlCall statement, List<TrackingEvent> events) {
        return statement
                .param("carriers", texts(events, TrackingEvent::carrier))
                .param("events", texts(events, TrackingEvent::eventId))
                .param("trackings", texts(events, TrackingEvent::trackingNumber))
                .param("codes", texts(events, event -> event.code().name()))
                .param(
                        "ats",
                        Db.timestamps(events.stream().map(TrackingEvent::at).toList()))
                .param("places", texts(events, TrackingEvent::place))
                .param("messages", texts(events, TrackingEvent::message))
                .param("raws", texts(events, TrackingEvent::raw));
    }

    /** All events of packages, by package, oldest first. */
    Map<Long, List<TrackingEvent>> ofPackages(Collection<Parcel> parcels) {
        Map<Long, List<TrackingEvent>> byPackage = new HashMap<>();
        if (!parcels.isEmpty()) {
            db.sql(OF_PACKAGES)
                    .param("orders", parcels.stream().mapToLong(Parcel::orderId).toArray())
                    .param("packages", parcels.stream().mapToLong(Parcel::id).toArray())
                    .query(row -> {
                        byPackage
                                .computeIfAbsent(row.getLong("package_id"), id -> new ArrayList<>())
                                .add(event(row, 0));
                    });
        }
        return byPackage;
    }

    List<TrackingEvent> unknownThatAreKnown(int limit) {
        return db.sql(UNKNOWN_THAT_ARE_KNOWN)
                .param("limit", limit)
                .query(TrackingStore::event)
                .list();
    }

    List<TrackingEvent> openUnknown(int limit) {
        return db.sql(OPEN_UNKNOWN)
                .param("limit", limit)
                .query(TrackingStore::event)
                .list();
    }

    void resolve(List<TrackingEvent> events, Instant at) {
        db.sql(RESOLVE)
                .param("carriers", texts(events, TrackingEvent::carrier))
                .param("events", texts(events, TrackingEvent::eventId))
                .param("at", Db.timestamp(at))
                .update();
    }

    private static TrackingEvent event(ResultSet row, int n) throws SQLException {
        return new TrackingEvent(
                row.getString("carrier"),
                row.getString("tracking_number"),
                row.getString("event_id"),
                TrackingCode.valueOf(row.getString("code")),
                Db.instantNotNull(row, "at"),
                row.getString("place"),
                row.getString("message"),
                row.getString("raw"));
    }

    private static @Nullable String[] texts(
            List<TrackingEvent> events, Function<TrackingEvent, @Nullable String> column) {
        return events.stream().map(column).toArray(String[]::new);
    }
}
