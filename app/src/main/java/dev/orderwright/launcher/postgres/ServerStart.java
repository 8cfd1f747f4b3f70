package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;

/** Brings the server up: clears leftovers, launches, waits, makes sure it is ours and safe, and prepares our role. */
final class ServerStart {

    private static final int ATTEMPTS_MAX = 20;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofMillis(500);
    private static final String WRONG_PASSWORD = "28P01";

    private final PostgresHome home;
    private final PostgresPrograms programs;
    private final ServerAccount account;
    private final PostgresSettings settings;
    private final Consumer<String> progress;

    ServerStart(
            PostgresHome home,
            PostgresPrograms programs,
            ServerAccount account,
            PostgresSettings settings,
            Consumer<String> progress) {
        this.home = home;
        this.programs = programs;
        this.account = account;
        this.settings = settings;
        this.progress = progress;
    }

    /** A server and the port it listens on. */
    record Started(ServerProcess process, int port) {}

    Started onFreePort() {
        return start(0);
    }

    /** For a restart: the program knows the server by this port. */
    Started onPort(int port) {
        return start(port);
    }

    private Started start(int fixedPort) {
        for (int attempt = 1; ; attempt++) {
            new Leftovers(home, signals()).clear(progress);
            int port = fixedPort == 0 ? freePort() : fixedPort;
            ServerProcess process = ServerProcess.launch(home, programs, account, settings, port);
            boolean serves = false;
            try {
                if (process.awaitReady(() -> progress.accept("PostgreSQL is recovering; this can take some minutes"))) {
                    serves = prepare(process, port);
                } else {
                    requireWorthRetrying(process.lastWords(), attempt, fixedPort);
                    Pause.of(BETWEEN_ATTEMPTS);
                }
            } finally {
                if (!serves) {
                    process.end();
                }
            }
            if (serves) {
                return new Started(process, port);
            }
        }
    }

    /** False when the password had to be set anew, for which the server had to stop. */
    private boolean prepare(ServerProcess process, int port) {
        String password = PrivateFiles.secret(home.superuserPassword());
        DatabaseLogin superuser =
                new DatabaseLogin(PostgresHome.url(port, PostgresHome.SUPERUSER), PostgresHome.SUPERUSER, password);
        try (Connection connection = superuser.connect()) {
            ServerIdentity.require(connection, home, settings);
            ProgramRole.prepare(connection, login(port));
            return true;
        } catch (SQLException e) {
            if (WRONG_PASSWORD.equals(e.getSQLState()) && signals().stop(process.pid())) {
                new Cluster(home, programs, account).resetSuperuserPassword(password);
                return false;
            }
            throw new PostgresTrouble("The database server started, but cannot be used: " + e.getMessage(), e);
        }
    }

    /** Sessions of a killed server take a moment to notice; a port can be taken between choosing and using it. */
    private void requireWorthRetrying(String lastWords, int attempt, int fixedPort) {
        boolean portTaken = lastWords.contains("could not bind") || lastWords.contains("could not create any TCP/IP");
        boolean notOverYet = lastWords.contains("shared memory block") || lastWords.contains("lock file");
        if (attempt >= ATTEMPTS_MAX || !(notOverYet || (portTaken && fixedPort == 0))) {
            throw new PostgresTrouble("PostgreSQL does not start on " + home.data() + ". Its last words (more in "
                    + home.log() + "):\n" + lastWords);
        }
    }

    void tell(String news) {
        progress.accept(news);
    }

    DatabaseLogin login(int port) {
        return new DatabaseLogin(
                PostgresHome.url(port, PostgresHome.DATABASE),
                PostgresHome.ROLE,
                PrivateFiles.secret(home.rolePassword()));
    }

    Signals signals() {
        return new Signals(programs, account);
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port for the database server", e);
        }
    }
}
