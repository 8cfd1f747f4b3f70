package dev.orderwright.billing;

import dev.orderwright.billing.PaymentClaims.Batch;
import dev.orderwright.billing.TransactionStore.Claimed;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The calls to payment providers: outside any transaction, bounded in time; whatever goes wrong is no answer. */
@Component
class ProviderCalls {

    private static final Logger log = LoggerFactory.getLogger(ProviderCalls.class);
    private static final Duration CALL_MAX = Duration.ofSeconds(30);

    private final PaymentProviders providers;

    ProviderCalls(PaymentProviders providers) {
        this.providers = providers;
    }

    Map<Long, ProviderAnswer> ask(Batch batch) {
        return call(
                batch,
                (provider, part) -> provider.perform(part.stream()
                        .map(claimed -> new ProviderRequest(
                                claimed.row().id(),
                                claimed.row().kind(),
                                claimed.token(),
                                claimed.authorisation(),
                                claimed.authorised(),
                                claimed.row().amount(),
                                claimed.currency()))
                        .toList()));
    }

    Map<Long, ProviderAnswer> look(Batch batch) {
        return call(
                batch,
                (provider, part) -> provider.lookup(
                        part.stream().map(claimed -> claimed.row().id()).toList()));
    }

    @FunctionalInterface
    private interface Call {

        Map<Long, ProviderAnswer> to(PaymentProvider provider, List<Claimed> part);
    }

    private Map<Long, ProviderAnswer> call(Batch batch, Call call) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no provider is called inside a transaction");
        }
        Map<String, List<Claimed>> byProvider = batch.claimed().stream()
                .collect(Collectors.groupingBy(Claimed::provider, LinkedHashMap::new, Collectors.toList()));
        Map<Long, ProviderAnswer> answers = new LinkedHashMap<>();
        byProvider.forEach((name, part) -> answers.putAll(bounded(name, part, call)));
        return answers;
    }

    /** A provider that hangs must not hold up the others; what it does in the end is looked up. */
    private Map<Long, ProviderAnswer> bounded(String name, List<Claimed> part, Call call) {
        FutureTask<Map<Long, ProviderAnswer>> task = new FutureTask<>(() -> call.to(providers.get(name), part));
        Thread thread = Thread.ofVirtual().name("payment-provider-" + name).start(task);
        try {
            return task.get(CALL_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            thread.interrupt();
            return none(part, "no answer within " + CALL_MAX.toSeconds() + " seconds");
        } catch (ExecutionException e) {
            log.warn("payment provider {} failed", name, e.getCause());
            return none(part, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            return none(part, "interrupted");
        }
    }

    private static Map<Long, ProviderAnswer> none(List<Claimed> part, String reason) {
        return part.stream()
                .map(claimed -> claimed.row().id())
                .collect(Collectors.toMap(Function.identity(), id -> new ProviderAnswer.NoAnswer(reason)));
    }
}
