package dev.orderwright.shared;

import java.time.Instant;
import java.util.List;

class ProgramNodeStore {

    static final Sql CLAIM = Sql.of("""
            update shared.program_node n
               set owner = :owner, leased_until = :until
             where n.slot = (select f.slot from shared.program_node f
                              where f.leased_until is null or f.leased_until < :now
                              order by f.slot limit 1 for update skip locked)
            returning n.slot
            """);

    static final Sql RENEW = Sql.of("""
            update shared.program_node set leased_until = :until where slot = :slot and owner = :owner
            """);

    static final Sql RELEASE = Sql.of("""
            update shared.program_node set leased_until = null, owner = null where slot = :slot and owner = :owner
            """);

    static final Sql HELD = Sql.of("""
            select slot, coalesce(owner, '') as owner, leased_until
              from shared.program_node
             where leased_until > :now
             order by slot
            """);

    private final Db db;

    ProgramNodeStore(Db db) {
        this.db = db;
    }

    int claim(String owner, Instant now, Instant until) {
        return db.sql(CLAIM)
                .param("owner", owner)
                .param("now", Db.timestamp(now))
                .param("until", Db.timestamp(until))
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new IllegalStateException("no free slot in shared.program_node: more than "
                        + Ids.SLOTS + " programs share the database"));
    }

    boolean renew(int slot, String owner, Instant until) {
        return db.sql(RENEW)
                        .param("slot", slot)
                        .param("owner", owner)
                        .param("until", Db.timestamp(until))
                        .update()
                == 1;
    }

    List<RunningPrograms.Running> held(Instant now, int own) {
        return db.sql(HELD)
                .param("now", Db.timestamp(now))
                .query((row, n) -> new RunningPrograms.Running(
                        row.getInt("slot"),
                        row.getString("owner"),
                        Db.instantNotNull(row, "leased_until"),
                        row.getInt("slot") == own))
                .list();
    }

    void release(int slot, String owner) {
        db.sql(RELEASE).param("slot", slot).param("owner", owner).update();
    }
}
