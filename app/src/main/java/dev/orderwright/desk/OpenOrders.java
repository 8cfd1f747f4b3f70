package dev.orderwright.desk;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.workbench.Draft;
import dev.orderwright.workbench.Drafts;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Phone orders that somebody has begun and not placed, kept as drafts of their own. */
@Component
public class OpenOrders {

    private static final Logger log = LoggerFactory.getLogger(OpenOrders.class);
    private static final String KIND = "phone-order";
    private static final int TRIES = 3;

    private final Drafts drafts;

    OpenOrders(Drafts drafts) {
        this.drafts = drafts;
    }

    /**
     * One of them.
     *
     * @param version goes with the next save
     */
    public record Open(String key, PhoneOrder order, int version, Instant savedAt) {}

    public Optional<Open> find(Actor owner, String key) {
        return drafts.find(owner, KIND, key).flatMap(OpenOrders::open);
    }

    /** The newest first. */
    public List<Open> of(Actor owner) {
        return drafts.of(owner, KIND).stream()
                .flatMap(draft -> open(draft).stream())
                .toList();
    }

    /** Another release may have kept it in another way: that is no reason not to show the desk. */
    private static Optional<Open> open(Draft draft) {
        try {
            PhoneOrder order = DeskRules.inOwnWords(Json.read(draft.content(), PhoneOrder.class));
            return Optional.of(new Open(draft.key(), order, draft.version(), draft.savedAt()));
        } catch (RuntimeException e) {
            log.warn("the draft {} cannot be read", draft.key(), e);
            return Optional.empty();
        }
    }

    /**
     * Keeps it as the caller last saw it; answers its new version. Refusals: those of {@link Drafts#save}, and {@code
     * card-number}, because card data is kept nowhere.
     */
    public Outcome<Integer> save(Actor owner, String key, PhoneOrder order, int seen) {
        List<Refusal> cards = DeskRules.cardNumbers(order);
        return cards.isEmpty()
                ? drafts.save(owner, KIND, key, Json.write(order), seen).map(Draft::version)
                : Outcome.refused(cards);
    }

    /** Keeps it whatever was kept meanwhile, because this is what was sent; answers its new version. */
    int keep(Actor owner, String key, PhoneOrder order) {
        for (int i = 0; i < TRIES; i++) {
            int seen = drafts.find(owner, KIND, key).map(Draft::version).orElse(Drafts.NEW);
            if (save(owner, key, order, seen) instanceof Outcome.Done<Integer>(Integer version, boolean _)) {
                return version;
            }
        }
        return Drafts.NEW;
    }

    /** Throws one away, or forgets it because it was placed. */
    public void discard(Actor owner, String key) {
        drafts.discard(owner, KIND, key);
    }
}
