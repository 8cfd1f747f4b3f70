package dev.orderwright.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.World;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.QueryTimeoutException;

/** When the database goes away in the middle, nobody is told anything that may not be true. */
class DatabaseAwayModuleTests {

    private static final Sql END_THIS_SESSION = Sql.of("""
            select pg_terminate_backend(pg_backend_pid())
            """);

    private final World world = World.shared();
    private final CommandSets sets = world.bean(CommandSets.class);
    private final Db db = world.bean(Db.class);
    private final Ids ids = world.bean(Ids.class);

    record Answer(String word) {}

    private CommandSets.Keyed<String> command(String word) {
        Cause cause = Cause.of(
                Actor.user("tester"), "away" + ids.next(), world.clock().instant());
        return new CommandSets.Keyed<>(cause, word);
    }

    @Test
    void aSetThatLostItsDatabaseIsNotTriedOneByOneAndNobodyIsToldThatNothingWasDone() {
        AtomicInteger works = new AtomicInteger();
        assertThatThrownBy(() -> sets.run(
                        "say", List.of(command("a"), command("b"), command("c"), command("d")), Answer.class, fresh -> {
                            works.incrementAndGet();
                            throw new DataAccessResourceFailureException("the connection is gone");
                        }))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(works).hasValue(1);
    }

    @Test
    void aDatabaseThatGoesAwayWhileASetIsHalvedIsNotTakenForTheFaultOfOneOfThem() {
        assertThatThrownBy(() -> sets.run("say", List.of(command("a"), command("b")), Answer.class, fresh -> {
                    if (fresh.size() > 1) {
                        throw new IllegalStateException("one of them is bad");
                    }
                    throw new DataAccessResourceFailureException("the connection is gone");
                }))
                .isInstanceOf(DataAccessResourceFailureException.class);
    }

    @Test
    void aConnectionThatIsLostInATransactionIsToldAsThatAndNotAsARollbackThatFailed() {
        assertThatThrownBy(() -> db.inTransaction(
                        () -> db.sql(END_THIS_SESSION).query(Boolean.class).single()))
                .matches(Db::isAway)
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(db.sql(Sql.of("select 1")).query(Integer.class).single()).isEqualTo(1);
    }

    @Test
    void whoWaitsForALockOfOthersIsToldToComeBackAndNotThatSomethingIsWrong() throws Exception {
        try (Connection outsider = world.connection();
                Statement statement = outsider.createStatement()) {
            outsider.setAutoCommit(false);
            statement.execute("lock table shared.number_series in access exclusive mode");
            assertThatThrownBy(() -> db.inTransaction(() -> {
                        db.sql(Sql.of("select set_config('lock_timeout', '50ms', true)"))
                                .query(String.class)
                                .single();
                        return db.sql(Sql.of("select count(*) from shared.number_series"))
                                .query(Long.class)
                                .single();
                    }))
                    .isInstanceOf(QueryTimeoutException.class)
                    .matches(Db::isAway);
            outsider.rollback();
        }
    }

    @Test
    void everyConnectionWaitsForLocksAlike() throws Exception {
        Set<String> waits = ConcurrentHashMap.newKeySet();
        CountDownLatch all = new CountDownLatch(4);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> db.inTransaction(() -> {
                    together(all);
                    return waits.add(db.sql(Sql.of("show lock_timeout"))
                            .query(String.class)
                            .single());
                }));
            }
        }
        assertThat(waits).containsExactly("10s");
    }

    /** So that each has a connection of its own. */
    private static void together(CountDownLatch all) {
        all.countDown();
        try {
            all.await(2, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
