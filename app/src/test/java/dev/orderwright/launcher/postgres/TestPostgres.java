package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A throw-away PostgreSQL for tests, and the only place that gives up durability for speed. The server programs are
 * unpacked once for all runs; the data lives in a temporary folder and goes with the server.
 */
public final class TestPostgres implements AutoCloseable {

    private static final int CONNECTIONS = 200;
    private static final String TRUSTED = "host postgres,\"/^world_\" all 127.0.0.1/32 trust\n";
    private static final Path UNPACKED = Path.of("target", "test-postgres");

    private final FolderLock folder;
    private final PostgresServer server;

    private TestPostgres(FolderLock folder) {
        this.folder = folder;
        this.server = PostgresServer.start(folder, programs(), throwAway(), ServerAccount.choose(), progress -> {});
        trustTests();
    }

    /** Tests connect so often that proving who they are would be a tenth of their work. */
    private void trustTests() {
        Path rules = new PostgresHome(folder.folder()).data().resolve("pg_hba.conf");
        try (Connection connection = superuser("postgres").connect();
                Statement statement = connection.createStatement()) {
            Files.writeString(rules, TRUSTED + Files.readString(rules));
            statement.execute("select pg_reload_conf()");
        } catch (IOException | SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final Queue<Runnable> BEFORE_SHARED_STOPS = new ConcurrentLinkedQueue<>();

    private static final class Shared {
        static final TestPostgres SERVER = start();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                BEFORE_SHARED_STOPS.forEach(Runnable::run);
                SERVER.close();
            }));
        }
    }

    /** One server for all tests of the run; each takes databases of its own. */
    public static TestPostgres shared() {
        return Shared.SERVER;
    }

    /** What still uses the shared server at the end of the run stops here first. */
    public static void beforeSharedStops(Runnable stop) {
        BEFORE_SHARED_STOPS.add(stop);
    }

    public static TestPostgres start() {
        try {
            Path folder = Files.createTempDirectory("orderwright-test-pg");
            return new TestPostgres(FolderLock.take(folder).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder that may stand in for the {@code pgbin} of a data folder. */
    public static Path unpacked() {
        programs();
        return UNPACKED.resolve("pgbin").toAbsolutePath();
    }

    static PostgresPrograms programs() {
        for (; ; Pause.of(Duration.ofMillis(50))) {
            try (FolderLock lock = FolderLock.take(UNPACKED).orElse(null)) {
                if (lock != null) {
                    return PostgresPrograms.unpack(lock.folder().resolve("pgbin"), progress -> {});
                }
            }
        }
    }

    private static PostgresSettings throwAway() {
        return PostgresSettings.sized(1_024, CONNECTIONS)
                .with("fsync", "off")
                .with("synchronous_commit", "off")
                .with("full_page_writes", "off");
    }

    /** How the program would sign in to this database. */
    public DatabaseLogin login(String database) {
        DatabaseLogin login = server.login();
        return new DatabaseLogin(PostgresHome.url(server.port(), database), login.user(), login.password());
    }

    /** How a test that looks at or breaks the tables themselves signs in. */
    public DatabaseLogin superuser(String database) {
        PostgresHome home = new PostgresHome(folder.folder());
        return new DatabaseLogin(
                PostgresHome.url(server.port(), database),
                PostgresHome.SUPERUSER,
                PrivateFiles.secret(home.superuserPassword()));
    }

    @Override
    public void close() {
        server.close();
        folder.close();
        Folders.delete(folder.folder());
    }
}
