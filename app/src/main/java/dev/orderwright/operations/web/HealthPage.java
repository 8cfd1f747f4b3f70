package dev.orderwright.operations.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Tone;
import java.util.List;

/**
 * How everything is.
 *
 * @param summary one sentence about all of it
 * @param asOf when it was looked at
 */
public record HealthPage(Tone tone, String summary, String asOf, List<Part> parts) {

    /**
     * One part.
     *
     * @param url where more of it stands; empty for nowhere
     */
    public record Part(String title, Chip state, String says, List<KeyValue> details, String url) {}
}
