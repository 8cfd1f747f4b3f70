package dev.orderwright.allocation;

import dev.orderwright.allocation.SharingPlan.Share;
import dev.orderwright.promising.SharingRule;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** The statements of runs. */
@Repository
class SharingStore {

    private static final String ROW = """
            select id, item_id, rule, tiers, free, shares, reason, actor, at from allocation.run
            """;

    static final Sql INSERT = Sql.of("""
            insert into allocation.run (id, item_id, rule, tiers, free, shares, reason, actor, at)
            values (:id, :item, :rule, :tiers, :free, :shares::jsonb, :reason, :actor, :at)
            """);

    static final Sql FIND = Sql.of(ROW + " where id = :id");
    static final Sql LATEST = Sql.of(ROW + " where id < :before order by id desc limit :limit");
    static final Sql OF_ITEM = Sql.of(ROW + " where item_id = :item and id < :before order by id desc limit :limit");

    private final Db db;

    SharingStore(Db db) {
        this.db = db;
    }

    void insert(SharingRun run) {
        db.sql(INSERT)
                .param("id", run.id())
                .param("item", run.itemId())
                .param("rule", run.rule().name())
                .param("tiers", run.tiers())
                .param("free", run.plan().free())
                .param("shares", Json.write(run.plan().shares()))
                .param("reason", run.reason())
                .param("actor", run.actor())
                .param("at", Db.timestamp(run.at()))
                .update();
    }

    Optional<SharingRun> find(long id) {
        return db.sql(FIND).param("id", id).query(SharingStore::run).optional();
    }

    /** The newest first; of one item, or of all. */
    List<SharingRun> list(@Nullable Long itemId, long before, int limit) {
        return (itemId == null ? db.sql(LATEST) : db.sql(OF_ITEM).param("item", itemId))
                .param("before", before)
                .param("limit", Page.rowsFor(limit))
                .query(SharingStore::run)
                .list();
    }

    private static SharingRun run(ResultSet row, int n) throws SQLException {
        List<Share> shares = List.of(Json.read(row.getString("shares"), Share[].class));
        long free = row.getLong("free");
        long given = shares.stream().mapToLong(Share::difference).sum();
        return new SharingRun(
                row.getLong("id"),
                row.getLong("item_id"),
                SharingRule.valueOf(row.getString("rule")),
                row.getBoolean("tiers"),
                new SharingPlan(free, shares, free - given),
                row.getString("reason"),
                row.getString("actor"),
                Db.instantNotNull(row, "at"));
    }
}
