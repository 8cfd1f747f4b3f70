package dev.orderwright;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The whole program, running on a real PostgreSQL, for tests. {@link #shared()} is one for all tests of the run: they
 * keep apart by using items and customers of their own, and the laws hold over all of it. {@link #fresh()} has a
 * database of its own.
 */
public final class World implements AutoCloseable {

    /** A Monday in the middle of an ordinary week, before any cut-off. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Queue<ConfigurableApplicationContext> OPEN = new ConcurrentLinkedQueue<>();

    private final ConfigurableApplicationContext context;
    private final SettableClock clock = new SettableClock(START);
    private final String database;

    private World(Map<String, Object> properties) {
        database = "world_" + DATABASES.incrementAndGet();
        execute("create database " + database);
        SpringApplication application = new SpringApplication(Orderwright.class);
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>)
                c -> ((GenericApplicationContext) c).registerBean("clock", InstantSource.class, () -> clock));
        Map<String, Object> all = new HashMap<>(Map.of(
                "spring.datasource.url", jdbcUrl(),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "postgres",
                "server.port", 0,
                "orderwright.demo", false,
                "spring.main.banner-mode", "off",
                "logging.level.root", "warn"));
        all.putAll(properties);
        application.setDefaultProperties(all);
        application.setRegisterShutdownHook(false);
        context = application.run();
        OPEN.add(context);
    }

    private static final class SharedHolder {
        static final World WORLD = new World(Map.of());
    }

    private static final class ServerHolder {
        static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                Path folder = Files.createTempDirectory("orderwright-test-pg");
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setRegisterShutdownHook(false)
                        .setOverrideWorkingDirectory(folder.resolve("work").toFile())
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("shared_buffers", "256MB")
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server)));
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The programs first, then the database under them. */
    private static void stop(EmbeddedPostgres server) {
        OPEN.forEach(ConfigurableApplicationContext::close);
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static World shared() {
        return SharedHolder.WORLD;
    }

    public static World fresh() {
        return new World(Map.of());
    }

    public static World fresh(Map<String, Object> properties) {
        return new World(properties);
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public SettableClock clock() {
        return clock;
    }

    /** Where the program serves: {@code http://127.0.0.1:port}. */
    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public String jdbcUrl() {
        return ServerHolder.SERVER.getJdbcUrl("postgres", database);
    }

    /** A connection past the program, as superuser, for tests that look at or break the tables themselves. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(jdbcUrl(), "postgres", "postgres");
    }

    private static void execute(String sql) {
        try (Connection connection = ServerHolder.SERVER.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        OPEN.remove(context);
        context.close();
        execute("drop database " + database + " with (force)");
    }
}
