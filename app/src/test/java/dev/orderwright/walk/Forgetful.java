package dev.orderwright.walk;

import dev.orderwright.billing.PaymentProvider;
import dev.orderwright.billing.ProviderAnswer;
import dev.orderwright.billing.ProviderRequest;
import dev.orderwright.billing.TransactionKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** The way to a provider for a program that forgets what it has asked for: each capture goes out under a new key. */
final class Forgetful {

    private final AtomicLong keys = new AtomicLong(1);

    Map<Long, ProviderAnswer> perform(PaymentProvider provider, List<ProviderRequest> requests) {
        Map<Long, Long> asked = new LinkedHashMap<>();
        List<ProviderRequest> sent = requests.stream()
                .map(request -> {
                    long key = request.kind() == TransactionKind.CAPTURE ? keys.getAndIncrement() : request.key();
                    asked.put(key, request.key());
                    return under(key, request);
                })
                .toList();
        Map<Long, ProviderAnswer> answers = new LinkedHashMap<>();
        provider.perform(sent).forEach((key, answer) -> answers.put(asked.getOrDefault(key, key), answer));
        return answers;
    }

    private static ProviderRequest under(long key, ProviderRequest request) {
        return new ProviderRequest(
                key,
                request.kind(),
                request.token(),
                request.authorisation(),
                request.authorisedMinor(),
                request.amountMinor(),
                request.currency());
    }
}
