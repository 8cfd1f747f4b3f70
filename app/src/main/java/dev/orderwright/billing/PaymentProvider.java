package dev.orderwright.billing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A payment provider. It is never called inside a transaction. Each request carries a key: the provider carries out what
 * it is asked under one key at most once, and can tell later what became of it. A call that throws has an unknown outcome.
 */
public interface PaymentProvider {

    /** Stable; stands on every payment that goes through it. */
    String name();

    ProviderAnswer authorise(ProviderRequest request);

    ProviderAnswer capture(ProviderRequest request);

    /** Gives back an amount that was authorised and not captured. */
    ProviderAnswer voidAuthorisation(ProviderRequest request);

    ProviderAnswer refund(ProviderRequest request);

    /** What became of the request with this key; {@link ProviderAnswer.NeverSeen} when it never arrived. */
    ProviderAnswer lookup(long key);

    /** Carries out many requests, for providers that take them together; one answer per key. */
    default Map<Long, ProviderAnswer> perform(List<ProviderRequest> requests) {
        Map<Long, ProviderAnswer> answers = new LinkedHashMap<>();
        for (ProviderRequest request : requests) {
            answers.put(request.key(), ProviderAnswer.orNone(() -> switch (request.kind()) {
                case AUTHORISE -> authorise(request);
                case CAPTURE -> capture(request);
                case VOID -> voidAuthorisation(request);
                case REFUND -> refund(request);
            }));
        }
        return answers;
    }

    /** Looks up many keys. */
    default Map<Long, ProviderAnswer> lookup(Collection<Long> keys) {
        Map<Long, ProviderAnswer> answers = new LinkedHashMap<>();
        keys.forEach(key -> answers.put(key, ProviderAnswer.orNone(() -> lookup(key))));
        return answers;
    }
}
