package dev.orderwright.launcher;

import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.launcher.postgres.DatabaseLogin;
import dev.orderwright.launcher.postgres.FolderLock;
import dev.orderwright.launcher.postgres.PostgresServer;
import dev.orderwright.launcher.postgres.PostgresSettings;
import dev.orderwright.launcher.postgres.PrivateFiles;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Orderwright on a data folder: the database first, then the program on it; and the other way round at the end, so that
 * running requests find their database to the last. It may be closed at any moment, also while it starts.
 */
final class Program implements AutoCloseable {

    private static final int POOL_MIN = 8;
    private static final int POOL_PER_CORE = 4;

    /** Asked for by the benchmark. */
    private static final String COUNT_STATEMENTS = "orderwright.count-statements";

    /**
     * How to run it: without workers nothing moves by itself; without a database of the user's own, the one inside is
     * started.
     */
    record Options(int port, boolean demo, boolean workers, Optional<DatabaseLogin> database) {}

    private final Class<?> application;
    private final FolderLock lock;
    private final DataHome home;
    private final Options options;
    private @Nullable PostgresServer postgres;
    private volatile @Nullable ConfigurableApplicationContext context;
    private boolean closed;

    Program(Class<?> application, FolderLock lock, Options options) {
        this.application = application;
        this.lock = lock;
        this.home = new DataHome(lock.folder());
        this.options = options;
    }

    /** Returns when the program serves. */
    RunFile start(Consumer<String> progress) {
        RunFile.delete(home.runFile());
        PrivateFiles.createFolder(home.secrets());
        DatabaseLogin login = options.database().orElseGet(() -> startPostgres(progress));
        SpringApplication spring = new SpringApplication(application);
        spring.setRegisterShutdownHook(false);
        spring.addInitializers((ApplicationContextInitializer<ConfigurableApplicationContext>) this::prepare);
        ConfigurableApplicationContext running = spring.run(settings(login));
        return announce(running);
    }

    private synchronized RunFile announce(ConfigurableApplicationContext running) {
        requireNotClosed();
        int port = running.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        RunFile run = new RunFile(ProcessHandle.current().pid(), port, "http://127.0.0.1:" + port);
        run.write(home.runFile());
        return run;
    }

    private synchronized DatabaseLogin startPostgres(Consumer<String> progress) {
        requireNotClosed();
        PostgresSettings settings = PostgresSettings.forThisMachine(poolSize());
        postgres = PostgresServer.start(
                lock, Boolean.getBoolean(COUNT_STATEMENTS) ? settings.countingStatements() : settings, progress);
        return postgres.login();
    }

    private synchronized void prepare(ConfigurableApplicationContext fresh) {
        requireNotClosed();
        context = fresh;
        if (postgres != null) {
            fresh.getBeanFactory().registerSingleton("postgresServer", postgres);
        }
    }

    private void requireNotClosed() {
        if (closed) {
            throw new IllegalStateException("the program is being stopped");
        }
    }

    private String[] settings(DatabaseLogin login) {
        return new String[] {
            "--server.port=" + options.port(),
            "--spring.datasource.url=" + login.url(),
            "--spring.datasource.username=" + login.user(),
            "--spring.datasource.password=" + login.password(),
            "--spring.datasource.hikari.maximum-pool-size=" + poolSize(),
            "--orderwright.demo=" + options.demo(),
            "--orderwright.workers=" + options.workers(),
            "--orderwright.cli-key-file=" + home.cliKeyFile(),
            "--orderwright.data=" + (options.database().isPresent() ? "" : home.folder()),
            "--logging.file.name=" + home.log()
        };
    }

    private static int poolSize() {
        return Math.max(POOL_MIN, POOL_PER_CORE * Runtime.getRuntime().availableProcessors());
    }

    /** The login and the password of the first person, at the one start that makes them. */
    Optional<String> firstLogin() {
        ConfigurableApplicationContext running = context;
        return running == null
                ? Optional.empty()
                : running.getBeanProvider(FirstAdministrator.class).stream()
                        .flatMap(first -> first.oneTimePassword().stream())
                        .map(password -> "Sign in as " + FirstAdministrator.LOGIN + " with the password " + password
                                + "   (shown only this once)")
                        .findFirst();
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Waits for the start of the database if that is under way, and lets running requests end. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        RunFile.delete(home.runFile());
        try (lock) {
            closeInOrder();
        }
    }

    private void closeInOrder() {
        try {
            if (context != null) {
                context.close();
            }
        } finally {
            if (postgres != null) {
                postgres.close();
            }
        }
    }
}
