package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A throw-away PostgreSQL for tests, and the only place that gives up durability for speed. The server programs are
 * unpacked once for all runs; the data lives in a temporary folder and goes with the server.
 */
public final class TestPostgres implements AutoCloseable {

    private static final int CONNECTIONS = 200;
    private static final Path UNPACKED = Path.of("target", "test-postgres");

    private final FolderLock folder;
    private final PostgresServer server;

    private TestPostgres(FolderLock folder) {
        this.folder = folder;
        this.server = PostgresServer.start(folder, programs(), throwAway(), ServerAccount.choose(), progress -> {});
    }

    public static TestPostgres start() {
        try {
            Path folder = Files.createTempDirectory("orderwright-test-pg");
            return new TestPostgres(FolderLock.take(folder).orElseThrow());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        try {
            PostgresPrograms.deleteTree(folder.folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
