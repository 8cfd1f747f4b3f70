package dev.orderwright.walk;

import dev.orderwright.Drifts;
import dev.orderwright.World;
import dev.orderwright.insight.Following;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/**
 * Days are counted while random trade goes on: by two programs at once, by rounds that are lost and done again, and anew in
 * the middle of it. However it went, they must be what counting everything at the end gives. {@code -Dwalk.seed=N} goes the
 * same way again.
 */
class CountedDaysScenarioTests {

    private static final int LEGS = 30;
    private static final int STEPS_OF_LEG = 8;
    private static final int FORGOTTEN_EACH = 11;
    private static final int COUNTED_AT_ONCE = 3;

    private static final String LONDON = "Europe/London";
    private static final String ELSEWHERE = "Pacific/Auckland";

    private final long seed = Long.getLong("walk.seed", new Random().nextInt(1_000_000));
    private final Random random = new Random(seed);
    private int gone;

    @Test
    void countedDaysAreWhatCountingEverythingGives() throws Exception {
        String database = World.newDatabase();
        try (World first = World.on(database, Map.of());
                World second = World.on(database, Map.of());
                Walk walk = new Walk(first, seed)) {
            go(walk, leg -> {
                follow(List.of(first, second), leg);
                if (leg % FORGOTTEN_EACH == 0) {
                    forget(first);
                }
            });
            Following.all(second);
            holds(first, LONDON);

            try (World later = World.on(database, Map.of("orderwright.company.zone", ELSEWHERE))) {
                later.clock().set(first.clock().instant());
                Following.round(later, COUNTED_AT_ONCE);
                go(walk, leg -> follow(List.of(first, later), leg));
                Following.all(first);
                holds(first, ELSEWHERE);
            }
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private void go(Walk walk, IntConsumer leg) {
        for (int i = 0; i < LEGS; i++) {
            gone += STEPS_OF_LEG;
            walk.go(gone, gone);
            leg.accept(i);
        }
    }

    private void follow(List<World> programs, int leg) {
        World one = programs.get(random.nextInt(programs.size()));
        switch (leg % 10) {
            case 3, 7 -> Following.roundThatIsLost(one, COUNTED_AT_ONCE);
            case 5 -> atOnce(programs);
            default -> Following.round(one, COUNTED_AT_ONCE);
        }
    }

    private static void atOnce(List<World> programs) {
        try (ExecutorService both = Executors.newFixedThreadPool(programs.size())) {
            List<Future<Integer>> rounds = programs.stream()
                    .map(program -> both.submit(() -> Following.round(program, COUNTED_AT_ONCE)))
                    .toList();
            for (Future<Integer> round : rounds) {
                round.get();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** As if the milestones had been there before days were counted. */
    private static void forget(World world) {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("delete from insight.day_count");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void holds(World world, String zone) {
        try (Drifts drifts = new Drifts(world, DayLaws.in(zone))) {
            drifts.assertNone();
        }
    }
}
