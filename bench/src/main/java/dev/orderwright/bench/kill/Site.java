package dev.orderwright.bench.kill;

import dev.orderwright.bench.kill.Client.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where rounds take place: one program or two on a data folder, with a proxy before each and one before the database of
 * the second.
 */
final class Site implements AutoCloseable {

    /** How it is set up. */
    enum Kind {
        ALONE("a program with the database inside"),
        PAIR("a program with the database inside, and a second one on the same database"),
        SMALL_DISK("a program on a small disk");

        private final String what;

        Kind(String what) {
            this.what = what;
        }

        String what() {
            return what;
        }
    }

    /** Cuts come to one of so many pieces. */
    private static final int CUT_ONE_OF = 3;

    private static final int DATABASE_CUT_ONE_OF = 40;

    private final KillOptions options;
    private final Kind kind;
    private final Path folder;
    private final Path firstData;
    private final @Nullable SmallDisk disk;
    private final FaultProxy clients;
    private final FaultProxy clientsOfSecond;
    private final FaultProxy toDatabase;
    private volatile Program first;
    private volatile @Nullable Program second;

    private Site(KillOptions options, Kind kind, SplittableRandom random) {
        this.options = options;
        this.kind = kind;
        folder = temporary();
        firstData = options.data().orElse(folder.resolve("first"));
        disk = kind == Kind.SMALL_DISK ? SmallDisk.at(folder) : null;
        clients = new FaultProxy(() -> first().port(), random.split(), CUT_ONE_OF);
        clientsOfSecond = new FaultProxy(() -> second().port(), random.split(), CUT_ONE_OF);
        toDatabase = new FaultProxy(() -> first().databasePort(), random.split(), DATABASE_CUT_ONE_OF);
        try {
            first = Program.start(options.home(), firstData, Optional.empty(), options.javaOptions());
        } catch (RuntimeException e) {
            giveUpFolder();
            throw e;
        }
    }

    static Site open(KillOptions options, Kind kind, SplittableRandom random) {
        Site site = new Site(options, kind, random);
        if (kind == Kind.PAIR) {
            try {
                site.startSecond();
            } catch (RuntimeException e) {
                site.close();
                throw e;
            }
        }
        return site;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("orderwright-kill");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Kind kind() {
        return kind;
    }

    /** The data folder of the first program, in which the database is. */
    Path data() {
        return firstData;
    }

    Program first() {
        return first;
    }

    Program second() {
        Program running = second;
        if (running == null) {
            throw new IllegalStateException("there is one program only");
        }
        return running;
    }

    SmallDisk disk() {
        if (disk == null) {
            throw new IllegalStateException("the disk is not a small one");
        }
        return disk;
    }

    FaultProxy clients() {
        return clients;
    }

    FaultProxy toDatabase() {
        return toDatabase;
    }

    /** Where clients ask. */
    List<Door> doors() {
        List<Door> doors = new ArrayList<>(List.of(new Door(clients.port(), first.key())));
        if (second != null) {
            doors.add(new Door(clientsOfSecond.port(), second().key()));
        }
        return doors;
    }

    /** From the command until it serves again. */
    Duration startFirst() {
        first = Program.start(options.home(), firstData, Optional.empty(), options.javaOptions());
        return first.toReady();
    }

    Duration startSecond() {
        String database = first.databaseUrl(toDatabase.port());
        Program started =
                Program.start(options.home(), folder.resolve("second"), Optional.of(database), options.javaOptions());
        second = started;
        return started.toReady();
    }

    /** Keeps what the programs have logged so far. */
    void keepLogs(Path to, String name) {
        try {
            Files.createDirectories(to);
            for (Program program : second == null ? List.of(first) : List.of(first, second())) {
                Path log = program.data().resolve("log").resolve("orderwright.log");
                String file = name + "-" + program.data().getFileName() + ".log";
                Files.copy(log, to.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the logs in " + to, e);
        }
    }

    @Override
    public void close() {
        toDatabase.mood(FaultProxy.Mood.PASS);
        if (second != null) {
            second().stop();
        }
        first.stop();
        clients.close();
        clientsOfSecond.close();
        toDatabase.close();
        giveUpFolder();
    }

    private void giveUpFolder() {
        if (disk != null) {
            disk.close();
        }
        delete(folder);
    }

    static void delete(Path folder) {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
