package dev.orderwright.verification;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import dev.orderwright.verification.Policies.Made;
import dev.orderwright.verification.Policy.Rule;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Repository;

/** The statements of the policy's versions. */
@Repository
class PolicyStore {

    static final Sql AT = Sql.of("""
            select version, valid_from, rules, why, made_by, made_at
              from verification.policy
             where valid_from <= :at
             order by version desc
             limit 1
            """);

    static final Sql ALL = Sql.of("""
            select version, valid_from, rules, why, made_by, made_at
              from verification.policy
             order by version desc
             limit :limit
            """);

    static final Sql BY_VERSION = Sql.of("""
            select version, valid_from, rules, why, made_by, made_at
              from verification.policy
             where version = :version
            """);

    static final Sql INSERT = Sql.of("""
            insert into verification.policy (version, valid_from, rules, why, made_by, made_at)
            select :version, :from, :rules::jsonb, :why, :by, :at
            on conflict (version) do nothing
            """);

    private final Db db;

    PolicyStore(Db db) {
        this.db = db;
    }

    Optional<Made> at(Instant at) {
        return db.sql(AT)
                .param("at", Db.timestamp(at))
                .query((row, n) -> made(row))
                .optional();
    }

    Optional<Made> byVersion(int version) {
        return db.sql(BY_VERSION)
                .param("version", version)
                .query((row, n) -> made(row))
                .optional();
    }

    List<Made> latest(int limit) {
        return db.sql(ALL).param("limit", limit).query((row, n) -> made(row)).list();
    }

    /** False when the version is there already. */
    boolean insert(Made made) {
        return db.sql(INSERT)
                        .param("version", made.policy().version())
                        .param("from", Db.timestamp(made.policy().validFrom()))
                        .param("rules", Json.write(made.policy().rules()))
                        .param("why", made.why())
                        .param("by", made.by())
                        .param("at", Db.timestamp(made.at()))
                        .update()
                == 1;
    }

    private static Made made(ResultSet row) throws SQLException {
        return new Made(
                new Policy(
                        row.getInt("version"),
                        Db.instantNotNull(row, "valid_from"),
                        List.of(Json.read(row.getString("rules"), Rule[].class))),
                row.getString("why"),
                row.getString("made_by"),
                Db.instantNotNull(row, "made_at"));
    }
}
