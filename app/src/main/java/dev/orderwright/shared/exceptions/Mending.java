package dev.orderwright.shared.exceptions;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Run;

/**
 * A fix on its way: the command it is part of, which of the fixes it is, and why.
 *
 * @param reason empty where none is asked for
 */
public record Mending(Run run, String fix, String reason) {

    /** A cause for the call of a facade about one of the exceptions. It is a part of the command and repeated with it. */
    public Cause about(long id) {
        return new Cause(run.actor(), "exceptions", run.commandId() + "/" + id, run.at());
    }

    /** The same for a call about all of them. */
    public Cause aboutAll() {
        return about(0);
    }
}
