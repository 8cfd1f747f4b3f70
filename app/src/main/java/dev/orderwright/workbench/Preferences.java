package dev.orderwright.workbench;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What each person likes: chosen columns, theme, language, rows on a page. A key is a module's own ({@code
 * orders.columns}); what stands under it is short and the module's to understand, also when it is out of date.
 */
@Component
public class Preferences {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9.-]{0,63}");
    private static final int VALUE_LENGTH_MAX = 4_000;

    private final PreferenceStore store;

    Preferences(PreferenceStore store) {
        this.store = store;
    }

    public Optional<String> find(Actor owner, String key) {
        return store.find(owner, key);
    }

    /** All of a person's, by key. */
    public Map<String, String> all(Actor owner) {
        return store.all(owner);
    }

    /** Sets one; the last one counts. Refusals: {@code bad-key}, {@code too-long}. */
    public Outcome<String> set(Actor owner, String key, String value) {
        if (!KEY.matcher(key).matches()) {
            return Outcome.refused(Refusal.of("bad-key", "key", t("workbench.refusal.aPreferenceIsCalledLike")));
        }
        if (value.length() > VALUE_LENGTH_MAX) {
            return Outcome.refused(Refusal.of("too-long", "value", t("workbench.refusal.aPreferenceHasAtMost")));
        }
        store.set(owner, key, value);
        return Outcome.done(value);
    }

    /** Goes back to what everybody has. */
    public void forget(Actor owner, String key) {
        store.forget(owner, key);
    }
}
