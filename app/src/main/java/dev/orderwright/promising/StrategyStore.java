package dev.orderwright.promising;

import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.Strategies.Made;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The statements of the strategy's versions. */
@Repository
class StrategyStore {

    static final Sql LATEST = Sql.of("""
            select version, valid_from, rules, why, made_by, made_at
              from promising.strategy
             order by version desc
             limit :limit
            """);

    static final Sql IN_FORCE = Sql.of("""
            select version, valid_from, rules, why, made_by, made_at
              from promising.strategy
             where valid_from is not null
             order by version desc
             limit :limit
            """);

    static final Sql BY_VERSION = Sql.of("""
            select version, valid_from, rules, why, made_by, made_at
              from promising.strategy
             where version = :version
            """);

    static final Sql INSERT = Sql.of("""
            insert into promising.strategy (version, valid_from, rules, why, made_by, made_at)
            select :version, :from::timestamptz, :rules::jsonb, :why, :by, :at
            on conflict (version) do nothing
            """);

    private final Db db;

    StrategyStore(Db db) {
        this.db = db;
    }

    Optional<Made> byVersion(int version) {
        return db.sql(BY_VERSION)
                .param("version", version)
                .query((row, n) -> made(row))
                .optional();
    }

    List<Made> latest(int limit) {
        return db.sql(LATEST).param("limit", limit).query((row, n) -> made(row)).list();
    }

    /** Without drafts, the newest first. */
    List<Made> inForce(int limit) {
        return db.sql(IN_FORCE)
                .param("limit", limit)
                .query((row, n) -> made(row))
                .list();
    }

    /** False when the version is there already. */
    boolean insert(Made made) {
        return db.sql(INSERT)
                        .param("version", made.strategy().version())
                        .param(
                                "from",
                                made.strategy().isDraft()
                                        ? null
                                        : Db.timestamp(made.strategy().validFrom()))
                        .param("rules", Json.write(made.strategy().rules()))
                        .param("why", made.why())
                        .param("by", made.by())
                        .param("at", Db.timestamp(made.at()))
                        .update()
                == 1;
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(
                new SourcingStrategy(
                        row.getInt("version"),
                        Objects.requireNonNullElse(Db.instant(row, "valid_from"), SourcingStrategy.NEVER),
                        List.of(Json.read(row.getString("rules"), Rule[].class))),
                row.getString("why"),
                row.getString("made_by"),
                Db.instantNotNull(row, "made_at"));
    }
}
