package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderExceptionStore.Waiting;
import dev.orderwright.orders.OrderExceptionStore.WaitingUnits;
import dev.orderwright.orders.OrderStakes.AtStake;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders of which something waits for stock, and nothing is announced that would fill it. */
@Component
class NoSource implements ExceptionCause {

    private static final String LOOK_AGAIN = "look-again";
    private static final String ANY_NODE = "any-node";
    private static final String CANCEL_WAITING = "cancel-waiting";
    private static final int SKUS_SAID_MAX = 3;
    private static final int PLACE = 40;

    private final OrderExceptionStore store;
    private final Resourcing resourcing;
    private final Orders orders;
    private final OrderStakes stakes;

    NoSource(OrderExceptionStore store, Resourcing resourcing, Orders orders, OrderStakes stakes) {
        this.store = store;
        this.resourcing = resourcing;
        this.orders = orders;
        this.stakes = stakes;
    }

    @Override
    public String name() {
        return "no-source";
    }

    @Override
    public String title() {
        return t("orders.exceptions.noSource");
    }

    @Override
    public String meaning() {
        return t("orders.exceptions.noSourceMeans");
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Set<String> permissions() {
        return Set.of("orders:write", "orders:cancel");
    }

    @Override
    public List<Fix> fixes() {
        return List.of(
                Fix.of(
                        LOOK_AGAIN,
                        t("orders.exceptions.lookAgain"),
                        t("orders.exceptions.lookAgainDoes"),
                        "orders:write"),
                Fix.of(ANY_NODE, t("orders.exceptions.anyNode"), t("orders.exceptions.anyNodeDoes"), "orders:write"),
                Fix.asking(
                        CANCEL_WAITING,
                        t("orders.exceptions.cancelWaiting"),
                        t("orders.exceptions.cancelWaitingDoes"),
                        "orders:cancel"));
    }

    @Override
    public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        Page<Waiting> page = Page.of(store.noSource(after, limit), limit, waiting -> Cursor.of(waiting.orderId()));
        return new Page<>(open(page.items()), page.next());
    }

    @Override
    public List<OpenException> find(Collection<Long> ids) {
        return open(store.stillNoSource(ids));
    }

    /** The first ones: a hundred tell nobody more. */
    private static String some(String skus) {
        List<String> each = List.of(skus.split(", ", -1));
        return each.size() <= SKUS_SAID_MAX ? skus : String.join(", ", each.subList(0, SKUS_SAID_MAX)) + " …";
    }

    private List<OpenException> open(List<Waiting> waiting) {
        Map<Long, AtStake> at = stakes.of(waiting.stream().map(Waiting::orderId).toList());
        List<OpenException> open = new ArrayList<>();
        for (Waiting one : waiting) {
            AtStake order = at.get(one.orderId());
            if (order != null) {
                open.add(new OpenException(
                        one.orderId(),
                        order.number(),
                        order.url(),
                        t("orders.exceptions.noSourceAbout", one.lines(), some(one.skus())),
                        one.since(),
                        order.stake(),
                        one.tied()
                                ? List.of(LOOK_AGAIN, ANY_NODE, CANCEL_WAITING)
                                : List.of(LOOK_AGAIN, CANCEL_WAITING)));
            }
        }
        return open;
    }

    @Override
    public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
        List<Long> ids = open.stream().map(OpenException::id).toList();
        return switch (mending.fix()) {
            case LOOK_AGAIN -> resourcing.lookAgain(mending.run(), ids);
            case ANY_NODE -> resourcing.fromAnyNode(mending.run(), ids);
            default -> cancel(mending, open);
        };
    }

    /** Exactly the units that wait: the least far are cancelled first. */
    private List<Outcome<String>> cancel(Mending mending, List<OpenException> open) {
        Map<Long, List<CancelOrder.Line>> lines =
                store.waitingUnits(open.stream().map(OpenException::id).toList()).stream()
                        .collect(Collectors.groupingBy(
                                WaitingUnits::orderId,
                                Collectors.mapping(
                                        units -> new CancelOrder.Line(units.lineNo(), units.units()),
                                        Collectors.toList())));
        List<CancelOrder> wishes = lines.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(order -> new CancelOrder(order.getKey(), null, order.getValue(), mending.reason()))
                .toList();
        List<Outcome<Cancelled>> cancelled = orders.cancel(mending.run(), wishes);
        Map<Long, Outcome<String>> byOrder = new HashMap<>();
        for (int i = 0; i < wishes.size(); i++) {
            byOrder.put(wishes.get(i).orderId(), cancelled.get(i).map(done -> ""));
        }
        return OrderExceptions.outcomes(open, byOrder);
    }
}
