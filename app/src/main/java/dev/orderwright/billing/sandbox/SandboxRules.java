package dev.orderwright.billing.sandbox;

import dev.orderwright.billing.ProviderAnswer;
import dev.orderwright.billing.ProviderRequest;
import dev.orderwright.billing.TransactionKind;
import dev.orderwright.billing.sandbox.SandboxStore.Authorisation;
import dev.orderwright.billing.sandbox.SandboxStore.Carried;
import dev.orderwright.billing.sandbox.SandboxStore.Granted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the sandbox does with requests that it has not seen before, one after the other. Pure. */
final class SandboxRules {

    /** More than this is refused: 5 million. */
    static final long AMOUNT_MAX_MINOR = 500_000_000L;

    private static final int DOWN_CALLS = 2;
    private static final int DELAYED_LOOKS = 2;

    private final Map<String, Authorisation> authorisations;
    private final Map<String, Authorisation> changed = new TreeMap<>();
    private final List<Granted> granted = new ArrayList<>();

    SandboxRules(Map<String, Authorisation> authorisations) {
        this.authorisations = new TreeMap<>(authorisations);
    }

    /** The authorisations that money was taken from or given back to. */
    Collection<Authorisation> changed() {
        return changed.values();
    }

    List<Granted> granted() {
        return granted;
    }

    /** @param calls how often it has arrived before */
    Carried carryOut(ProviderRequest request, int calls) {
        String reference = request.kind() == TransactionKind.AUTHORISE
                ? reference(request.kind(), request.key())
                : Objects.requireNonNull(request.authorisation());
        if (SandboxHabit.DOWN.isOf(request) && calls < DOWN_CALLS) {
            return new Carried(request, reference, false, null, 0);
        }
        ProviderAnswer.Refused refused = refusal(request, authorisations.get(reference));
        if (refused == null) {
            book(request, reference);
        }
        return new Carried(request, reference, true, refused, SandboxHabit.DELAY.isOf(request) ? DELAYED_LOOKS : 0);
    }

    static String reference(TransactionKind kind, long key) {
        String prefix = switch (kind) {
            case AUTHORISE -> "auth_";
            case CAPTURE -> "cap_";
            case VOID -> "void_";
            case REFUND -> "ref_";
        };
        return prefix + Long.toString(key, Character.MAX_RADIX);
    }

    private void book(ProviderRequest request, String reference) {
        if (request.kind() == TransactionKind.AUTHORISE) {
            granted.add(new Granted(reference, request.token(), request.currency(), request.amountMinor()));
            return;
        }
        Authorisation after =
                Objects.requireNonNull(authorisations.get(reference)).after(request.kind(), request.amountMinor());
        authorisations.put(reference, after);
        changed.put(reference, after);
    }

    private static ProviderAnswer.@Nullable Refused refusal(
            ProviderRequest request, @Nullable Authorisation authorisation) {
        if (SandboxHabit.REFUSE.isOf(request)) {
            return new ProviderAnswer.Refused("declined", "the card issuer has said no");
        }
        if (request.kind() == TransactionKind.AUTHORISE) {
            return request.amountMinor() > AMOUNT_MAX_MINOR
                    ? new ProviderAnswer.Refused("amount-over-limit", "the amount is over the card's limit")
                    : null;
        }
        boolean enough = authorisation != null && authorisation.has(request.kind(), request.amountMinor());
        return enough ? null : new ProviderAnswer.Refused("too-much", "more than is there under this authorisation");
    }
}
