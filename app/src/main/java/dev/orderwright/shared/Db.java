package dev.orderwright.shared;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The way to the database: runs {@link Sql} statements and transactions, and turns Java times into SQL ones. */
@Component
public class Db {

    private final JdbcClient client;
    private final TransactionTemplate required;
    private final TransactionTemplate fresh;

    /** Needs the migrations, so that nobody gets hold of a database that has not the tables yet. */
    Db(DataSource dataSource, PlatformTransactionManager transactions, Migrations migrations) {
        migrations.requireDone();
        client = JdbcClient.create(dataSource);
        required = new TransactionTemplate(transactions);
        fresh = new TransactionTemplate(transactions);
        fresh.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public StatementSpec sql(Sql sql) {
        return client.sql(sql.text());
    }

    /** Runs the work in the current transaction, or in a new one when there is none. */
    public <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        return required.execute(status -> work.get());
    }

    /** Whether the caller is in a transaction that somebody further out will end. */
    boolean isInTransaction() {
        return TransactionSynchronizationManager.isActualTransactionActive();
    }

    /** Runs the work in a transaction of its own that commits whatever becomes of the current one. */
    public <T extends @Nullable Object> T inOwnTransaction(Supplier<T> work) {
        return fresh.execute(status -> work.get());
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
