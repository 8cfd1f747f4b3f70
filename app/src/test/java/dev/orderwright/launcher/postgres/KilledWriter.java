package dev.orderwright.launcher.postgres;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;

/** A program of its own that tells each row after its commit, until it is killed. */
final class KilledWriter {

    private KilledWriter() {}

    public static void main(String[] args) throws Exception {
        FolderLock lock = FolderLock.take(Path.of(args[0])).orElseThrow();
        PostgresServer server = PostgresServer.start(
                lock, TestPostgres.programs(), PostgresSettings.sized(256, 8), ServerAccount.choose(), line -> {});
        try (Connection connection = server.login().connect();
                Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into acknowledged default values returning id")) {
            statement.execute("create table if not exists acknowledged (id bigint generated always as identity)");
            System.out.println("server " + server.pid());
            while (true) {
                try (var row = insert.executeQuery()) {
                    row.next();
                    System.out.println(row.getLong(1));
                }
            }
        }
    }
}
