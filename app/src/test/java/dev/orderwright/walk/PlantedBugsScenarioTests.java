package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The simulator finds what it is there to find: each planted bug breaks a law under one of the first seeds, and without
 * it the same seed breaks none.
 */
class PlantedBugsScenarioTests {

    private static final int SEEDS = 50;

    private static final Programs PROGRAMS = new Programs();
    private static final Watch WATCH = new Watch(PROGRAMS);

    @AfterAll
    static void stop() {
        WATCH.close();
        PROGRAMS.close();
    }

    @ParameterizedTest
    @EnumSource
    void isFoundWithinFiftySeeds(Plant plant) {
        OptionalLong found = LongStream.rangeClosed(1, SEEDS)
                .filter(seed -> isBroken(seed, plant))
                .findFirst();
        assertThat(found).as("the seed under which %s is found", plant).isPresent();
        System.out.println("simulator: " + plant + " is found under seed " + found.getAsLong());
        new Journey(PROGRAMS, WATCH, found.getAsLong(), null).go(DomainSimulatorScenarioTests.STEPS);
    }

    private static boolean isBroken(long seed, Plant plant) {
        try {
            new Journey(PROGRAMS, WATCH, seed, plant).go(DomainSimulatorScenarioTests.STEPS);
            return false;
        } catch (AssertionError broken) {
            if (Boolean.getBoolean("simulator.tell")) {
                System.out.println(broken);
            }
            return true;
        }
    }
}
