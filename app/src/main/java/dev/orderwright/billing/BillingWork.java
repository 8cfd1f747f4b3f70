package dev.orderwright.billing;

import dev.orderwright.shared.BackgroundWork;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;

/** The round in which payment providers are asked. */
@Component
class BillingWork implements BackgroundWork {

    private static final int ROUND_MAX = 2_000;

    private final Payments payments;
    private final InstantSource clock;

    BillingWork(Payments payments, InstantSource clock) {
        this.payments = payments;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "settle-payments";
    }

    @Override
    public Duration rest() {
        return Duration.ofMillis(500);
    }

    @Override
    public boolean movesOrders() {
        return true;
    }

    @Override
    public int round() {
        return payments.work(clock.instant(), ROUND_MAX);
    }
}
