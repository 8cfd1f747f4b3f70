package dev.orderwright.insight;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.FlowStore.StuckOrder;
import dev.orderwright.orders.OrderStakes;
import dev.orderwright.orders.OrderStakes.AtStake;
import dev.orderwright.orders.Resourcing;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shared.ui.Show;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Orders of which something stands still for longer than is usual, though nothing else tells why: what is held, waits for
 * supply, or is late at a node or with a carrier has a cause of its own.
 */
@Component
class StuckOrders implements ExceptionCause {

    private static final String LOOK_AGAIN = "look-again";
    private static final int PLACE = 65;
    private static final List<String> STATES = List.of("OPEN", "RESERVED", "PACKED");

    private final FlowStore store;
    private final Resourcing resourcing;
    private final OrderStakes stakes;
    private final InstantSource clock;

    StuckOrders(FlowStore store, Resourcing resourcing, OrderStakes stakes, InstantSource clock) {
        this.store = store;
        this.resourcing = resourcing;
        this.stakes = stakes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "stuck";
    }

    @Override
    public String title() {
        return t("insight.exceptions.stuck");
    }

    @Override
    public String meaning() {
        return t("insight.exceptions.stuckMeans");
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Set<String> permissions() {
        return Set.of("orders:write");
    }

    @Override
    public List<Fix> fixes() {
        return List.of(Fix.of(
                LOOK_AGAIN, t("insight.exceptions.lookAgain"), t("insight.exceptions.lookAgainDoes"), "orders:write"));
    }

    private Map<String, Instant> latest() {
        Instant now = clock.instant();
        Map<String, Instant> latest = new LinkedHashMap<>();
        StuckRules.LIMITS.forEach((state, limit) -> {
            if (STATES.contains(state)) {
                latest.put(state, now.minus(limit));
            }
        });
        return latest;
    }

    @Override
    public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        Page<StuckOrder> page =
                Page.of(store.stuckAfter(latest(), after, limit), limit, one -> Cursor.of(one.orderId()));
        return new Page<>(open(page.items()), page.next());
    }

    @Override
    public List<OpenException> find(Collection<Long> ids) {
        return open(store.stillStuck(latest(), ids));
    }

    private List<OpenException> open(List<StuckOrder> found) {
        Map<Long, AtStake> orderOf =
                stakes.of(found.stream().map(StuckOrder::orderId).toList());
        List<OpenException> open = new ArrayList<>();
        for (StuckOrder one : found) {
            AtStake order = orderOf.get(one.orderId());
            if (order != null) {
                open.add(new OpenException(
                        one.orderId(),
                        order.number(),
                        order.url(),
                        t("insight.exceptions.stuckAbout", Show.words(SliceState.valueOf(one.state()))),
                        one.since(),
                        order.stake(),
                        one.state().equals("OPEN") ? List.of(LOOK_AGAIN) : List.of()));
            }
        }
        return open;
    }

    @Override
    public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
        return resourcing.lookAgain(
                mending.run(), open.stream().map(OpenException::id).toList());
    }
}
