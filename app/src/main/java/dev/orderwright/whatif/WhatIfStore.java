package dev.orderwright.whatif;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements of runs. */
@Repository
class WhatIfStore {

    private static final String ROW = """
            select id, wish, state, done, total, result, problem, actor, asked_at, ended_at from whatif.run
            """;

    static final Sql INSERT = Sql.of("""
            insert into whatif.run (id, wish, state, actor, asked_at)
            values (:id, :wish::jsonb, 'WAITING', :actor, :at)
            """);

    static final Sql FIND = Sql.of(ROW + " where id = :id");

    /** Results are large, and lists tell only how runs ended. */
    static final Sql LIST = Sql.of("""
            select id, wish, state, done, total, null::jsonb as result, problem, actor, asked_at, ended_at
              from whatif.run
             where id < :before
             order by id desc
             limit :limit
            """);

    /** One by one, the oldest first; also one whose program has not been heard of for long. */
    static final Sql CLAIM = Sql.of("""
            update whatif.run r
               set state = 'RUNNING', fence = :fence, beat_at = :at
              from (select id from whatif.run
                     where state in ('WAITING', 'RUNNING') and (state = 'WAITING' or beat_at < :abandoned)
                     order by id
                     limit 1
                       for update skip locked) c
             where r.id = c.id
            returning r.id, r.wish, r.state, r.done, r.total, r.result, r.problem, r.actor, r.asked_at, r.ended_at
            """);

    static final Sql BEAT = Sql.of("""
            update whatif.run set done = :done, total = :total, beat_at = :at
             where id = :id and fence = :fence and state = 'RUNNING'
            """);

    static final Sql END = Sql.of("""
            update whatif.run set state = :state, result = :result::jsonb, problem = :problem, ended_at = :at
             where id = :id and fence = :fence and state = 'RUNNING'
            """);

    static final Sql STOP = Sql.of("""
            update whatif.run set state = 'STOPPED', ended_at = :at
             where id = :id and state in ('WAITING', 'RUNNING')
            """);

    private final Db db;

    WhatIfStore(Db db) {
        this.db = db;
    }

    void insert(long id, WhatIfWish wish, Actor actor, Instant at) {
        db.sql(INSERT)
                .param("id", id)
                .param("wish", Json.write(wish))
                .param("actor", actor.code())
                .param("at", Db.timestamp(at))
                .update();
    }

    Optional<WhatIfRun> find(long id) {
        return db.sql(FIND).param("id", id).query(WhatIfStore::run).optional();
    }

    /** Without results, the newest first. */
    List<WhatIfRun> list(long before, int limit) {
        return db.sql(LIST)
                .param("before", before)
                .param("limit", Page.rowsFor(limit))
                .query(WhatIfStore::run)
                .list();
    }

    Optional<WhatIfRun> claim(long fence, Instant abandoned, Instant at) {
        return db.sql(CLAIM)
                .param("fence", fence)
                .param("abandoned", Db.timestamp(abandoned))
                .param("at", Db.timestamp(at))
                .query(WhatIfStore::run)
                .optional();
    }

    /** False when it was stopped, or another program plays it now. */
    boolean beat(long id, long fence, int done, int total, Instant at) {
        return db.sql(BEAT)
                        .param("id", id)
                        .param("fence", fence)
                        .param("done", done)
                        .param("total", total)
                        .param("at", Db.timestamp(at))
                        .update()
                == 1;
    }

    void done(long id, long fence, WhatIfResult result, Instant at) {
        end(id, fence, WhatIfState.DONE, Json.write(result), "", at);
    }

    void failed(long id, long fence, String problem, Instant at) {
        end(id, fence, WhatIfState.FAILED, null, problem, at);
    }

    private void end(long id, long fence, WhatIfState state, @Nullable String result, String problem, Instant at) {
        db.sql(END)
                .param("id", id)
                .param("fence", fence)
                .param("state", state.name())
                .param("result", result)
                .param("problem", problem)
                .param("at", Db.timestamp(at))
                .update();
    }

    boolean stop(long id, Instant at) {
        return db.sql(STOP).param("id", id).param("at", Db.timestamp(at)).update() == 1;
    }

    private static WhatIfRun run(ResultSet row, int n) throws SQLException {
        String result = row.getString("result");
        return new WhatIfRun(
                row.getLong("id"),
                Json.read(row.getString("wish"), WhatIfWish.class),
                WhatIfState.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                result == null ? null : Json.read(result, WhatIfResult.class),
                row.getString("problem"),
                Actor.of(row.getString("actor")),
                Db.instantNotNull(row, "asked_at"),
                Db.instant(row, "ended_at"));
    }
}
