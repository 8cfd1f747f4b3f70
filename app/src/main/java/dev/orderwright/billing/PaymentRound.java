package dev.orderwright.billing;

import dev.orderwright.billing.PaymentClaims.Batch;
import dev.orderwright.billing.TransactionStore.Claimed;
import dev.orderwright.billing.TransactionStore.Result;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * One round of asking payment providers. Claim (a short transaction), call (outside any transaction), record (another
 * transaction): whatever breaks off between two of them leaves a claimed row, whose lease runs out and whose outcome is
 * then looked up.
 */
@Component
class PaymentRound {

    private final PaymentClaims claims;
    private final ProviderCalls calls;
    private final PaymentRecorder recorder;
    private final InstantSource clock;

    PaymentRound(PaymentClaims claims, ProviderCalls calls, PaymentRecorder recorder, InstantSource clock) {
        this.claims = claims;
        this.calls = calls;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Asks for what waits; returns how many outcomes were recorded. */
    int send(Instant at, int limit) {
        Batch batch = claims.pending(now(at), limit);
        return batch.isEmpty() ? 0 : record(batch, calls.ask(batch), at);
    }

    /** Looks up what is not known; returns how many outcomes were recorded. */
    int reconcile(Instant at, int limit) {
        Batch batch = claims.unknown(now(at), limit);
        return batch.isEmpty() ? 0 : record(batch, calls.look(batch), at);
    }

    int record(Batch batch, Map<Long, ProviderAnswer> answers, Instant at) {
        Instant now = now(at);
        List<Result> results = new ArrayList<>(batch.claimed().size());
        for (Claimed claimed : batch.claimed()) {
            ProviderAnswer answer = answers.getOrDefault(
                    claimed.row().id(), new ProviderAnswer.NoAnswer("the provider has left it out"));
            results.add(AnswerRules.decide(claimed.row(), answer, now));
        }
        return recorder.record(batch.fence(), results, at);
    }

    /** Leases and waits go by the machine's clock, unless the business is ahead of it. */
    private Instant now(Instant at) {
        Instant now = clock.instant();
        return now.isBefore(at) ? at : now;
    }
}
