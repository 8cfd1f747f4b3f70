package dev.orderwright.delivery;

import dev.orderwright.shared.BackgroundWork;
import java.time.Duration;
import org.springframework.stereotype.Component;

/** Learns anew every hour how long orders take; each program for itself, since nothing of it is stored. */
@Component
class LearnLeadTimes implements BackgroundWork {

    private final Confidence confidence;

    LearnLeadTimes(Confidence confidence) {
        this.confidence = confidence;
    }

    @Override
    public String name() {
        return "learn-lead-times";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean givesWay() {
        return true;
    }

    /** Learning once is all there is to do, so nothing is left to do at once. */
    @Override
    public int round() {
        confidence.refresh();
        return 0;
    }
}
