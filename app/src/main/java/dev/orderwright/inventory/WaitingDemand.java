package dev.orderwright.inventory;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whoever waits for stock that is not there tells here how much, so that supply and demand can be laid side by side. */
public interface WaitingDemand {

    /** By day, the undated last. */
    List<Waiting> waitingFor(long itemId);

    /**
     * Units that are wanted and not reserved.
     *
     * @param shipOn the day on which they are to be shipped, none while no supply is known
     */
    record Waiting(@Nullable LocalDate shipOn, long quantity) {}
}
