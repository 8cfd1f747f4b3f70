package dev.orderwright.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * One command on its way through its transaction. Facades whose methods take a {@code Run} join the caller's
 * transaction and command: what they do has the caller's cause, and their facts are appended with the caller's.
 */
public final class Run {

    private final Cause cause;
    private final long commandId;
    private final boolean repeated;
    private final List<Fact> facts = new ArrayList<>();

    Run(Cause cause, long commandId, boolean repeated) {
        this.cause = cause;
        this.commandId = commandId;
        this.repeated = repeated;
    }

    public Cause cause() {
        return cause;
    }

    public Actor actor() {
        return cause.actor();
    }

    public Instant at() {
        return cause.at();
    }

    public long commandId() {
        return commandId;
    }

    /** Whether an earlier attempt met somebody on the same rows: what was tried without locks is now done with them. */
    public boolean isRepeated() {
        return repeated;
    }

    public void fact(Fact fact) {
        facts.add(fact);
    }

    public void orderFact(long orderId, String type, Map<String, Object> data) {
        facts.add(Fact.ofOrder(orderId, type, data));
    }

    List<Fact> facts() {
        return facts;
    }
}
