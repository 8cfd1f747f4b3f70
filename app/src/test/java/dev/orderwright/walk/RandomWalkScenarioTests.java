package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A random walk over all commands: none throws, and the laws hold. A failure names its seed; to walk the same way again,
 * give it as the system property {@code walk.seed}, and {@code walk.steps} to walk longer.
 */
class RandomWalkScenarioTests {

    private static final long SEED = 20_260_302;
    private static final int SEEDS = 1_000_000;
    private static final int STEPS = 300;
    private static final int STEPS_MAX = 1_500;
    /** So much may not come up on a short way, of some eighty things. */
    private static final int MISSED_MAX = 40;

    @Test
    void theLawsHoldWhileEverythingIsDoneThatCanBeDone() {
        try (World world = World.fresh()) {
            Walk walk = go(world, SEED, STEPS, STEPS_MAX);
            assertThat(walk.missed()).as("never done: %s", walk).isEmpty();
        }
    }

    @Test
    void theLawsHoldOnAWayThatNobodyHasGone() {
        try (World world = World.fresh()) {
            int steps = Integer.getInteger("walk.steps", STEPS);
            Walk walk = go(world, Long.getLong("walk.seed", new Random().nextInt(SEEDS)), steps, steps);
            assertThat(walk.missed()).as("far too little was done: %s", walk).hasSizeLessThan(MISSED_MAX);
        }
    }

    private static Walk go(World world, long seed, int least, int most) {
        Walk walk = new Walk(world, seed);
        try {
            walk.go(least, most);
            return walk;
        } catch (Walk.Broken broken) {
            // The laws are not asked after every step: the same way again, to say which step it was.
            try (World again = World.fresh()) {
                new Walk(again, seed).goSlowlyFrom(broken.heldAfter);
            }
            throw broken;
        }
    }
}
