package dev.orderwright.backlog;

import dev.orderwright.backlog.BacklogChange.UnitMove;
import dev.orderwright.promising.BacklogPlan.Figures;
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
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.springframework.stereotype.Repository;

/** The statements of runs. */
@Repository
class BacklogStore {

    private static final int AT_ONCE = 1_000;

    private static final String RUN = """
            select id, state, done, total, figures, problem, actor, asked_at, applied_by, ended_at from backlog.run
            """;

    private static final String CHANGE = """
            select place, step, order_id, number, moves, shipments_before, shipments_after, cost_before, cost_after,
                   state, left_because
              from backlog.change
            """;

    static final Sql INSERT = Sql.of("""
            insert into backlog.run (id, state, actor, asked_at) values (:id, 'WAITING', :actor, :at)
            """);

    static final Sql FIND = Sql.of(RUN + " where id = :id");
    static final Sql LIST = Sql.of(RUN + " where id < :before order by id desc limit :limit");

    /** One by one, the oldest first; also one whose program has not been heard of for long. */
    static final Sql CLAIM = Sql.of("""
            update backlog.run r
               set state = case when r.state = 'WAITING' then 'LOOKING' else r.state end, fence = :fence, beat_at = :at
              from (select id from backlog.run
                     where state in ('WAITING', 'LOOKING', 'APPLYING') and (beat_at is null or beat_at < :abandoned)
                     order by id
                     limit 1
                       for update skip locked) c
             where r.id = c.id
            returning r.id, r.state, r.done, r.total, r.figures, r.problem, r.actor, r.asked_at, r.applied_by, r.ended_at
            """);

    static final Sql BEAT = Sql.of("""
            update backlog.run set done = :done, total = :total, beat_at = :at
             where id = :id and fence = :fence and state in ('LOOKING', 'APPLYING')
            """);

    static final Sql PLANNED = Sql.of("""
            update backlog.run
               set state = case when :total > 0 then 'READY' else 'DONE' end, figures = :figures::jsonb, done = 0,
                   total = :total, fence = null, beat_at = null, ended_at = case when :total > 0 then null else :at::timestamptz end
             where id = :id and fence = :fence and state = 'LOOKING'
            """);

    static final Sql ADD = Sql.of("""
            insert into backlog.change (run_id, place, step, order_id, number, moves, shipments_before, shipments_after,
                                        cost_before, cost_after)
            select :run, c.* from unnest(:places::integer[], :steps::integer[], :orders::bigint[], :numbers::text[],
                                         :moves::jsonb[], :before::integer[], :after::integer[], :costBefore::bigint[],
                                         :costAfter::bigint[]) c
            """);

    static final Sql APPLY = Sql.of("""
            update backlog.run set state = 'APPLYING', applied_by = :actor, done = 0
             where id = :id and state = 'READY'
            """);

    static final Sql END = Sql.of("""
            update backlog.run set state = :state, problem = :problem, ended_at = :at
             where id = :id and fence = :fence and state in ('LOOKING', 'APPLYING')
            """);

    static final Sql STOP = Sql.of("""
            update backlog.run set state = 'STOPPED', ended_at = :at
             where id = :id and state in ('WAITING', 'LOOKING', 'READY', 'APPLYING')
            """);

    static final Sql CHANGES = Sql.of(CHANGE + " where run_id = :run and place > :after order by place limit :limit");

    /** The first that are planned, up to the end of the step of the last. */
    static final Sql NEXT = Sql.of(CHANGE + """
             where run_id = :run and state = 'PLANNED'
               and step <= (select max(step) from (select step from backlog.change
                                                    where run_id = :run and state = 'PLANNED'
                                                    order by place
                                                    limit :limit) first)
             order by place
            """);

    static final Sql SETTLE = Sql.of("""
            update backlog.change c set state = n.state, left_because = n.because
              from unnest(:places::integer[], :states::text[], :because::text[]) as n (place, state, because)
             where c.run_id = :run and c.place = n.place
            """);

    static final Sql COUNTS = Sql.of("""
            select count(*) filter (where state = 'MOVED') as moved, count(*) filter (where state = 'LEFT') as left_as_is,
                   coalesce(sum(shipments_before - shipments_after) filter (where state = 'MOVED'), 0) as fewer,
                   coalesce(sum(cost_before - cost_after) filter (where state = 'MOVED'), 0) as saved
              from backlog.change
             where run_id = :run
            """);

    private final Db db;

    BacklogStore(Db db) {
        this.db = db;
    }

    void insert(long id, Actor actor, Instant at) {
        db.sql(INSERT)
                .param("id", id)
                .param("actor", actor.code())
                .param("at", Db.timestamp(at))
                .update();
    }

    Optional<BacklogRun> find(long id) {
        return db.sql(FIND).param("id", id).query(BacklogStore::run).optional();
    }

    /** The newest first. */
    List<BacklogRun> list(long before, int limit) {
        return db.sql(LIST)
                .param("before", before)
                .param("limit", Page.rowsFor(limit))
                .query(BacklogStore::run)
                .list();
    }

