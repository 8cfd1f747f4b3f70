package dev.orderwright.orders;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The rounds of the orders module: backorders are filled as stock comes free, holds end when their time runs out. */
@Configuration(proxyBeanMethods = false)
class OrderWork {

    @Bean
    BackgroundWork fillBackorders(Backorders backorders, InstantSource clock, Ids ids) {
        return BackgroundWork.onOrders("fill-backorders", Duration.ofSeconds(2), () -> {
            backorders.sweep(cause("fill-backorders", clock, ids));
            return 0;
        });
    }

    @Bean
    BackgroundWork expireHolds(Holds holds, InstantSource clock, Ids ids) {
        return BackgroundWork.onOrders(
                "expire-holds", Duration.ofSeconds(15), () -> holds.expire(cause("expire-holds", clock, ids)));
    }

    /** A round is a command of its own: nobody repeats it, so its key is new each time. */
    private static Cause cause(String name, InstantSource clock, Ids ids) {
        return Cause.of(Actor.system(name), Long.toString(ids.next()), clock.instant());
    }
}
