package dev.orderwright.fulfilment;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The round of the fulfilment module: reserved units whose day to leave has come at their node go to the node by
 * themselves. Set {@code orderwright.release.automatic=false} where people or another program decide what is released.
 */
@Configuration(proxyBeanMethods = false)
class FulfilmentWork {

    static final String NAME = "release-due-work";

    private static final Duration REST = Duration.ofSeconds(5);
    private static final int ORDERS_MAX = 200;

    @Bean
    @ConditionalOnProperty(name = "orderwright.release.automatic", matchIfMissing = true)
    BackgroundWork releaseDueWork(Fulfilment fulfilment, Inventory inventory, InstantSource clock, Ids ids) {
        return BackgroundWork.onOrders(NAME, REST, () -> {
            Instant now = clock.instant();
            int released = 0;
            for (Node node : inventory.nodes()) {
                if (node.active()) {
                    LocalDate today = now.atZone(node.zone()).toLocalDate();
                    Cause cause = Cause.of(Actor.system(NAME), Long.toString(ids.next()), now);
                    released += fulfilment
                            .releaseRound(cause, new ReleaseFilter(node.id(), today, null), ORDERS_MAX)
                            .works()
                            .size();
                }
            }
            return released;
        });
    }
}
