package dev.orderwright.fulfilment;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.OrderStakes;
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
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Work that should have left its node by now and is not packed yet. */
@Component
class WorkNotDone implements ExceptionCause {

    private static final String ELSEWHERE = "elsewhere";
    private static final int PLACE = 45;

    /** What has no day of its own; nights and weekends are in it. */
    private static final Duration LONG = Duration.ofDays(3);

    private final WorkExceptionStore store;
    private final Fulfilment fulfilment;
    private final Inventory inventory;
    private final OrderStakes stakes;
    private final InstantSource clock;
    private final ZoneId zone;

    WorkNotDone(
            WorkExceptionStore store,
            Fulfilment fulfilment,
            Inventory inventory,
            OrderStakes stakes,
            InstantSource clock,
            Company company) {
        this.store = store;
        this.fulfilment = fulfilment;
        this.inventory = inventory;
        this.stakes = stakes;
        this.clock = clock;
        zone = company.zone();
    }

    @Override
    public String name() {
        return "node-timeout";
    }

    @Override
    public String title() {
        return t("fulfilment.exceptions.notDone");
    }

    @Override
    public String meaning() {
        return t("fulfilment.exceptions.notDoneMeans");
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Set<String> permissions() {
        return Set.of("fulfilment:write");
    }

    @Override
    public List<Fix> fixes() {
        return List.of(Fix.asking(
                ELSEWHERE,
                t("fulfilment.exceptions.elsewhere"),
                t("fulfilment.exceptions.elsewhereDoes"),
                "fulfilment:write"));
    }

    private LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private Instant before() {
        return clock.instant().minus(LONG);
    }

    @Override
    public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
        Page<FulfilmentOrder> page =
                Page.of(store.notDone(today(), before(), reach, after, limit), limit, work -> Cursor.of(work.id()));
        return new Page<>(WorkExceptions.open(page.items(), stakes, new AtNodes()), page.next());
    }

    @Override
    public List<Long> ofOrder(Reach reach, long orderId) {
        return store.ofOrder(reach, orderId);
    }

    @Override
    public List<OpenException> find(Collection<Long> ids) {
        return WorkExceptions.open(store.stillNotDone(today(), before(), ids), stakes, new AtNodes());
    }

    private final class AtNodes implements WorkExceptions.Told {

        private final List<Node> nodes = inventory.nodes();

        @Override
        public String about(FulfilmentOrder work) {
            String node = nodes.stream()
                    .filter(one -> one.id() == work.nodeId())
                    .map(Node::name)
                    .findFirst()
                    .orElse("");
            return t(
                    "fulfilment.exceptions.notDoneAbout",
                    node,
                    Show.words(work.progress()),
                    Show.day(work.shipOn()),
                    work.orderNumber());
        }

        @Override
        public Instant since(FulfilmentOrder work) {
            return work.shipOn() == null
                    ? work.createdAt()
                    : work.shipOn().plusDays(1).atStartOfDay(zone).toInstant();
        }

        /** What was picked is on its way to the table: no other node is faster. */
        @Override
        public List<String> fixes(FulfilmentOrder work) {
            boolean begun = work.isBegun() || work.state() == FulfilmentState.CANCEL_REFUSED;
            return begun ? List.of() : List.of(ELSEWHERE);
        }
    }

    @Override
    public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
        return WorkExceptions.outcomes(
                open,
                ids -> fulfilment.reject(
                        mending.aboutAll(),
                        ids.stream()
                                .map(id ->
                                        new Rejection(id, List.of(), Rejection.Reason.OTHER, mending.reason(), false))
                                .toList()));
    }
}