    Optional<BacklogRun> claim(long fence, Instant abandoned, Instant at) {
        return db.sql(CLAIM)
                .param("fence", fence)
                .param("abandoned", Db.timestamp(abandoned))
                .param("at", Db.timestamp(at))
                .query(BacklogStore::run)
                .optional();
    }

    /** False when it was stopped, or another program works on it now. In a transaction nobody stops it before its end. */
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

    /** Keeps what was found, unless it was stopped meanwhile or another program works on it; done when nothing changes. */
    void planned(long id, long fence, Figures figures, List<BacklogChange> changes, Instant at) {
        db.inTransaction(() -> {
            boolean kept = db.sql(PLANNED)
                            .param("id", id)
                            .param("fence", fence)
                            .param("figures", Json.write(figures))
                            .param("total", changes.size())
                            .param("at", Db.timestamp(at))
                            .update()
                    == 1;
            for (int i = 0; kept && i < changes.size(); i += AT_ONCE) {
                add(id, changes.subList(i, Math.min(changes.size(), i + AT_ONCE)));
            }
            return kept;
        });
    }

    private void add(long runId, List<BacklogChange> changes) {
        db.sql(ADD)
                .param("run", runId)
                .param("places", ints(changes, BacklogChange::place))
                .param("steps", ints(changes, BacklogChange::step))
                .param("orders", longs(changes, BacklogChange::orderId))
                .param("numbers", texts(changes, BacklogChange::number))
                .param("moves", texts(changes, change -> Json.write(change.moves())))
                .param("before", ints(changes, BacklogChange::shipmentsBefore))
                .param("after", ints(changes, BacklogChange::shipmentsAfter))
                .param("costBefore", longs(changes, BacklogChange::costBefore))
                .param("costAfter", longs(changes, BacklogChange::costAfter))
                .update();
    }

    boolean apply(long id, Actor actor) {
        return db.sql(APPLY).param("id", id).param("actor", actor.code()).update() == 1;
    }

    void end(long id, long fence, BacklogState state, String problem, Instant at) {
        db.sql(END)
                .param("id", id)
                .param("fence", fence)
                .param("state", state.name())
                .param("problem", problem)
                .param("at", Db.timestamp(at))
                .update();
    }

    boolean stop(long id, Instant at) {
        return db.sql(STOP).param("id", id).param("at", Db.timestamp(at)).update() == 1;
    }

    List<BacklogChange> changes(long runId, int after, int limit) {
        return db.sql(CHANGES)
                .param("run", runId)
                .param("after", after)
                .param("limit", Page.rowsFor(limit))
                .query(BacklogStore::change)
                .list();
    }

    List<BacklogChange> next(long runId, int limit) {
        return db.sql(NEXT)
                .param("run", runId)
                .param("limit", limit)
                .query(BacklogStore::change)
                .list();
    }

    void settle(long runId, List<BacklogChange> changes) {
        db.sql(SETTLE)
                .param("run", runId)
                .param("places", ints(changes, BacklogChange::place))
                .param("states", texts(changes, change -> change.state().name()))
                .param("because", texts(changes, BacklogStore::because))
                .update();
    }

    BacklogRuns.Done counts(long runId) {
        return db.sql(COUNTS)
                .param("run", runId)
                .query((row, n) -> new BacklogRuns.Done(
                        row.getLong("moved"), row.getLong("left_as_is"), row.getLong("fewer"), row.getLong("saved")))
                .single();
    }

    private static BacklogRun run(ResultSet row, int n) throws SQLException {
        String figures = row.getString("figures");
        String appliedBy = row.getString("applied_by");
        return new BacklogRun(
                row.getLong("id"),
                BacklogState.valueOf(row.getString("state")),
                row.getInt("done"),
                row.getInt("total"),
                figures == null ? null : Json.read(figures, Figures.class),
                row.getString("problem"),
                Actor.of(row.getString("actor")),
                Db.instantNotNull(row, "asked_at"),
                appliedBy == null ? null : Actor.of(appliedBy),
                Db.instant(row, "ended_at"));
    }

    private static BacklogChange change(ResultSet row, int n) throws SQLException {
        String because = row.getString("left_because");
        return new BacklogChange(
                row.getInt("place"),
                row.getInt("step"),
                row.getLong("order_id"),
                row.getString("number"),
                List.of(Json.read(row.getString("moves"), UnitMove[].class)),
                row.getInt("shipments_before"),
                row.getInt("shipments_after"),
                row.getLong("cost_before"),
                row.getLong("cost_after"),
                BacklogChange.State.valueOf(row.getString("state")),
                because.isEmpty() ? null : StaysBecause.valueOf(because));
    }

    private static String because(BacklogChange change) {
        StaysBecause because = change.leftBecause();
        return because == null ? "" : because.name();
    }

    private static int[] ints(List<BacklogChange> changes, ToIntFunction<BacklogChange> of) {
        return changes.stream().mapToInt(of).toArray();
    }

    private static long[] longs(List<BacklogChange> changes, ToLongFunction<BacklogChange> of) {
        return changes.stream().mapToLong(of).toArray();
    }

    private static String[] texts(List<BacklogChange> changes, Function<BacklogChange, String> of) {
        return changes.stream().map(of).toArray(String[]::new);
    }
}
