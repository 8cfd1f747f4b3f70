package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Repository;

/** The statements of preferences. */
@Repository
class PreferenceStore {

    static final Sql FIND = Sql.of("""
            select value from workbench.preference where owner = :owner and key = :key
            """);

    static final Sql ALL = Sql.of("""
            select key, value from workbench.preference where owner = :owner
            """);

    static final Sql SET = Sql.of("""
            insert into workbench.preference (owner, key, value) values (:owner, :key, :value)
            on conflict (owner, key) do update set value = excluded.value
            """);

    static final Sql FORGET = Sql.of("""
            delete from workbench.preference where owner = :owner and key = :key
            """);

    private final Db db;

    PreferenceStore(Db db) {
        this.db = db;
    }

    Optional<String> find(Actor owner, String key) {
        return db.sql(FIND)
                .param("owner", owner.code())
                .param("key", key)
                .query(String.class)
                .optional();
    }

    Map<String, String> all(Actor owner) {
        Map<String, String> all = new TreeMap<>();
        db.sql(ALL).param("owner", owner.code()).query(row -> {
            all.put(row.getString("key"), row.getString("value"));
        });
        return all;
    }

    void set(Actor owner, String key, String value) {
        db.sql(SET)
                .param("owner", owner.code())
                .param("key", key)
                .param("value", value)
                .update();
    }

    void forget(Actor owner, String key) {
        db.sql(FORGET).param("owner", owner.code()).param("key", key).update();
    }
}
