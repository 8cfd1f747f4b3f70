package dev.orderwright.billing;

import java.util.function.Supplier;

/** What a payment provider says about a request. */
public sealed interface ProviderAnswer {

    /** It is done; the reference is the provider's own name for it. */
    record Done(String reference) implements ProviderAnswer {}

    /** It is not done and never will be under this key. */
    record Refused(String code, String reason) implements ProviderAnswer {}

    /** It is certainly not done; the provider wants to be asked again later. */
    record Unavailable(String reason) implements ProviderAnswer {}

    /** It may be done or not: no answer came, or the provider is still at it. */
    record NoAnswer(String reason) implements ProviderAnswer {}

    /** The provider has never got a request with this key. */
    record NeverSeen() implements ProviderAnswer {}

    /** What throws has no answer. */
    static ProviderAnswer orNone(Supplier<ProviderAnswer> call) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            return new NoAnswer(e.toString());
        }
    }
}
