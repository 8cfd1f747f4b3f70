package dev.orderwright.shared;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.stereotype.Component;

/**
 * Brings the database to the schema of this release when the program starts. Each module keeps its migrations in a
 * folder of its own; versions are numbered by module, so that one history keeps the order.
 */
@Component
class Migrations {

    private boolean done;

    Migrations(DataSource dataSource) {
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/migration")
                .schemas("shared")
                .table("migration")
                .outOfOrder(true)
                .initSql("set lock_timeout = '2s'")
                .lockRetryCount(60)
                .load()
                .migrate();
        forgetConnections(dataSource);
        done = true;
    }

    /** They wait for locks as migrations do, not as the program does. */
    private static void forgetConnections(DataSource dataSource) {
        if (dataSource instanceof HikariDataSource pool) {
            pool.getHikariPoolMXBean().softEvictConnections();
        }
    }

    void requireDone() {
        if (!done) {
            throw new IllegalStateException("the database has not been migrated");
        }
    }
}
