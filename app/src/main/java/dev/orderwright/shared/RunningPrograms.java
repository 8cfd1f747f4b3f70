package dev.orderwright.shared;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The programs that share the database, as far as they have been heard of lately. */
@Component
public class RunningPrograms {

    private final ProgramNode here;
    private final ProgramNodeStore store;

    RunningPrograms(ProgramNode here, Db db) {
        this.here = here;
        this.store = new ProgramNodeStore(db);
    }

    /**
     * One of them.
     *
     * @param slot its part of the id space, by which people tell it from the others
     * @param owner the process
     * @param heardOfUntil for how long it counts as running without being heard of again
     */
    public record Running(int slot, String owner, Instant heardOfUntil, boolean isThisOne) {}

    /** By their slots. Programs go by the clock of the machine, whatever the business time is. */
    public List<Running> running() {
        int own = here.slot();
        return store.held(InstantSource.system().instant(), own);
    }
}
