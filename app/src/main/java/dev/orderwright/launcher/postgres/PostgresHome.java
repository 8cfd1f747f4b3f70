package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** Where things of the database server lie inside the data folder. */
record PostgresHome(Path folder) {

    static final String SUPERUSER = "postgres";
    static final String ROLE = "orderwright";
    static final String DATABASE = "orderwright";

    Path data() {
        return folder.resolve("pgdata");
    }

    Path programs() {
        return folder.resolve("pgbin");
    }

    Path sockets() {
        return folder.resolve("pgsock");
    }

    Path log() {
        return folder.resolve("log").resolve("postgres.log");
    }

    Path superuserPassword() {
        return folder.resolve("secrets").resolve("postgres.password");
    }

    Path rolePassword() {
        return folder.resolve("secrets").resolve("database.password");
    }

    Path postmasterPid() {
        return data().resolve("postmaster.pid");
    }

    /** The PostgreSQL release line the data was made by, such as "18"; empty when there is no data yet. */
    Optional<String> dataVersion() {
        Path file = data().resolve("PG_VERSION");
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** The number initdb gave this installation; the server tells the same number when it is ours. */
    long systemIdentifier() {
        Path control = data().resolve("global").resolve("pg_control");
        ByteBuffer start = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.nativeOrder());
        try (FileChannel channel = FileChannel.open(control, StandardOpenOption.READ)) {
            channel.read(start);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + control, e);
        }
        if (start.hasRemaining()) {
            throw new PostgresTrouble("The data in " + data() + " is damaged: " + control + " is too short. Restore it"
                    + " from a backup.");
        }
        return start.flip().getLong();
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }
}
