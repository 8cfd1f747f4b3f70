package dev.orderwright.shared;

import java.sql.Connection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The statements of locks that belong to a connection. */
final class LockStore {

    static final Sql TRY_LOCK = Sql.of("""
            select pg_try_advisory_lock(:key)
            """);

    static final Sql UNLOCK = Sql.of("""
            select pg_advisory_unlock(:key)
            """);

    /** Until the transaction ends. */
    static final Sql WAIT_AT_MOST = Sql.of("""
            select set_config('lock_timeout', :millis, true)
            """);

    private final JdbcClient client;

    LockStore(Connection connection) {
        client = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }

    boolean tryLock(long key) {
        return client.sql(TRY_LOCK.text())
                .param("key", key)
                .query(Boolean.class)
                .single();
    }

    void unlock(long key) {
        client.sql(UNLOCK.text()).param("key", key).query(Boolean.class).single();
    }
}
