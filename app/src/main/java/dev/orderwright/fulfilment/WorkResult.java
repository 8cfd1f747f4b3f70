package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one fulfilment order in a command.
 *
 * @param number empty when there is no such fulfilment order
 * @param state afterwards; null when there is no such fulfilment order
 * @param refusals why nothing was done for it; empty when it was done
 */
public record WorkResult(
        long fulfilmentId, String number, @Nullable FulfilmentState state, List<Refusal> refusals) {

    public WorkResult {
        refusals = List.copyOf(refusals);
    }

    static WorkResult done(FulfilmentOrder work) {
        return new WorkResult(work.id(), work.number(), work.state(), List.of());
    }

    static WorkResult refused(FulfilmentOrder work, List<Refusal> refusals) {
        return new WorkResult(work.id(), work.number(), work.state(), refusals);
    }

    static WorkResult unknown(long fulfilmentId) {
        return new WorkResult(
                fulfilmentId,
                "",
                null,
                List.of(Refusal.of(
                        "unknown-fulfilment", "fulfilmentId", t("fulfilment.refusal.thereIsNoSuchFulfilment"))));
    }

    /** Whether it was done. */
    public boolean wasDone() {
        return refusals.isEmpty();
    }
}
