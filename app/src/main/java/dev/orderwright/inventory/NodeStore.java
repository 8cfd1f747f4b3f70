package dev.orderwright.inventory;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Repository;

@Repository
class NodeStore {

    static final Sql ALL = Sql.of("""
            select n.id, n.code, n.name, n.kind, n.zone, n.street, n.city, n.postcode, n.country, n.open_days, n.cut_off,
                   n.processing_days, n.ships, n.active, n.version,
                   array(select c.day::text from inventory.node_closed_day c where c.node_id = n.id) as closed_days
              from inventory.node n
             order by n.id
            """);

    static final Sql LOCK = Sql.of("""
            select n.id, n.code, n.name, n.kind, n.zone, n.street, n.city, n.postcode, n.country, n.open_days, n.cut_off,
                   n.processing_days, n.ships, n.active, n.version,
                   array(select c.day::text from inventory.node_closed_day c where c.node_id = n.id) as closed_days
              from inventory.node n
             where n.code = any(:codes::text[])
             order by n.code
               for update of n
            """);

    static final Sql UPSERT = Sql.of("""
            insert into inventory.node as n (id, code, name, kind, zone, street, city, postcode, country, open_days,
                                             cut_off, processing_days, ships, active)
            select d.id, d.code, d.name, d.kind, d.zone, d.street, d.city, d.postcode, d.country,
                   string_to_array(d.open_days, ','), d.cut_off, d.processing_days, d.ships, d.active
              from unnest(:ids::bigint[], :codes::text[], :names::text[], :kinds::text[], :zones::text[],
                          :streets::text[], :cities::text[], :postcodes::text[], :countries::text[],
                          :openDays::text[], :cutOffs::time[], :processingDays::int[], :ships::boolean[],
                          :actives::boolean[])
                   as d (id, code, name, kind, zone, street, city, postcode, country, open_days, cut_off,
                         processing_days, ships, active)
             order by d.code
            on conflict (id) do update
               set name = excluded.name, kind = excluded.kind, zone = excluded.zone, street = excluded.street,
                   city = excluded.city, postcode = excluded.postcode, country = excluded.country,
                   open_days = excluded.open_days, cut_off = excluded.cut_off,
                   processing_days = excluded.processing_days, ships = excluded.ships, active = excluded.active,
                   version = n.version + 1
            """);

    static final Sql FORGET_CLOSED_DAYS = Sql.of("""
            delete from inventory.node_closed_day where node_id = any(:ids::bigint[])
            """);

    static final Sql SET_CLOSED_DAYS = Sql.of("""
            insert into inventory.node_closed_day (node_id, day)
            select * from unnest(:ids::bigint[], :days::date[])
            """);

    private final Db db;

    NodeStore(Db db) {
        this.db = db;
    }

    /** A draft together with the id of the node it makes or changes. */
    record Write(long id, NodeDraft draft) {}

    List<Node> all() {
        return db.sql(ALL).query(NodeStore::node).list();
    }

    List<Node> lock(Collection<String> codes) {
        return db.sql(LOCK)
                .param("codes", codes.toArray(String[]::new))
                .query(NodeStore::node)
                .list();
    }

    void write(List<Write> writes) {
        if (writes.isEmpty()) {
            return;
        }
        long[] ids = writes.stream().mapToLong(Write::id).toArray();
        db.sql(UPSERT)
                .param("ids", ids)
                .param("codes", texts(writes, NodeDraft::code))
                .param("names", texts(writes, NodeDraft::name))
                .param("kinds", texts(writes, draft -> draft.kind().name()))
                .param("zones", texts(writes, draft -> draft.zone().getId()))
                .param("streets", texts(writes, NodeDraft::street))
                .param("cities", texts(writes, NodeDraft::city))
                .param("postcodes", texts(writes, NodeDraft::postcode))
                .param("countries", texts(writes, NodeDraft::country))
                .param("openDays", texts(writes, draft -> names(draft.openDays())))
                .param("cutOffs", texts(writes, draft -> draft.cutOff().toString()))
                .param(
                        "processingDays",
                        writes.stream()
                                .mapToInt(write -> write.draft().processingDays())
                                .toArray())
                .param("ships", flags(writes, NodeDraft::ships))
                .param("actives", flags(writes, NodeDraft::active))
                .update();
        writeClosedDays(ids, writes);
    }

    private void writeClosedDays(long[] ids, List<Write> writes) {
        db.sql(FORGET_CLOSED_DAYS).param("ids", ids).update();
        List<Long> nodes = new ArrayList<>();
        List<LocalDate> days = new ArrayList<>();
        for (Write write : writes) {
            for (LocalDate day : write.draft().closedDays()) {
                nodes.add(write.id());
                days.add(day);
            }
        }
        db.sql(SET_CLOSED_DAYS)
                .param("ids", StockStore.longs(nodes))
                .param("days", Db.dates(days))
                .update();
    }

    private static String names(Set<DayOfWeek> days) {
        return days.stream().sorted().map(DayOfWeek::name).collect(Collectors.joining(","));
    }

    private static String[] texts(List<Write> writes, Function<NodeDraft, String> part) {
        return writes.stream().map(write -> part.apply(write.draft())).toArray(String[]::new);
    }

    private static Boolean[] flags(List<Write> writes, Function<NodeDraft, Boolean> part) {
        return writes.stream().map(write -> part.apply(write.draft())).toArray(Boolean[]::new);
    }

    private static Node node(ResultSet row, int n) throws SQLException {
        return new Node(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                NodeKind.valueOf(row.getString("kind")),
                ZoneId.of(row.getString("zone")),
                row.getString("street"),
                row.getString("city"),
                row.getString("postcode"),
                row.getString("country"),
                strings(row.getArray("open_days"))
                        .map(DayOfWeek::valueOf)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(DayOfWeek.class))),
                row.getObject("cut_off", LocalTime.class),
                row.getInt("processing_days"),
                row.getBoolean("ships"),
                row.getBoolean("active"),
                strings(row.getArray("closed_days")).map(LocalDate::parse).collect(Collectors.toSet()),
                row.getInt("version"));
    }

    private static Stream<String> strings(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }
}
