package dev.orderwright.shared;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.SQLExceptionSubclassTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way to the database: runs {@link Sql} statements and transactions, and turns Java times into SQL ones. */
@Component
public class Db {

    private static final int JOINS_MAX = 256;

    /** Others have held a lock for too long; Spring does not know this one. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final SQLExceptionTranslator USUAL = new SQLExceptionSubclassTranslator();

    private final JdbcTemplate jdbc;
    private final TransactionTemplate required;
    private final TransactionTemplate fresh;
    private final ThreadLocal<@Nullable List<SqlCall>> waiting = new ThreadLocal<>();
    private final Map<List<Sql>, String> joins = new ConcurrentHashMap<>();

    /** Needs the migrations, so that nobody gets hold of a database that has not the tables yet. */
    Db(DataSource dataSource, PlatformTransactionManager transactions, Migrations migrations) {
        migrations.requireDone();
        jdbc = new JdbcTemplate(dataSource);
        jdbc.setExceptionTranslator(Db::translated);
        required = new TransactionTemplate(transactions);
        fresh = new TransactionTemplate(transactions);
        fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    private static @Nullable DataAccessException translated(String task, @Nullable String sql, SQLException e) {
        return LOCK_NOT_AVAILABLE.equals(e.getSQLState())
                ? new QueryTimeoutException(task + "; " + e.getMessage(), e)
                : USUAL.translate(task, sql, e);
    }

    public SqlCall sql(Sql sql) {
        return new SqlCall(this, jdbc, sql);
    }

    /**
     * Whether it says nothing about what was asked, only that the database did not answer in time or the connection to it
     * was lost. Whether anything was done is not known then: ask by the key.
     */
    public static boolean isAway(Throwable e) {
        return e instanceof CannotCreateTransactionException
                || e instanceof TransactionSystemException
                || e instanceof QueryTimeoutException
                || e instanceof NonTransientDataAccessResourceException
                || e instanceof TransientDataAccessResourceException
                || e instanceof RecoverableDataAccessException;
    }

    /** Runs the work in the current transaction, or in a new one when there is none. */
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return run(required, work);
    }

    /** Whether the caller is in a transaction that somebody further out will end. */
    boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Runs the work in a transaction of its own that commits whatever becomes of the current one. */
    public <T extends @Nullable Object> T inOwnTransaction(Supplier<T> work) {
        return run(fresh, work);
    }

    /**
     * Runs the work in a transaction that is rolled back in any case, and that waits for each lock no longer than this.
     * What it writes later is written, too: the database must have had its say.
     */
    <T> T inTransactionThatIsUndone(Duration lockTimeout, Supplier<T> work) {
        if (isInTransaction()) {
            throw new IllegalStateException("the transaction that runs would be undone as well");
        }
        return Objects.requireNonNull(required.execute(undone -> {
            undone.setRollbackOnly();
            waiting.set(new ArrayList<>());
            try {
                sql(LockStore.WAIT_AT_MOST)
                        .param("millis", Long.toString(lockTimeout.toMillis()))
                        .query(String.class)
                        .single();
                T result = work.get();
                writeWaiting();
                return result;
            } finally {
                waiting.remove();
            }
        }));
    }

    /** What is {@linkplain SqlCall#later() to be written later} is written before the transaction ends. */
    private <T extends @Nullable Object> T run(TransactionTemplate transaction, Supplier<T> work) {
        try {
            return executed(transaction, work);
        } catch (TransactionSystemException e) {
            // A connection that is gone cannot be rolled back either; what counts is why.
            throw e.getApplicationException() instanceof RuntimeException why ? why : e;
        }
    }

    private <T extends @Nullable Object> T executed(TransactionTemplate transaction, Supplier<T> work) {
        return transaction.execute(status -> {
            if (!status.isNewTransaction()) {
                return work.get();
            }
            List<SqlCall> ofSuspended = waiting.get();
            waiting.set(new ArrayList<>());
            try {
                T result = work.get();
                writeWaiting();
                return result;
            } finally {
                waiting.set(ofSuspended);
            }
        });
    }

    /** False when there is no transaction at whose end it could be written. */
    boolean waits(SqlCall call) {
        List<SqlCall> calls = waiting.get();
        return calls != null && calls.add(call);
    }

    /** Writes in one round trip, and in the order given, what waits in this transaction. */
    void writeWaiting() {
        List<SqlCall> calls = waiting.get();
        if (calls == null || calls.isEmpty()) {
            return;
        }
        waiting.set(new ArrayList<>());
        calls.sort(Comparator.comparing(SqlCall::isLast));
        jdbc.execute(joined(calls.stream().map(SqlCall::sql).toList()), (PreparedStatement statement) -> {
            int next = 1;
            for (SqlCall call : calls) {
                next = call.set(statement, next);
            }
            statement.execute();
            for (SqlCall call : calls) {
                call.requireWritten(statement.getUpdateCount());
                statement.getMoreResults();
            }
            return calls.size();
        });
    }

    /** The same text for the same statements, so that the driver knows it again; odd combinations are soon forgotten. */
    private String joined(List<Sql> sqls) {
        if (joins.size() >= JOINS_MAX) {
            joins.clear();
        }
        return joins.computeIfAbsent(
                sqls, all -> all.stream().map(Sql::positional).collect(Collectors.joining(";\n")));
    }

    /** For a {@code timestamptz} parameter. */
    public static @Nullable OffsetDateTime timestamp(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    /** For a {@code :name::timestamptz[]} parameter (the driver takes no array of times). */
    public static @Nullable String[] timestamps(Collection<? extends @Nullable Instant> instants) {
        return instants.stream()
                .map(instant -> instant == null ? null : instant.toString())
                .toArray(String[]::new);
    }

    /** For a {@code :name::date[]} parameter. */
    public static @Nullable String[] dates(Collection<? extends @Nullable LocalDate> dates) {
        return dates.stream().map(date -> date == null ? null : date.toString()).toArray(String[]::new);
    }

    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** A column that is declared not null. */
    public static Instant instantNotNull(ResultSet row, String column) throws SQLException {
        return row.getTimestamp(column).toInstant();
    }

    public static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    public static @Nullable Long longOrNull(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
