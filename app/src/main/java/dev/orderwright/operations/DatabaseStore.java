package dev.orderwright.operations;

import dev.orderwright.operations.DatabaseState.Copies;
import dev.orderwright.operations.DatabaseState.Safety;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.Duration;
import org.springframework.stereotype.Repository;

/** What any program may ask the database about itself. */
@Repository
class DatabaseStore {

    static final Sql STATE = Sql.of("""
            select current_setting('server_version') as version,
                   pg_postmaster_start_time() as started_at,
                   pg_database_size(current_database()) as bytes,
                   (select count(*) from pg_stat_activity where datid is not null) as connections,
                   current_setting('max_connections')::integer as connections_max,
                   (select coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)::bigint
                      from pg_stat_activity
                     where datname = current_database()) as longest_seconds,
                   (select age(datfrozenxid) from pg_database where datname = current_database()) as oldest_row,
                   current_setting('fsync') = 'on' as writes_through,
                   current_setting('synchronous_commit') as commit_waits,
                   current_setting('full_page_writes') = 'on' as whole_pages,
                   current_setting('data_checksums') = 'on' as checksums,
                   pg_is_in_recovery() as is_copy,
                   (select count(*) from pg_stat_replication) as standbys,
                   current_setting('synchronous_standby_names') <> '' as standby_wanted,
                   current_setting('archive_mode') <> 'off' as archives,
                   (select last_archived_time from pg_stat_archiver) as archived_at,
                   (select last_failed_time from pg_stat_archiver) as failed_at
            """);

    private final Db db;

    DatabaseStore(Db db) {
        this.db = db;
    }

    DatabaseState state() {
        long begun = System.nanoTime();
        return db.sql(STATE)
                .query((row, n) -> new DatabaseState(
                        row.getString("version"),
                        Db.instantNotNull(row, "started_at"),
                        Duration.ofNanos(System.nanoTime() - begun),
                        row.getLong("bytes"),
                        row.getInt("connections"),
                        row.getInt("connections_max"),
                        Duration.ofSeconds(row.getLong("longest_seconds")),
                        row.getLong("oldest_row"),
                        new Safety(
                                row.getBoolean("writes_through"),
                                row.getString("commit_waits"),
                                row.getBoolean("whole_pages"),
                                row.getBoolean("checksums")),
                        new Copies(
                                row.getBoolean("is_copy"),
                                row.getInt("standbys"),
                                row.getBoolean("standby_wanted"),
                                row.getBoolean("archives"),
                                Db.instant(row, "archived_at"),
                                Db.instant(row, "failed_at"))))
                .single();
    }
}
