package dev.orderwright.walk;

import dev.orderwright.walk.Course.Step;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Connections on which each statement and each commit is a step of the course that its thread is on. */
final class ShakyDatabase extends DelegatingDataSource {

    private final UnaryOperator<String> rewriting;

    /** @param rewriting what is sent instead of a statement's text */
    ShakyDatabase(DataSource database, UnaryOperator<String> rewriting) {
        super(database);
        this.rewriting = rewriting;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Course course = Course.current();
        Connection connection = super.getConnection();
        return course == null ? connection : proxy(Connection.class, new Shaky(connection, course));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    @SuppressWarnings("NullAway") // reflection answers with null for what returns nothing
    private static @Nullable Object call(Object target, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private final class Shaky implements InvocationHandler {

        private final Connection connection;
        private final Course course;

        Shaky(Connection connection, Course course) {
            this.connection = connection;
            this.course = course;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
                throws Throwable {
            return switch (method.getName()) {
                case "prepareStatement" -> prepare(method, arguments);
                case "commit" -> step(Step.COMMIT, "commit", () -> call(connection, method, arguments));
                // The dead do not roll back: the server does it when their connection is gone.
                case "rollback" -> course.isDead() ? null : call(connection, method, arguments);
                default -> call(connection, method, arguments);
            };
        }

        private Object prepare(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
            String sql = rewriting.apply((String) arguments[0]);
            arguments[0] = sql;
            Object statement = call(connection, method, arguments);
            return proxy(
                    PreparedStatement.class,
                    (proxy, called, parameters) -> called.getName().startsWith("execute")
                            ? step(Step.STATEMENT, sql, () -> call(statement, called, parameters))
                            : call(statement, called, parameters));
        }

        private @Nullable Object step(Step step, String what, Work work) throws Throwable {
            course.before(step, what, this::cut);
            Object result = work.run();
            course.after(step, what, this::cut);
            return result;
        }

        private void cut() {
            try {
                ((Connection) connection.unwrap(PGConnection.class)).abort(Runnable::run);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @FunctionalInterface
    private interface Work {
        @Nullable
        Object run() throws Throwable;
    }
}
