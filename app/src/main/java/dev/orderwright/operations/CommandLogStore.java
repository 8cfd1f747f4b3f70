package dev.orderwright.operations;

import dev.orderwright.operations.CommandLog.Entry;
import dev.orderwright.operations.CommandLog.Filter;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/**
 * The statements that look back through the log of commands. Its ids are known by which pages they lie on, so each
 * statement names a range of them.
 */
@Repository
class CommandLogStore {

    /** How many there are in a range, counted no further than one more than is looked through at once. */
    static final Sql COUNT = Sql.of("""
            select count(*)
              from (select 1 from shared.command where id >= :low and id < :top
            """ + " limit " + (CommandLog.RANGE_MAX + 1) + ") counted");

    static final Sql RANGE = Sql.of("""
            select id, scope, key, kind, actor, at
              from shared.command
             where id >= :low and id < :top
               and (:kind = '' or kind = :kind)
               and (:anybody or actor = any(:actors::text[]))
             order by id desc
             limit :limit
            """);

    static final Sql THESE = Sql.of("""
            select id, scope, key, kind, actor, at
              from shared.command
             where id = any(:ids::bigint[])
               and id >= :low and id < :top
               and (:kind = '' or kind = :kind)
               and (:anybody or actor = any(:actors::text[]))
             order by id desc
             limit :limit
            """);

    /** What was answered may be long; beyond what a page can show it stays where it is. */
    static final Sql ONE = Sql.of("""
            select id, scope, key, kind, actor, at, length(answer) as characters,
                   case when length(answer) <= :characters then answer end as answer
              from shared.command
             where id = :id
            """);

    /** By the ids, which are made of time: they outlive a dump, as the numbers of transactions do not. */
    static final Sql FACTS = Sql.of("""
            select f.id, f.subject_kind, f.subject_id, f.type, f.at, f.recorded_at, f.actor, f.command_id, f.data,
                   f.tx::text::bigint as tx
              from shared.fact f
             where f.id > :id and f.id < :last and f.command_id = :id
             order by f.id
             limit :limit
            """);

    private final Db db;

    CommandLogStore(Db db) {
        this.db = db;
    }

    int count(long low, long top) {
        return db.sql(COUNT)
                .param("low", low)
                .param("top", top)
                .query(Integer.class)
                .single();
    }

    List<Entry> range(Filter filter, long low, long top, int limit) {
        return filtered(db.sql(RANGE), filter, low, top, limit)
                .query((row, n) -> entry(row))
                .list();
    }

    List<Entry> these(Collection<Long> ids, Filter filter, long low, long top, int limit) {
        return filtered(db.sql(THESE), filter, low, top, limit)
                .param("ids", ids.stream().mapToLong(Long::longValue).toArray())
                .query((row, n) -> entry(row))
                .list();
    }

    private static SqlCall filtered(SqlCall call, Filter filter, long low, long top, int limit) {
        return call.param("kind", filter.kind())
                .param("anybody", filter.actors().isEmpty())
                .param("actors", filter.actors().toArray(String[]::new))
                .param("low", low)
                .param("top", top)
                .param("limit", limit);
    }

    Optional<CommandLog.Answered> one(long id, int charactersMax) {
        return db.sql(ONE)
                .param("id", id)
                .param("characters", charactersMax)
                .query((row, n) ->
                        new CommandLog.Answered(entry(row), row.getString("answer"), row.getInt("characters")))
                .optional();
    }

    /** @param last an id that is made after the last fact of the command */
    List<RecordedFact> facts(long id, long last, int limit) {
        return db.sql(FACTS)
                .param("id", id)
                .param("last", last)
                .param("limit", limit)
                .query((row, n) -> FactLogStore.fact(row))
                .list();
    }

    private static Entry entry(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Entry(
                id,
                row.getString("kind"),
                Actor.of(row.getString("actor")),
                row.getString("scope"),
                row.getString("key"),
                Db.instantNotNull(row, "at"),
                Ids.madeAt(id));
    }
}
