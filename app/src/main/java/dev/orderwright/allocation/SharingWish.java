package dev.orderwright.allocation;

import dev.orderwright.promising.SharingPolicy;
import dev.orderwright.promising.SharingRule;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How an item is to be shared out.
 *
 * @param tiers whether more urgent orders are served before others; otherwise all are served together
 * @param policies of single orders, by their ids; all others as {@link SharingRules#usual}
 * @param seen what was on the screen ({@link SharingPlan#mark}), so that nothing else is done than was looked at; null when
 *     nobody has looked
 */
public record SharingWish(
        long itemId,
        SharingRule rule,
        boolean tiers,
        Map<Long, SharingPolicy> policies,
        @Nullable String seen,
        String reason) {

    public SharingWish {
        policies = Map.copyOf(policies);
    }
}
