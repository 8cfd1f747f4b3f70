package dev.orderwright.shared;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.support.DataAccessUtils;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SingleColumnRowMapper;

/** One call of a statement: its parameters by name, then what is to be done with it. */
public final class SqlCall {

    private static final Object NOT_GIVEN = new Object();

    private static final int ANY = -1;

    private final Db db;
    private final JdbcTemplate jdbc;
    private final Sql sql;
    private int rowsExpected = ANY;
    private boolean last;
    private final @Nullable Object[] values;

    SqlCall(Db db, JdbcTemplate jdbc, Sql sql) {
        this.db = db;
        this.jdbc = jdbc;
        this.sql = sql;
        values = new @Nullable Object[sql.names().size()];
        Arrays.fill(values, NOT_GIVEN);
    }

    /** What is to come back, row by row. */
    public final class Rows<T extends @Nullable Object> {

        private final RowMapper<T> mapper;

        private Rows(RowMapper<T> mapper) {
            this.mapper = mapper;
        }

        public List<T> list() {
            db.writeWaiting();
            return jdbc.query(sql.positional(), SqlCall.this::set, mapper);
        }

        /** The one row there may be. */
        public Optional<T> optional() {
            return DataAccessUtils.optionalResult(list());
        }

        /** The one row there must be. */
        public T single() {
            return DataAccessUtils.requiredSingleResult(list());
        }
    }

    public SqlCall param(String name, @Nullable Object value) {
        boolean known = false;
        for (int i = 0; i < values.length; i++) {
            if (sql.names().get(i).equals(name)) {
                values[i] = value;
                known = true;
            }
        }
        if (!known) {
            throw new IllegalArgumentException("the statement has no parameter " + name + ": " + sql.text());
        }
        return this;
    }

    /**
     * For a parameter whose type the statement does not tell when it is null.
     *
     * @param type of {@link Types}
     */
    public SqlCall param(String name, @Nullable Object value, int type) {
        return param(name, value == null ? new NullOf(type) : value);
    }

    private record NullOf(int type) {}

    public <T extends @Nullable Object> Rows<T> query(RowMapper<T> mapper) {
        return new Rows<>(mapper);
    }

    /** For a result that is folded while it is read, such as one of very many rows. */
    public <T extends @Nullable Object> T query(ResultSetExtractor<T> fold) {
        db.writeWaiting();
        return jdbc.query(sql.positional(), this::set, fold);
    }

    /** Hands over each row as it is read. */
    public void query(RowCallbackHandler reader) {
        db.writeWaiting();
        jdbc.query(sql.positional(), this::set, reader);
    }

    /** For results of one column that is never null. */
    public <T> Rows<T> query(Class<T> type) {
        RowMapper<@Nullable T> column = new SingleColumnRowMapper<>(type);
        return new Rows<T>((row, n) -> Objects.requireNonNull(column.mapRow(row, n), "the column is null"));
    }

    /** Returns how many rows were changed. */
    public int update() {
        db.writeWaiting();
        return jdbc.update(sql.positional(), this::set);
    }

    /**
     * Writes before the next statement of this transaction that is not written later too, and at its end: what can wait
     * goes to the database in one round trip, which counts where rows are locked meanwhile.
     */
    public void later() {
        if (!db.waits(this)) {
            update();
        }
    }

    /**
     * The same, but after all others that wait: for rows that everybody wants.
     *
     * @param rows how many it must change; anything else is a bug and rolls the transaction back
     */
    public void atEnd(int rows) {
        rowsExpected = rows;
        last = true;
        if (!db.waits(this)) {
            requireWritten(update());
        }
    }

    boolean isLast() {
        return last;
    }

    Sql sql() {
        return sql;
    }

    void requireWritten(int rows) {
        if (rowsExpected != ANY && rows != rowsExpected) {
            throw new IllegalStateException(
                    "changed " + rows + " rows where it must be " + rowsExpected + ": " + sql.text());
        }
    }

    private void set(PreparedStatement statement) throws SQLException {
        set(statement, 1);
    }

    /** Sets the parameters from a place on; returns the place after the last. */
    int set(PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == NOT_GIVEN) {
                throw new IllegalStateException("the parameter " + sql.names().get(i) + " is missing: " + sql.text());
            }
            switch (value) {
                case null -> statement.setNull(first + i, Types.NULL);
                case NullOf(int type) -> statement.setNull(first + i, type);
                default -> statement.setObject(first + i, value);
            }
        }
        return first + values.length;
    }
}
