package dev.orderwright.access;

import dev.orderwright.access.SecurityLog.SecurityEvent;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The SQL of security events. */
@Repository
class SecurityEventStore {

    static final Sql APPEND = Sql.of("""
            insert into access.security_events (id, at, kind, actor, subject, address, detail)
            values (:id, :at, :kind, :actor, :subject, :address, :detail)
            """);

    static final Sql NEWEST = Sql.of("""
            select id, at, kind, actor, subject, address, detail
              from access.security_events
             where id < :beforeId
             order by id desc
             limit :limit
            """);

    private final Db db;

    SecurityEventStore(Db db) {
        this.db = db;
    }

    void append(SecurityEvent event) {
        db.sql(APPEND)
                .param("id", event.id())
                .param("at", Db.timestamp(event.at()))
                .param("kind", event.kind())
                .param("actor", event.actor())
                .param("subject", event.subject())
                .param("address", event.address())
                .param("detail", event.detail())
                .update();
    }

    List<SecurityEvent> newest(long beforeId, int limit) {
        return db.sql(NEWEST)
                .param("beforeId", beforeId)
                .param("limit", limit)
                .query((row, n) -> new SecurityEvent(
                        row.getLong("id"),
                        Db.instantNotNull(row, "at"),
                        row.getString("kind"),
                        row.getString("actor"),
                        row.getString("subject"),
                        row.getString("address"),
                        row.getString("detail")))
                .list();
    }
}
