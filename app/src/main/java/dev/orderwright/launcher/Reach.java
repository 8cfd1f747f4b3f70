package dev.orderwright.launcher;

import dev.orderwright.launcher.postgres.DatabaseLogin;
import dev.orderwright.launcher.postgres.FolderLock;
import dev.orderwright.launcher.postgres.Folders;
import dev.orderwright.launcher.postgres.Pause;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A program for one command to talk to: the one that runs on the data folder, or one that is started for the command and
 * stopped after it, also when the command is interrupted.
 */
final class Reach implements AutoCloseable {

    private static final Duration OTHER_START_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ProgramClient client;
    private final Runnable end;

    private Reach(ProgramClient client, Runnable end) {
        this.client = client;
        this.end = end;
    }

    static Reach server(String url) {
        return new Reach(new ProgramClient(url, Optional.ofNullable(System.getenv("ORDERWRIGHT_API_KEY"))), () -> {});
    }

    static Reach dataFolder(Class<?> application, Terminal terminal, Path folder) {
        Optional<FolderLock> lock = FolderLock.take(folder);
        if (lock.isEmpty()) {
            return running(terminal, new DataHome(folder));
        }
        return own(application, terminal, lock.get(), Optional.empty(), () -> {});
    }

    /** Beside the database nothing is kept: secrets and log live in a temporary folder. */
    static Reach database(Class<?> application, Terminal terminal, String url) {
        DatabaseLogin login = ExternalDatabase.login(url, System.getenv());
        ExternalDatabase.require(login, terminal::error);
        try {
            Path folder = Files.createTempDirectory("orderwright-check");
            FolderLock lock = FolderLock.take(folder).orElseThrow();
            return own(application, terminal, lock, Optional.of(login), () -> Folders.delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }

    private static Reach running(Terminal terminal, DataHome home) {
        RunFile run = await(() -> RunFile.read(home.runFile()), terminal)
                .orElseThrow(() -> new Trouble("Another Orderwright holds " + home.folder()
                        + " but does not serve. Wait for it or stop it, then try again."));
        terminal.error("Using the Orderwright that runs at " + run.url());
        return new Reach(new ProgramClient(run.url(), home.cliKey()), () -> {});
    }

    private static Optional<RunFile> await(Supplier<Optional<RunFile>> read, Terminal terminal) {
        long end = System.nanoTime() + OTHER_START_LIMIT.toNanos();
        boolean told = false;
        while (System.nanoTime() < end) {
            Optional<RunFile> run = read.get();
            if (run.isPresent()) {
                return run;
            }
            if (!told) {
                terminal.error("Waiting for the Orderwright that is starting or stopping on this folder");
                told = true;
            }
            Pause.of(POLL);
        }
        return Optional.empty();
    }

    private static Reach own(
            Class<?> application,
            Terminal terminal,
            FolderLock lock,
            Optional<DatabaseLogin> database,
            Runnable afterwards) {
        DataHome home = new DataHome(lock.folder());
        Program program = new Program(application, lock, new Program.Options(0, false, database));
        Runnable end = () -> {
            program.close();
            afterwards.run();
        };
        Thread atExit = new Thread(end);
        Runtime.getRuntime().addShutdownHook(atExit);
        try {
            terminal.error("Starting Orderwright for this command; data in " + home.folder());
            RunFile run = program.start(terminal::error);
            program.firstLogin().ifPresent(terminal::error);
            ProgramClient client = new ProgramClient(run.url(), home.cliKey());
            return new Reach(client, end);
        } catch (RuntimeException e) {
            end.run();
            throw StartFailure.explain(e, home);
        }
    }

    ProgramClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        end.run();
    }
}
