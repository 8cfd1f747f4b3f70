package dev.orderwright.shipping;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderStakes;
import dev.orderwright.orders.OrderStakes.AtStake;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.ExceptionSource;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.OpenException.Stake;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shipping.ShipDesk.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What goes wrong with packages: no label, trouble on the way, late. */
@Component
class ParcelExceptions implements ExceptionSource {

    static final String ASK_AGAIN = "ask-again";
    static final String LOST = "lost";
    static final String DAMAGED = "damaged";

    private static final int PLACE = 70;
    private static final Duration CARRIERS_TAKE = Duration.ofMinutes(10);

    private final ParcelExceptionStore store;
    private final OrderStakes stakes;
    private final LabelsAgain again;
    private final Shipping shipping;
    private final InstantSource clock;
    private final ZoneId zone;

    ParcelExceptions(
            ParcelExceptionStore store,
            OrderStakes stakes,
            LabelsAgain again,
            Shipping shipping,
            InstantSource clock,
            Company company) {
        this.store = store;
        this.stakes = stakes;
        this.again = again;
        this.shipping = shipping;
        this.clock = clock;
        zone = company.zone();
    }

    @Override
    public List<ExceptionCause> causes() {
        return List.of(
                new ParcelCause(
                        this,
                        "label-failed",
                        PLACE,
                        () -> t("shipping.exceptions.labelFailed"),
                        () -> t("shipping.exceptions.labelFailedMeans"),
                        List.of(ASK_AGAIN),
                        new Labels(LabelState.FAILED)),
                new ParcelCause(
                        this,
                        "label-unanswered",
                        PLACE + 1,
                        () -> t("shipping.exceptions.labelUnanswered"),
                        () -> t("shipping.exceptions.labelUnansweredMeans"),
                        List.of(ASK_AGAIN),
                        new Labels(LabelState.REQUESTED)),
                new ParcelCause(
                        this,
                        "carrier-trouble",
                        PLACE + 2,
                        () -> t("shipping.exceptions.trouble"),
                        () -> t("shipping.exceptions.troubleMeans"),
                        List.of(LOST, DAMAGED),
                        new Trouble()),
                new ParcelCause(
                        this,
                        "parcel-late",
                        PLACE + 3,
                        () -> t("shipping.exceptions.late"),
                        () -> t("shipping.exceptions.lateMeans"),
                        List.of(LOST),
                        new Late()));
    }

    List<Long> ofOrder(Reach reach, long orderId) {
        return store.ofOrder(reach, orderId);
    }

    static Fix fix(String name) {
        return switch (name) {
            case ASK_AGAIN ->
                Fix.of(
                        ASK_AGAIN,
                        t("shipping.exceptions.askAgain"),
                        t("shipping.exceptions.askAgainDoes"),
                        "shipping:write");
            case LOST ->
                Fix.asking(LOST, t("shipping.exceptions.lost"), t("shipping.exceptions.lostDoes"), "shipping:write");
            case DAMAGED ->
                Fix.asking(
                        DAMAGED,
                        t("shipping.exceptions.damaged"),
                        t("shipping.exceptions.damagedDoes"),
                        "shipping:write");
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** Where the packages of a cause are read, and how it tells of one. */
    interface Reading {
        List<Row> list(Reach reach, long after, int limit);

        List<Row> find(Collection<Long> ids);

        String about(Row row);

        Instant since(Row row);
    }

    private final class Labels implements Reading {

        private final LabelState state;

        private Labels(LabelState state) {
            this.state = state;
        }

        private Instant before() {
            Instant now = clock.instant();
            return state == LabelState.REQUESTED ? now.minus(CARRIERS_TAKE) : now;
        }

        @Override
        public List<Row> list(Reach reach, long after, int limit) {
            return store.labels(state, before(), reach, after, limit);
        }

        @Override
        public List<Row> find(Collection<Long> ids) {
            return store.stillLabels(state, before(), ids);
        }

        @Override
        public String about(Row row) {
            return state == LabelState.FAILED
                    ? t("shipping.exceptions.labelFailedAbout", row.parcel().orderNumber(), row.problem())
                    : t("shipping.exceptions.labelUnansweredAbout", row.parcel().orderNumber());
        }

        @Override
        public Instant since(Row row) {
            return Objects.requireNonNullElse(row.labelAskedAt(), row.parcel().updatedAt());
        }
    }

    private final class Trouble implements Reading {

        @Override
        public List<Row> list(Reach reach, long after, int limit) {
            return store.trouble(reach, after, limit);
        }

        @Override
        public List<Row> find(Collection<Long> ids) {
            return store.stillTrouble(ids);
        }

        @Override
        public String about(Row row) {
            return t(
                    "shipping.exceptions.troubleAbout",
                    Show.words(row.parcel().state()),
                    row.parcel().tag().carrier(),
                    row.parcel().orderNumber());
        }

        @Override
        public Instant since(Row row) {
            return row.parcel().updatedAt();
        }
    }

    private final class Late implements Reading {

        private LocalDate today() {
            return clock.instant().atZone(zone).toLocalDate();
        }

        @Override
        public List<Row> list(Reach reach, long after, int limit) {
            return store.late(today(), reach, after, limit);
        }

        @Override
        public List<Row> find(Collection<Long> ids) {
            return store.stillLate(today(), ids);
        }

        @Override
        public String about(Row row) {
            return t(
                    "shipping.exceptions.lateAbout",
                    row.parcel().tag().carrier(),
                    Show.words(row.parcel().state()),
                    row.parcel().orderNumber());
        }

        @Override
        public Instant since(Row row) {
            LocalDate promised = row.parcel().journey().deliverOn();
            return promised == null
                    ? row.parcel().updatedAt()
                    : promised.plusDays(1).atStartOfDay(zone).toInstant();
        }
    }

    /** The order is what it is worth; the day is the one of the package. */
    List<OpenException> open(List<Row> rows, Reading reading, List<String> fixes) {
        Map<Long, AtStake> orderOf =
                stakes.of(rows.stream().map(row -> row.parcel().orderId()).toList());
        Map<Long, Stake> known = new HashMap<>();
        orderOf.forEach((id, order) -> known.put(id, order.stake()));
        return rows.stream()
                .map(row -> {
                    Parcel parcel = row.parcel();
                    Stake stake = known.getOrDefault(parcel.orderId(), Stake.NONE);
                    LocalDate promised = parcel.journey().deliverOn();
                    return new OpenException(
                            parcel.id(),
                            parcel.number(),
                            "/packages/" + parcel.number(),
                            reading.about(row),
                            reading.since(row),
                            new Stake(
                                    parcel.orderId(), stake.value(), promised == null ? stake.promisedOn() : promised),
                            fixes);
                })
                .toList();
    }

    List<Outcome<String>> mend(Mending mending, List<OpenException> open) {
        if (mending.fix().equals(ASK_AGAIN)) {
            return again.ask(mending.run(), open.stream().map(OpenException::id).toList());
        }
        boolean damaged = mending.fix().equals(DAMAGED);
        return open.stream()
                .map(each -> shipping.writeOff(
                                mending.about(each.id()), new WriteOff(each.id(), damaged, mending.reason()))
                        .map(result -> ""))
                .toList();
    }
}
