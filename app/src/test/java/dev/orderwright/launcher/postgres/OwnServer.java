package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A durable server on a folder, as a program has it, with the programs that all tests share. */
final class OwnServer implements AutoCloseable {

    private final FolderLock lock;
    final PostgresServer server;
    final List<String> progress = new ArrayList<>();

    private OwnServer(Path folder, ServerAccount account) {
        lock = FolderLock.take(folder).orElseThrow();
        try {
            server = PostgresServer.start(lock, TestPostgres.programs(), SMALL, account, progress::add);
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    private static final PostgresSettings SMALL = PostgresSettings.sized(256, 8);

    /** Saves the second that making fresh data takes. */
    private static final class Fresh {
        static final Path FOLDER = make();

        private static Path make() {
            try {
                Path folder = Files.createTempDirectory("orderwright-fresh-data");
                Runtime.getRuntime().addShutdownHook(new Thread(() -> Folders.delete(folder)));
                new Cluster(new PostgresHome(folder), TestPostgres.programs(), ServerAccount.choose())
                        .ensure(line -> {});
                return folder;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void copyTo(Path target) {
            try (Stream<Path> files = Files.walk(FOLDER)) {
                for (Path file : files.filter(file -> !file.equals(FOLDER)).toList()) {
                    Files.copy(file, target.resolve(FOLDER.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** On the data that the folder has, or on fresh data. */
    static OwnServer on(Path folder) {
        if (!Files.exists(folder.resolve("pgdata")) && !Files.exists(folder.resolve("pgdata.new"))) {
            PrivateFiles.createFolder(folder);
            Fresh.copyTo(folder);
        }
        return new OwnServer(folder, ServerAccount.choose());
    }

    /** As a program has it that starts for the first time. */
    static OwnServer onEmpty(Path folder) {
        return new OwnServer(folder, ServerAccount.choose());
    }

    static OwnServer on(Path folder, ServerAccount account) {
        return new OwnServer(folder, account);
    }

    static DatabaseLogin superuser(Path folder, int port) {
        return new DatabaseLogin(
                PostgresHome.url(port, "postgres"),
                "postgres",
                PrivateFiles.secret(new PostgresHome(folder).superuserPassword()));
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = server.login().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    String text(String sql) throws SQLException {
        try (Connection connection = server.login().connect()) {
            return ServerIdentity.text(connection, sql);
        }
    }

    @Override
    public void close() {
        server.close();
        lock.close();
    }
}
