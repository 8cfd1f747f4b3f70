package dev.orderwright.bench.kill;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Inflicts one fault on a site and lifts it again. */
final class Strike {

    private static final int DATABASE_PAUSE_MILLIS = 20_000;

    private final Site site;
    private final SplittableRandom random;
    private long struckAt;
    private long liftedAt;
    private Optional<Duration> restart = Optional.empty();

    private Strike(Site site, SplittableRandom random) {
        this.site = site;
        this.random = random;
    }

    /**
     * When it was felt.
     *
     * @param liftedAt the end of the fault; of a kill, the command that starts it again
     * @param restart how long it took until the program served again, where one was started
     */
    record Done(long struckAt, long liftedAt, Optional<Duration> restart) {}

    static Done inflict(Fault fault, Site site, SplittableRandom random) {
        Strike strike = new Strike(site, random);
        strike.struckAt = System.nanoTime();
        strike.liftedAt = strike.struckAt;
        switch (fault) {
            case KILL_PROGRAM -> strike.killProgram();
            case KILL_DATABASE -> Processes.kill(site.first().databasePid());
            case KILL_SESSIONS -> strike.killSessions();
            case KILL_BOTH -> strike.killBoth();
            case CUT_CLIENTS -> strike.cutClients();
            case PAUSE_DATABASE -> strike.pauseDatabase();
            case EXHAUST_POOL -> strike.exhaustPool();
            case KILL_NODE -> strike.killNode();
            case PAUSE_NODE -> strike.pauseNode();
            case CUT_DATABASE -> strike.cutDatabase();
            case FULL_DISK -> strike.fillDisk();
        }
        return new Done(strike.struckAt, strike.liftedAt, strike.restart);
    }

    private void lift() {
        liftedAt = System.nanoTime();
    }

    private void wait(int least, int most) {
        Shift.pause(least + random.nextInt(most - least + 1));
    }

    private void killProgram() {
        site.first().kill();
        wait(0, 500);
        lift();
        restart = Optional.of(site.startFirst());
    }

    private void killBoth() {
        Processes.kill(site.first().pid(), site.first().databasePid());
        site.first().kill();
        wait(0, 500);
        lift();
        restart = Optional.of(site.startFirst());
    }

    private void killSessions() {
        List<Long> sessions = new ArrayList<>(Processes.children(site.first().databasePid()).stream()
                .filter(pid -> Program.isSession(pid))
                .toList());
        boolean hard = random.nextBoolean();
        int count = hard ? 1 : 1 + random.nextInt(sessions.size());
        for (int i = 0; i < count && !sessions.isEmpty(); i++) {
            long session = sessions.remove(random.nextInt(sessions.size()));
            if (hard) {
                Processes.kill(session);
            } else {
                Processes.terminate(session);
            }
        }
        lift();
    }

    private void cutClients() {
        for (int i = 0; i < 3; i++) {
            site.clients().mood(FaultProxy.Mood.CUT_ANSWERS);
            wait(200, 900);
            site.clients().mood(FaultProxy.Mood.CUT_QUESTIONS);
            wait(100, 500);
        }
        if (random.nextBoolean()) {
            site.clients().mood(FaultProxy.Mood.SILENT);
            wait(500, 7_000);
        } else {
            site.clients().mood(FaultProxy.Mood.SHUT);
            wait(100, 1_000);
        }
        site.clients().mood(FaultProxy.Mood.PASS);
        lift();
    }

    private void pauseDatabase() {
        long[] all = Processes.withChildren(site.first().databasePid());
        Processes.pause(all);
        Shift.pause(DATABASE_PAUSE_MILLIS);
        Processes.goOn(all);
        lift();
    }

    private void exhaustPool() {
        List<Connection> taken = new ArrayList<>();
        try {
            Connection outsider = site.first().outsider();
            taken.add(outsider);
            try (Statement statement = outsider.createStatement()) {
                if (random.nextBoolean()) {
                    outsider.setAutoCommit(false);
                    statement.execute(
                            random.nextBoolean()
                                    ? "lock table orders.sales_order in access exclusive mode"
                                    : "select 1 from inventory.stock for update");
                } else {
                    takeAllConnections(taken);
                    statement.execute(
                            "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'orderwright'");
                    takeAllConnections(taken);
                }
            }
            wait(4_000, 8_000);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot take what orders need", e);
        } finally {
            for (Connection connection : taken) {
                closeQuietly(connection);
            }
            lift();
        }
    }

    private void takeAllConnections(List<Connection> taken) {
        try {
            while (taken.size() < 500) {
                taken.add(site.first().outsider());
            }
        } catch (SQLException none) {
            // that is all of them
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            connection.close();
        } catch (SQLException e) {
            // the server has closed it
        }
    }

    private void killNode() {
        site.second().kill();
        wait(500, 3_000);
        lift();
        restart = Optional.of(site.startSecond());
    }

    private void pauseNode() {
        Program victim = random.nextBoolean() ? site.first() : site.second();
        Processes.pause(victim.pid());
        Shift.pause(Program.LEASE.toMillis() + 1_000 + random.nextInt(3_000));
        Processes.goOn(victim.pid());
        lift();
    }

    private void cutDatabase() {
        for (int i = 0; i < 3; i++) {
            site.toDatabase().mood(FaultProxy.Mood.CUT_ANSWERS);
            wait(200, 900);
            site.toDatabase().mood(FaultProxy.Mood.CUT_QUESTIONS);
            wait(200, 900);
        }
        if (random.nextBoolean()) {
            site.toDatabase().mood(FaultProxy.Mood.SILENT);
            wait(1_000, 8_000);
        } else {
            site.toDatabase().mood(FaultProxy.Mood.SHUT);
            wait(500, 4_000);
        }
        site.toDatabase().mood(FaultProxy.Mood.PASS);
        lift();
    }

    private void fillDisk() {
        site.disk().fill();
        wait(3_000, 8_000);
        site.disk().giveBack();
        lift();
    }
}
