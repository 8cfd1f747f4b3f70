package dev.orderwright.shipping;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The rounds of the shipping module: carriers that have not answered about a label are asked again, and those that have
 * parcels are asked what they have seen.
 */
@Configuration(proxyBeanMethods = false)
class ShippingWork {

    private static final int PARCELS_MAX = 500;

    @Bean
    BackgroundWork askForLabels(Shipping shipping, InstantSource clock, Ids ids) {
        return BackgroundWork.onOrders(
                "ask-for-labels", Duration.ofSeconds(5), () -> shipping.work(cause("ask-for-labels", clock, ids)));
    }

    @Bean
    BackgroundWork trackParcels(Shipping shipping, InstantSource clock, Ids ids) {
        return BackgroundWork.onOrders(
                "track-parcels",
                Duration.ofSeconds(30),
                () -> shipping.poll(cause("track-parcels", clock, ids), PARCELS_MAX));
    }

    private static Cause cause(String name, InstantSource clock, Ids ids) {
        return Cause.of(Actor.system(name), Long.toString(ids.next()), clock.instant());
    }
}
