package dev.orderwright;

import dev.orderwright.launcher.postgres.DatabaseLogin;
import dev.orderwright.launcher.postgres.TestPostgres;
import dev.orderwright.shared.Migrated;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.TargetSource;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.CachingMetadataReaderFactory;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * The whole program, running on a real PostgreSQL, for tests. {@link #shared()} is one for all tests of the run: they
 * keep apart by using items and customers of their own, and the laws hold over all of it. {@link #fresh()} is nobody
 * else's while it is open; when it is closed it begins again for the next who asks, since a start takes longer than
 * most tests. {@link #untouched()} has just been started.
 */
public final class World implements AutoCloseable {

    /** A Monday in the middle of an ordinary week, before any cut-off. */
    public static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static final AtomicInteger DATABASES = new AtomicInteger();
    private static final Queue<ConfigurableApplicationContext> OPEN = new ConcurrentLinkedQueue<>();
    private static final Map<String, Integer> PROGRAMS = new ConcurrentHashMap<>();
    private static final Map<Map<String, Object>, Queue<World>> IDLE = new ConcurrentHashMap<>();

    /** What may be asked of a program that begins again; others do things by themselves, or only once. */
    private static final Set<Map<String, Object>> BEGIN_AGAIN =
            Set.of(Map.of(), Map.of("spring.profiles.active", "probe"));

    private static final TestPostgres SERVER = TestPostgres.shared();

    static {
        TestPostgres.beforeSharedStops(() -> OPEN.forEach(ConfigurableApplicationContext::close));
    }

    private final ConfigurableApplicationContext context;
    private final Beans beans;
    private final SettableClock clock;
    private final String database;
    /** What it is started with, if it may begin again. */
    private @Nullable Map<String, Object> again;

    private @Nullable Beginning beginning;

    private World(String database, Map<String, Object> properties, List<BeanPostProcessor> around) {
        this.database = database;
        clock = new SettableClock(START);
        DatabaseLogin login = SERVER.login(database);
        SpringApplication application = new SpringApplication(Orderwright.class);
        application.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>) c -> {
            ((GenericApplicationContext) c).registerBean("clock", InstantSource.class, () -> clock);
            ((GenericApplicationContext) c).registerBean(Argon2PasswordEncoder.class, World::cheapPasswords);
            c.getBeanFactory().addBeanPostProcessor(new ClassesReadOnce());
            around.forEach(c.getBeanFactory()::addBeanPostProcessor);
        });
        Map<String, Object> all = new HashMap<>(Map.of(
                "spring.datasource.url",
                login.url(),
                "spring.datasource.username",
                login.user(),
                "spring.datasource.password",
                login.password(),
                "server.port",
                0,
                "orderwright.demo",
                false,
                "orderwright.workers",
                false,
                // Many callers at once on a slow machine are not what most tests are about.
                "spring.datasource.hikari.connection-timeout",
                20_000,
                "orderwright.counts-may-be-old",
                "0s",
                "logging.level.root",
                "warn"));
        all.putAll(properties);
        application.setRegisterShutdownHook(false);
        // As arguments, since they stand above what the program's own settings say.
        context = application.run(all.entrySet().stream()
                .map(property -> "--" + property.getKey() + "=" + property.getValue())
                .toArray(String[]::new));
        OPEN.add(context);
        PROGRAMS.merge(database, 1, Integer::sum);
        beans = context::getBean;
    }

    private World(World first, Beans beans) {
        database = first.database;
        clock = first.clock;
        context = first.context;
        this.beans = beans;
    }

    /** All programs of a run are made of the same classes: what Spring has read of one, it need not read for the next. */
    private static final class ClassesReadOnce implements BeanPostProcessor {

        private static final CachingMetadataReaderFactory READ = new CachingMetadataReaderFactory();

        static {
            READ.setCacheLimit(5_000);
        }

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof CachingMetadataReaderFactory ? READ : bean;
        }
    }

    /** As they are kept by the product, they would take a quarter of the time of all tests. */
    private static Argon2PasswordEncoder cheapPasswords() {
        return new Argon2PasswordEncoder(16, 32, 1, 64, 1);
    }

    @FunctionalInterface
    private interface Beans {
        <T> T get(Class<T> type);
    }

    private static final class SharedHolder {
        static final World WORLD = untouched();
    }

    public static World shared() {
        return SharedHolder.WORLD;
    }

    public static World fresh() {
        return fresh(Map.of());
    }

    public static World fresh(Map<String, Object> properties) {
        World idle =
                IDLE.getOrDefault(properties, new ConcurrentLinkedQueue<>()).poll();
        if (idle != null) {
            idle.beginAgain();
            return idle;
        }
        World world = on(newDatabase(), properties);
        if (BEGIN_AGAIN.contains(properties)) {
            world.rememberBeginning(properties);
        }
        return world;
    }

    /** Who asks how a program starts, or what it remembers of who comes in, needs one that has met nobody before. */
    public static World untouched() {
        return on(newDatabase(), Map.of());
    }

    /** A program on a database that others have left, or share. Closing it drops the database. */
    public static World on(String database, Map<String, Object> properties) {
        return new World(database, properties, List.of());
    }

    /** The same, with something around the parts of the program. */
    public static World on(String database, Map<String, Object> properties, BeanPostProcessor around) {
        return new World(database, properties, List.of(around));
    }

    /** A database with tables and no rows, for programs that are started on it one after the other. */
    public static String newDatabase() {
        return create("world_" + DATABASES.incrementAndGet(), " template " + TemplateHolder.NAME);
    }

    private static String create(String database, String from) {
        execute("create database " + database + " owner "
                + SERVER.login(database).user() + from);
        return database;
    }

    /** Migrated once: that takes longer than all else a program does when it starts. */
    private static final class TemplateHolder {
        static final String NAME = create("world_template", "");

        static {
            DatabaseLogin login = SERVER.login(NAME);
            Migrated.migrate(new DriverManagerDataSource(login.url(), login.user(), login.password()));
        }
    }

    /** A connection to a database whose program may still be starting. */
    public static Connection connection(String database) throws SQLException {
        return SERVER.superuser(database).connect();
    }

    /**
     * Several programs on one database, as if they were one: at each call of what it gives out, somebody decides which of
     * them is called. What does not come from a bean is the first one's.
     */
    public static World oneOf(List<World> programs, IntSupplier which) {
        return new World(programs.getFirst(), new Beans() {
            @Override
            public <T> T get(Class<T> type) {
                ProxyFactory proxy = new ProxyFactory();
                proxy.setProxyTargetClass(true);
                proxy.setTargetSource(new TargetSource() {
                    @Override
                    public Class<?> getTargetClass() {
                        return type;
                    }

                    @Override
                    public Object getTarget() {
                        return programs.get(which.getAsInt()).bean(type);
                    }
                });
                return type.cast(proxy.getProxy(type.getClassLoader()));
            }
        });
    }

    public <T> T bean(Class<T> type) {
        return beans.get(type);
    }

    /** All beans of a type. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    public SettableClock clock() {
        return clock;
    }

    /** Where the program serves: {@code http://127.0.0.1:port}. */
    public String url() {
        return "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
    }

    public String jdbcUrl() {
        return SERVER.login(database).url();
    }

    /** A connection past the program, as superuser, for tests that look at or break the tables themselves. */
    public Connection connection() throws SQLException {
        return SERVER.superuser(database).connect();
    }

    /** The same, with statements sent as text, so that they can be explained without values. */
    public Connection simpleConnection() throws SQLException {
        DatabaseLogin login = SERVER.superuser(database);
        String url = login.url() + (login.url().contains("?") ? "&" : "?") + "preferQueryMode=simple";
        return DriverManager.getConnection(url, login.user(), login.password());
    }

    private static void execute(String sql) {
        try (Connection connection = SERVER.superuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rememberBeginning(Map<String, Object> properties) {
        try (Connection connection = connection()) {
            beginning = Beginning.of(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        again = properties;
    }

    private void beginAgain() {
        clock.set(START);
        try (Connection connection = connection()) {
            Objects.requireNonNull(beginning).again(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        if (again != null) {
            IDLE.computeIfAbsent(again, any -> new ConcurrentLinkedQueue<>()).add(this);
            return;
        }
        OPEN.remove(context);
        context.close();
        if (PROGRAMS.merge(database, -1, Integer::sum) > 0) {
            return; // others are still at work on it
        }
        execute("drop database if exists " + database + " with (force)");
    }
}
