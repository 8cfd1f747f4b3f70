package dev.orderwright.shared;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/**
 * Locks that only one program node holds, for long work that is not one transaction. The database gives them up when the
 * program dies. No transaction is open meanwhile: even an idle one would keep the database from clearing away what
 * others have changed since it began.
 */
@Component
public class Locks {

    private final DataSource dataSource;

    Locks(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Does the work while holding the lock; returns whether it was free. */
    public boolean ifFree(long key, Runnable work) {
        try (Connection connection = dataSource.getConnection()) {
            LockStore store = new LockStore(connection);
            if (!store.tryLock(key)) {
                return false;
            }
            try {
                work.run();
            } finally {
                store.unlock(key);
            }
            return true;
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("no connection for a lock", e);
        }
    }
}
