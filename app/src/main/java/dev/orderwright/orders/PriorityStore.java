package dev.orderwright.orders;

import dev.orderwright.orders.Priorities.Made;
import dev.orderwright.orders.Priorities.Place;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The statements of the priority formula's versions, and of the line as it would be under one. */
@Repository
class PriorityStore {

    static final Sql LATEST = Sql.of("""
            select version, formula, why, made_by, made_at
              from orders.priority_formula
             order by version desc
             limit :limit
            """);

    static final Sql BY_VERSION = Sql.of("""
            select version, formula, why, made_by, made_at
              from orders.priority_formula
             where version = :version
            """);

    static final Sql INSERT = Sql.of("""
            insert into orders.priority_formula (version, formula, why, made_by, made_at)
            select :version, :formula::jsonb, :why, :by, :at
            on conflict (version) do nothing
            """);

    /** Orders of which units wait for stock or for release, with their places under two formulas. */
    static final Sql LINE = Sql.of("""
            select *
              from (select l.*, row_number() over (order by l.rank_now desc, l.placed_at, l.id) as place_now,
                           row_number() over (order by l.rank_then desc, l.placed_at, l.id) as place_then
                      from (select o.id, o.number, o.channel, o.priority, o.placed_at, o.total_minor, o.currency,
                                   coalesce(o.promised_on, o.requested_on) as due_on,
                                   shared.rank_of(o.priority, o.channel, o.total_minor,
                                                  coalesce(o.promised_on, o.requested_on), o.placed_at,
                                                  :now::jsonb) as rank_now,
                                   shared.rank_of(o.priority, o.channel, o.total_minor,
                                                  coalesce(o.promised_on, o.requested_on), o.placed_at,
                                                  :then::jsonb) as rank_then
                              from orders.sales_order o
                             where o.lifecycle = 'CONFIRMED' and (o.slice_states & :waitingBits) <> 0) l) places
             order by place_then
             limit :limit
            """);

    private final Db db;

    PriorityStore(Db db) {
        this.db = db;
    }

    List<Made> latest(int limit) {
        return db.sql(LATEST).param("limit", limit).query((row, n) -> made(row)).list();
    }

    Optional<Made> byVersion(int version) {
        return db.sql(BY_VERSION)
                .param("version", version)
                .query((row, n) -> made(row))
                .optional();
    }

    /** False when the version is there already. */
    boolean insert(Made made) {
        return db.sql(INSERT)
                        .param("version", made.formula().version())
                        .param("formula", made.formula().json())
                        .param("why", made.why())
                        .param("by", made.by())
                        .param("at", Db.timestamp(made.at()))
                        .update()
                == 1;
    }

    List<Place> line(PriorityFormula now, PriorityFormula then, int limit) {
        return db.sql(LINE)
                .param("now", now.json())
                .param("then", then.json())
                .param(
                        "waitingBits",
                        SliceState.RESERVED.bit() | SliceState.BACKORDERED.bit() | SliceState.AWAITING_SUPPLY.bit())
                .param("limit", limit)
                .query((row, n) -> place(row))
                .list();
    }

    private static Place place(ResultSet row) throws SQLException {
        LocalDate due = Db.date(row, "due_on");
        return new Place(
                row.getLong("place_then"),
                row.getLong("place_now"),
                row.getString("number"),
                row.getString("currency"),
                new Standing(
                        row.getInt("priority"),
                        row.getString("channel"),
                        row.getLong("total_minor"),
                        due,
                        Db.instantNotNull(row, "placed_at")));
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(
                PriorityFormula.of(row.getInt("version"), row.getString("formula")),
                row.getString("why"),
                row.getString("made_by"),
                Db.instantNotNull(row, "made_at"));
    }
}
