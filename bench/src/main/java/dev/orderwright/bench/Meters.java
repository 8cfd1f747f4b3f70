package dev.orderwright.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

/** What a stretch of load has cost: processor time by part, transactions, statements and write-ahead log. */
record Meters(
        double programCpu, double databaseCpu, double loadCpu, long transactions, long statements, long walBytes) {

    private static final double TICKS_PER_SECOND = 100;

    /** Reads all meters now. */
    static Meters read(Subject subject, Connection database) {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("""
                        select (select xact_commit + xact_rollback from pg_stat_database where datname = current_database()),
                               (select coalesce(sum(calls), 0)::bigint from pg_stat_statements),
                               pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint
                        """)) {
            row.next();
            return new Meters(
                    cpu(subject.pid(), false),
                    databaseCpu(subject.databasePid()),
                    cpu(ProcessHandle.current().pid(), false),
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3));
        } catch (SQLException e) {
            throw new IllegalStateException("cannot read the meters of the database", e);
        }
    }

    Meters since(Meters before) {
        return new Meters(
                programCpu - before.programCpu,
                databaseCpu - before.databaseCpu,
                loadCpu - before.loadCpu,
                transactions - before.transactions,
                statements - before.statements,
                walBytes - before.walBytes);
    }

    /** The server's own time, that of sessions that have ended, and that of those that run. */
    private static double databaseCpu(long postmaster) {
        double sum = cpu(postmaster, true);
        try (Stream<ProcessHandle> children =
                ProcessHandle.of(postmaster).map(ProcessHandle::children).orElse(Stream.empty())) {
            for (ProcessHandle child : (Iterable<ProcessHandle>) children::iterator) {
                sum += cpu(child.pid(), false);
            }
        }
        return sum;
    }

    /** Seconds of processor time of a process, 0 when it is gone. */
    private static double cpu(long pid, boolean withEndedChildren) {
        List<String> fields = stat(pid);
        if (fields.isEmpty()) {
            return 0;
        }
        long ticks = 0;
        for (int i = 11; i <= (withEndedChildren ? 14 : 12); i++) {
            ticks += Long.parseLong(fields.get(i));
        }
        return ticks / TICKS_PER_SECOND;
    }

    /** The fields of {@code /proc/PID/stat} that follow the name. */
    private static List<String> stat(long pid) {
        Path file = Path.of("/proc", Long.toString(pid), "stat");
        try {
            String line = Files.readString(file);
            return List.of(line.substring(line.lastIndexOf(')') + 2).split(" "));
        } catch (java.nio.file.NoSuchFileException gone) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resident memory of a process in megabytes. */
    static double residentMegabytes(long pid) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1_024.0)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
