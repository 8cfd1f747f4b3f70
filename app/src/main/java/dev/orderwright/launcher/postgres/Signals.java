package dev.orderwright.launcher.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stops a database server by its process number, gently first. */
final class Signals {

    private static final Logger LOG = LoggerFactory.getLogger(Signals.class);
    private static final Duration FAST_LIMIT = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE_LIMIT = Duration.ofSeconds(10);
    private static final Duration TOOL_LIMIT = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(20);

    private final PostgresPrograms programs;
    private final ServerAccount account;

    Signals(PostgresPrograms programs, ServerAccount account) {
        this.programs = programs;
        this.account = account;
    }

    /** Ends sessions and writes everything out; after a minute it lets recovery at the next start do that instead. */
    boolean stop(long pid) {
        send("INT", pid);
        if (isGone(pid, FAST_LIMIT)) {
            return true;
        }
        LOG.warn(
                "The database server {} did not stop within {} s; ending it, it recovers at the next start",
                pid,
                FAST_LIMIT.toSeconds());
        send("QUIT", pid);
        return isGone(pid, IMMEDIATE_LIMIT);
    }

    private void send(String signal, long pid) {
        List<String> kill = List.of(programs.program("pg_ctl"), "kill", signal, String.valueOf(pid));
        ToolRun.of(account.command(kill), TOOL_LIMIT);
    }

    private static boolean isGone(long pid, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (runs(pid)) {
            if (System.nanoTime() > end) {
                return false;
            }
            Pause.of(POLL);
        }
        return true;
    }

    /** A dead process whose parent has not looked yet still has its number but holds nothing any more. */
    static boolean runs(long pid) {
        return ProcessHandle.of(pid).isPresent() && !isDead(pid);
    }

    private static boolean isDead(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException notLinuxOrGone) {
            return false;
        }
    }
}
