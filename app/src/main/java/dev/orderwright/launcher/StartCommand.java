package dev.orderwright.launcher;

import dev.orderwright.launcher.postgres.DatabaseLogin;
import dev.orderwright.launcher.postgres.FolderLock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** {@code start}: serves until it is told to stop. */
final class StartCommand {

    private static final int STOPPED = 0;

    private final Class<?> application;
    private final Terminal terminal;
    private final AtomicBoolean stopping = new AtomicBoolean();

    StartCommand(Class<?> application, Terminal terminal) {
        this.application = application;
        this.terminal = terminal;
    }

    int run(Command.Start command) {
        DataHome home = new DataHome(command.data());
        FolderLock lock = FolderLock.take(command.data()).orElseThrow(() -> alreadyUsed(home));
        Optional<DatabaseLogin> database;
        try {
            requireFree(command.port());
            database = command.database().map(url -> ExternalDatabase.login(url, System.getenv()));
            database.ifPresent(login -> ExternalDatabase.require(login, terminal::line));
        } catch (RuntimeException e) {
            lock.close();
            throw e;
        }
        Program.Options options = new Program.Options(command.port(), command.demo(), true, database);
        return serve(new Program(application, lock, options), home);
    }

    private int serve(Program program, DataHome home) {
        terminal.line("Orderwright starts; data in " + home.folder());
        FastStart fastStart = new FastStart(application, home);
        stopWithTheProcess(program, fastStart);
        try {
            RunFile run = program.start(terminal::line);
            terminal.line("Orderwright is ready at " + run.url());
            program.firstLogin().ifPresent(terminal::line);
            terminal.line("Log: " + home.log() + "   Ctrl-C stops");
            fastStart.prepare();
            new CountDownLatch(1).await();
            return STOPPED;
        } catch (InterruptedException | RuntimeException e) {
            if (stopping.get()) {
                return waitForTheEnd();
            }
            program.close();
            throw StartFailure.explain(e, home);
        }
    }

    /**
     * Ctrl-C and SIGTERM: requests end first, then the database. A server that was asked to stop and did has done well,
     * so the exit code is 0, whatever the signal.
     */
    private void stopWithTheProcess(Program program, FastStart fastStart) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (program.isClosed()) {
                return;
            }
            stopping.set(true);
            terminal.line("Stopping: running requests end, then the database");
            fastStart.close();
            program.close();
            terminal.line("Stopped");
            Runtime.getRuntime().halt(STOPPED);
        }));
    }

    private static int waitForTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return STOPPED;
    }

    /** Told before anything is started; a port that is taken in between is told by the server itself. */
    private static void requireFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            if (!socket.isBound()) {
                throw StartFailure.portTaken(port);
            }
        } catch (IOException e) {
            throw StartFailure.portTaken(port);
        }
    }

    private static Trouble alreadyUsed(DataHome home) {
        String where = RunFile.read(home.runFile())
                .map(run -> "Orderwright already runs on " + home.folder() + ": " + run.url() + " (process " + run.pid()
                        + "). Stop it first")
                .orElse("Another Orderwright is starting or stopping on " + home.folder() + ". Wait for it");
        return new Trouble(where + ", or choose another folder with --data.");
    }
}
