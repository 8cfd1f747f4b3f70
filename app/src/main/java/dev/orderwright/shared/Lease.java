package dev.orderwright.shared;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * How long a program node keeps what it has claimed without being heard of: its place among the nodes, payments it was
 * about to ask for. Longer than a call to a provider may take, and than a node may reasonably stand still.
 */
@Component
public class Lease {

    private final Duration length;

    Lease(@Value("${orderwright.lease:90s}") Duration length) {
        if (length.toMillis() < 1_000) {
            throw new IllegalArgumentException("orderwright.lease must be at least a second, not " + length);
        }
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
