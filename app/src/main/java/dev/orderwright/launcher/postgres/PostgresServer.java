package dev.orderwright.launcher.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running PostgreSQL server on a data folder of ours. When its process dies while we live, it is started again, on the
 * same port, as often as it takes.
 */
public final class PostgresServer implements AutoCloseable {

    /** Whether the server takes work right now. */
    public enum State {
        RUNNING,
        RESTARTING,
        STOPPED
    }

    private static final Logger LOG = LoggerFactory.getLogger(PostgresServer.class);
    private static final Duration BACK_OFF_MIN = Duration.ofMillis(200);
    private static final Duration BACK_OFF_MAX = Duration.ofSeconds(15);
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final ServerStart starts;
    private final int port;
    private final String release;
    private final Thread supervisor;
    private volatile ServerProcess process;
    private final AtomicReference<State> state = new AtomicReference<>(State.RUNNING);
    private volatile @Nullable String trouble;

    private PostgresServer(ServerStart starts, ServerStart.Started started, String release) {
        this.starts = starts;
        this.process = started.process();
        this.port = started.port();
        this.release = release;
        this.supervisor = Thread.ofVirtual().name("postgres-supervisor").unstarted(this::supervise);
    }

    /** Unpacks, initialises and recovers as needed; returns when the server takes connections. */
    public static PostgresServer start(FolderLock folder, PostgresSettings settings, Consumer<String> progress) {
        return start(folder, settings, ServerAccount.choose(), progress);
    }

    static PostgresServer start(
            FolderLock folder, PostgresSettings settings, ServerAccount account, Consumer<String> progress) {
        Path programs = new PostgresHome(folder.folder()).programs();
        return start(folder, PostgresPrograms.unpack(programs, progress), settings, account, progress);
    }

    static PostgresServer start(
            FolderLock folder,
            PostgresPrograms programs,
            PostgresSettings settings,
            ServerAccount account,
            Consumer<String> progress) {
        PostgresHome home = new PostgresHome(folder.folder());
        new Cluster(home, programs, account).ensure(progress);
        ServerStart starts = new ServerStart(home, programs, account, settings, progress);
        PostgresServer server = new PostgresServer(starts, starts.onFreePort(), programs.release());
        server.supervisor.start();
        return server;
    }

    /** How the program signs in: as the owner of its database, without any right beyond it. */
    public DatabaseLogin login() {
        return starts.login(port);
    }

    public int port() {
        return port;
    }

    /** The PostgreSQL release, such as "18.6". */
    public String release() {
        return release;
    }

    public State state() {
        return state.get();
    }

    /** Why the server does not run, when it does not. */
    public Optional<String> trouble() {
        return Optional.ofNullable(trouble);
    }

    long pid() {
        return process.pid();
    }

    private void supervise() {
        Duration backOff = BACK_OFF_MIN;
        try {
            while (state.get() != State.STOPPED) {
                long since = System.nanoTime();
                process.awaitEnd();
                if (state.get() == State.STOPPED) {
                    return;
                }
                if (System.nanoTime() - since > STEADY.toNanos()) {
                    backOff = BACK_OFF_MIN;
                }
                noteDeath();
                backOff = restart(backOff);
            }
        } catch (InterruptedException stopped) {
            LOG.debug("The supervisor of the database server ends");
        }
    }

    private void noteDeath() {
        state.compareAndSet(State.RUNNING, State.RESTARTING);
        trouble = "The database server ended by itself and is being started again.";
        starts.tell("The database server ended by itself; starting it again");
        LOG.error("The database server ended by itself. Its last words:\n{}", process.lastWords());
    }

    /** Returns how long to wait should this run end soon as well. */
    private Duration restart(Duration firstBackOff) throws InterruptedException {
        for (Duration backOff = firstBackOff; ; backOff = longer(backOff)) {
            Thread.sleep(backOff);
            try {
                process = starts.onPort(port).process();
                trouble = null;
                state.compareAndSet(State.RESTARTING, State.RUNNING);
                starts.tell("The database server runs again");
                return longer(backOff);
            } catch (RuntimeException e) {
                if (Thread.currentThread().isInterrupted()) {
                    throw new InterruptedException();
                }
                trouble = e.getMessage();
                LOG.error("The database server does not start; trying again: {}", e.getMessage());
            }
        }
    }

    private static Duration longer(Duration backOff) {
        Duration twice = backOff.multipliedBy(2);
        return twice.compareTo(BACK_OFF_MAX) > 0 ? BACK_OFF_MAX : twice;
    }

    /** Stops the server cleanly, within about a minute. */
    @Override
    public void close() {
        State before = state.getAndSet(State.STOPPED);
        supervisor.interrupt();
        try {
            supervisor.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (before != State.STOPPED && process.isAlive() && !starts.signals().stop(process.pid())) {
            process.end();
        }
    }
}
