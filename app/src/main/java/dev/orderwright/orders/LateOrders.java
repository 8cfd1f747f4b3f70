package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderStakes.AtStake;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shared.ui.Show;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Orders that should have arrived and have not left our hands, though nothing holds them and nothing of them waits. */
@Component
class LateOrders implements ExceptionCause {

    private static final int PLACE = 60;

    private final OrderExceptionStore store;
    private final OrderReadStore reads;
    private final Orders orders;
    private final InstantSource clock;
    private final ZoneId zone;

    LateOrders(OrderExceptionStore store, OrderReadStore reads, Orders orders, InstantSource clock, Company company) {
        this.store = store;
        this.reads = reads;
        this.orders = orders;
        this.clock = clock;
        zone = company.zone();
    }

    @Override
    public String name() {
        return OrderCauses.LATE;
    }

    @Override
    public String title() {
        return t("orders.exceptions.late");
    }

    @Override
    public String meaning() {
        return t("orders.exceptions.lateMeans");
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
        return List.of(OrderExceptions.cancelFix());
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    @Override
    public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        Page<Long> page = Page.of(store.late(today(), after, limit), limit, id -> Cursor.of(id));
        return new Page<>(open(page.items()), page.next());
    }

    @Override
    public List<OpenException> find(Collection<Long> ids) {
        return open(store.stillLate(today(), ids));
    }

    private List<OpenException> open(List<Long> ids) {
        return reads.heads(ids).stream()
                .filter(head -> head.expectedOn() != null)
                .map(this::open)
                .toList();
    }

    private OpenException open(OrderHead head) {
        AtStake order = OrderStakes.of(head);
        LocalDate expected = Objects.requireNonNull(head.expectedOn());
        return new OpenException(
                head.id(),
                order.number(),
                order.url(),
                t("orders.exceptions.lateAbout", Show.day(expected)),
                expected.plusDays(1).atStartOfDay(zone).toInstant(),
                order.stake(),
                List.of(OrderExceptions.CANCEL));
    }

    @Override
    public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
        return OrderExceptions.cancel(orders, mending.run(), mending.reason(), open);
    }
}
