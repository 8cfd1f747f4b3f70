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

/**
 * A program for one command to talk to: the one that runs on the data folder, or one that is started for the command and
 * stopped after it, also when the command is interrupted.
 */
final class Reach implements AutoCloseable {

    /** What a program that is started for one command may do by itself meanwhile. */
    enum Meanwhile {
        NOTHING,
        BACKGROUND_WORK
    }

    private static final Duration OTHER_START_LIMIT = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ProgramClient client;
    private final Ending ending;

    private Reach(ProgramClient client, Ending ending) {
        this.client = client;
        this.ending = ending;
    }

    static Reach server(Terminal terminal, String url) {
        ProgramClient client = new ProgramClient(url, Optional.ofNullable(System.getenv("ORDERWRIGHT_API_KEY")));
        return new Reach(client, leaving(terminal, url));
    }

    static Reach dataFolder(Class<?> application, Terminal terminal, Path folder, Meanwhile meanwhile) {
        Optional<FolderLock> lock = FolderLock.take(folder);
        if (lock.isEmpty()) {
            return running(terminal, new DataHome(folder));
        }
        Program.Options options =
                new Program.Options(0, false, meanwhile == Meanwhile.BACKGROUND_WORK, Optional.empty());
        return own(new Program(application, lock.get(), options), terminal, new DataHome(folder), () -> {});
    }

    /** Beside the database nothing is kept: secrets and log live in a temporary folder. */
    static Reach database(Class<?> application, Terminal terminal, String url) {
        DatabaseLogin login = ExternalDatabase.login(url, System.getenv());
        ExternalDatabase.require(login, terminal::error);
        try {
            Path folder = Files.createTempDirectory("orderwright-check");
            FolderLock lock = FolderLock.take(folder).orElseThrow();
            Program.Options options = new Program.Options(0, false, false, Optional.of(login));
            Program program = new Program(application, lock, options);
            return own(program, terminal, new DataHome(folder), () -> Folders.delete(folder));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create a temporary folder", e);
        }
    }

    private static Reach running(Terminal terminal, DataHome home) {
        RunFile run = await(home, terminal);
        terminal.error("Using the Orderwright that runs at " + run.url());
        return new Reach(new ProgramClient(run.url(), home.cliKey()), leaving(terminal, run.url()));
    }

    private static RunFile await(DataHome home, Terminal terminal) {
        long end = System.nanoTime() + OTHER_START_LIMIT.toNanos();
        boolean told = false;
        while (System.nanoTime() < end) {
            Optional<RunFile> run = RunFile.read(home.runFile());
            if (run.isPresent()) {
                return run.get();
            }
            if (!told) {
                terminal.error("Waiting for the Orderwright that is starting or stopping on this folder");
                told = true;
            }
            Pause.of(POLL);
        }
        throw new Trouble("Another Orderwright holds " + home.folder()
                + " but does not serve. Wait for it or stop it, then try again.");
    }

    private static Ending leaving(Terminal terminal, String url) {
        return new Ending(terminal, "Interrupted; what was sent goes on in the program at " + url, () -> {});
    }

    private static Reach own(Program program, Terminal terminal, DataHome home, Runnable afterwards) {
        Ending ending = new Ending(
                terminal, "Interrupted; stopping. What is done stays done: run the same command again to go on", () -> {
                    program.close();
                    afterwards.run();
                });
        try {
            terminal.error("Starting Orderwright for this command; data in " + home.folder());
            RunFile run = program.start(terminal::error);
            program.firstLogin().ifPresent(terminal::error);
            return new Reach(new ProgramClient(run.url(), home.cliKey()), ending);
        } catch (RuntimeException e) {
            ending.close();
            throw StartFailure.explain(e, home);
        }
    }

    ProgramClient client() {
        return client;
    }

    @Override
    public void close() {
        client.close();
        ending.close();
    }
}
