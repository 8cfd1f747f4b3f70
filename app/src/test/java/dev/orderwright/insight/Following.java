package dev.orderwright.insight;

import dev.orderwright.World;
import dev.orderwright.shared.Db;

/** Follows the facts for the milestones as a program does of itself, for tests that decide when. */
public final class Following {

    private Following() {}

    /** One round; of what is not counted yet it counts so many orders. */
    public static int round(World program, int atOnce) {
        return program.bean(Milestones.class).round(atOnce);
    }

    /** A round that has done its work when the program is killed. */
    public static void roundThatIsLost(World program, int atOnce) {
        try {
            program.bean(Db.class).inTransaction(() -> {
                round(program, atOnce);
                throw new Lost();
            });
        } catch (Lost e) {
            // as it was
        }
    }

    /** Until nothing is left to follow or to count. */
    public static void all(World program) {
        while (program.bean(Milestones.class).round() > 0) {
            // the next ones
        }
    }

    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
