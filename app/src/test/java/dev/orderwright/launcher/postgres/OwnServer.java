package dev.orderwright.launcher.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

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

    static OwnServer on(Path folder) {
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
