package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * A random walk over all commands: none throws, and the laws hold after each. A failure names its seed; to walk the same
 * way again, give it as the system property {@code walk.seed}, and {@code walk.steps} to walk longer.
 */
class RandomWalkScenarioTests {

    private static final long SEED = 7;
    private static final int SEEDS = 1_000_000;
    private static final int STEPS = 400;
    private static final int STEPS_MAX = 1_500;
    /** So much may not come up on a short way, of some eighty things. */
    private static final int MISSED_MAX = 40;

    @Test
    void theLawsHoldWhileEverythingIsDoneThatCanBeDone() {
        walk(
                SEED,
                STEPS,
                STEPS_MAX,
                walk -> assertThat(walk.missed()).as("never done: %s", walk).isEmpty());
    }

    @Test
    void theLawsHoldOnAWayThatNobodyHasGone() {
        int steps = Integer.getInteger("walk.steps", STEPS);
        long seed = Long.getLong("walk.seed", new Random().nextInt(SEEDS));
        walk(
                seed,
                steps,
                steps,
                walk -> assertThat(walk.missed())
                        .as("far too little was done: %s", walk)
                        .hasSizeLessThan(MISSED_MAX));
    }

    private static void walk(long seed, int least, int most, Consumer<Walk> after) {
        try (World world = World.fresh();
                Walk walk = new Walk(world, seed)) {
            walk.go(least, most);
            after.accept(walk);
        }
    }
}
