package dev.orderwright.backlog;

import dev.orderwright.World;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import java.time.Instant;

/** The backlog, as tests of other modules look at it. */
public final class Backlogs {

    private final World world;

    public Backlogs(World world) {
        this.world = world;
    }

    /** Works on the next run that waits. */
    public void work() {
        world.bean(BacklogWork.class).round();
    }

    /** A run that was planned. Others that wait are stopped: they would move what does not belong to the test. */
    public long look(Cause cause) {
        BacklogStore store = world.bean(BacklogStore.class);
        long id = world.bean(BacklogRuns.class).ask(cause).orThrow().runId();
        long fence = world.bean(Ids.class).next();
        Instant now = world.clock().instant();
        BacklogRun claimed = store.claim(fence, now.minusSeconds(90), now).orElseThrow();
        while (claimed.id() != id) {
            store.end(claimed.id(), fence, BacklogState.STOPPED, "", now);
            claimed = store.claim(fence, now.minusSeconds(90), now).orElseThrow();
        }
        BacklogLook.Seen seen =
                world.bean(BacklogLook.class).look(now, lines -> true).orElseThrow();
        store.planned(id, fence, seen.plan().figures(), seen.changes(), now);
        return id;
    }
}
