package dev.orderwright.billing.sandbox;

import dev.orderwright.billing.ProviderRequest;
import dev.orderwright.billing.TransactionKind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How the sandbox misbehaves, told by the payer's token: {@code tok_lost} loses the first answer to everything, {@code
 * tok_lost_capture} only those to captures.
 */
enum SandboxHabit {
    /** Says no; without a kind, to authorisations. */
    REFUSE,
    /** Does it, and the answer is lost on the way. */
    LOST,
    /** Does it, and says so only when it has been asked about it a few times. */
    DELAY,
    /** Gets the request twice. */
    TWICE,
    /** Does not do it yet: it is down for the first requests. */
    DOWN,
    /** Never gets the request, and the caller cannot know. */
    VANISH;

    private static final String PREFIX = "tok_";

    boolean isOf(ProviderRequest request) {
        List<String> words =
                Arrays.asList(request.token().toLowerCase(Locale.ROOT).split("_", -1));
        if (!request.token().startsWith(PREFIX) || !words.contains(name().toLowerCase(Locale.ROOT))) {
            return false;
        }
        boolean forSome = Arrays.stream(TransactionKind.values())
                .anyMatch(kind -> words.contains(kind.name().toLowerCase(Locale.ROOT)));
        if (!forSome) {
            return this != REFUSE || request.kind() == TransactionKind.AUTHORISE;
        }
        return words.contains(request.kind().name().toLowerCase(Locale.ROOT));
    }
}
