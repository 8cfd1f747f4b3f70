package dev.orderwright.shared.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * A module that knows how a part of the system is doing. Every bean of this type is asked when somebody looks, and for
 * the start page, so looking must be cheap.
 */
public interface HealthSource {

    List<Sign> signs();

    /**
     * How one part is.
     *
     * @param part what it is called
     * @param state in a word or two; a tone of {@code WARN} or {@code BAD} means that somebody should look
     * @param says a sentence about it, what to do where something is to be done
     * @param details the figures behind it
     * @param url where more of it stands; empty for nowhere
     * @param order small numbers stand first
     */
    record Sign(String part, Chip state, String says, List<KeyValue> details, String url, int order) {

        public Sign {
            details = List.copyOf(details);
        }

        /** Whether somebody should look. */
        public boolean isWrong() {
            return switch (state.tone()) {
                case WARN, BAD -> true;
                case NEUTRAL, INFO, GOOD -> false;
            };
        }
    }
}
