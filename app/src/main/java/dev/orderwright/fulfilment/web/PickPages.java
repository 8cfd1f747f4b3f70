package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.WorkRow;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page of the work lists. */
@Component
class PickPages {

    private static final int ROWS = 50;
    private static final int URGENT_FROM = 8;
    private static final List<WorkList> SHOWN =
            List.of(WorkList.TO_ACCEPT, WorkList.TO_PICK, WorkList.IN_PICKING, WorkList.CANCEL_ASKED);

    private final FulfilmentQueries queries;
    private final Show show;
    private final InstantSource clock;

    PickPages(FulfilmentQueries queries, Show show, InstantSource clock) {
        this.queries = queries;
        this.show = show;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param list as its address names it; null for the first that has something to do
     * @param sort {@code age} for the oldest first; else the most urgent
     */
    record Wanted(
            @Nullable String list,
            @Nullable String sort,
            @Nullable String cursor) {

        boolean oldestFirst() {
            return "age".equals(sort);
        }
    }

    /** @param wrong why what was scanned was not found; else empty */
    PickPage page(Wanted wanted, WorkPlaces at, Who who, String wrong) {
        Map<WorkList, Backlog> counts = queries.backlogs(at.chosenId());
        WorkList list = list(wanted.list(), counts);
        Page<WorkRow> page = wanted.oldestFirst()
                ? queries.oldestFirst(list, at.chosenId(), wanted.cursor(), ROWS)
                : queries.page(new WorkFilter(list, at.chosenId(), null), wanted.cursor(), ROWS);
        Instant now = clock.instant();
        return new PickPage(
                SHOWN.stream()
                        .map(one -> tab(one, counts.getOrDefault(one, Backlog.NONE), one == list, now))
                        .toList(),
                name(list),
                wanted.oldestFirst(),
                at.chosen() == null ? "" : at.chosen().code(),
                at.isChoice() ? at.options() : List.of(),
                page.items().stream().map(row -> row(row, at, now)).toList(),
                Pager.of(
                        t(
                                "fulfilment.pickPages.of",
                                page.items().size(),
                                Show.number(
                                        counts.getOrDefault(list, Backlog.NONE).count())),
                        page,
                        Link.to("/pick").with("list", name(list)).with("sort", wanted.oldestFirst() ? "age" : ""),
                        "cursor",
                        wanted.cursor()),
                empty(list),
                who.may("fulfilment:write"),
                list == WorkList.TO_ACCEPT && who.may("fulfilment:write"),
                who.may("documents:read"),
                wrong,
                now.atZone(show.zone()).toLocalDate().toString());
    }

    /** The one that is asked for, else the first that has something to do. */
    private static WorkList list(@Nullable String asked, Map<WorkList, Backlog> counts) {
        return listed(asked)
                .or(() -> SHOWN.stream()
                        .filter(list -> counts.getOrDefault(list, Backlog.NONE).count() > 0)
                        .findFirst())
                .orElse(WorkList.TO_PICK);
    }

    /** The list that its address names. */
    static Optional<WorkList> listed(@Nullable String asked) {
        return SHOWN.stream().filter(list -> name(list).equals(asked)).findFirst();
    }

    static String name(WorkList list) {
        return list.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static String url(WorkList list) {
        return "/pick?list=" + name(list);
    }

    /** The list with what waits longest at the top. */
    static String oldestFirst(WorkList list) {
        return url(list) + "&sort=age";
    }

    private static Tab tab(WorkList list, Backlog backlog, boolean active, Instant now) {
        Tone tone = list == WorkList.CANCEL_ASKED && backlog.count() > 0 ? Tone.BAD : Tone.NEUTRAL;
        return new Tab(title(list), url(list), Show.number(backlog.count()), active, tone)
                .waiting(backlog.oldest(), now);
    }

    static String title(WorkList list) {
        return switch (list) {
            case TO_ACCEPT -> t("fulfilment.pickPages.toAccept");
            case TO_PICK -> t("fulfilment.pickPages.toPick");
            case IN_PICKING -> t("fulfilment.pickPages.inPicking");
            case TO_PACK -> t("fulfilment.pickPages.toPack");
            case TO_SHIP -> t("fulfilment.pickPages.toShip");
            case CANCEL_ASKED -> t("fulfilment.pickPages.cancelAsked");
        };
    }

    private static PickPage.Empty empty(WorkList list) {
        return switch (list) {
            case TO_ACCEPT ->
                new PickPage.Empty(
                        t("fulfilment.pickPages.nothingToAccept"), t("fulfilment.pickPages.ordersComeHereWhenTheir"));
            case TO_PICK ->
                new PickPage.Empty(
                        t("fulfilment.pickPages.nothingToPick"), t("fulfilment.pickPages.whatIsAcceptedWaitsHere"));
            case IN_PICKING ->
                new PickPage.Empty(
                        t("fulfilment.pickPages.nobodyIsPicking"), t("fulfilment.pickPages.startWithTheFirstRow"));
            case TO_PACK, TO_SHIP, CANCEL_ASKED ->
                new PickPage.Empty(
                        t("fulfilment.pickPages.nobodyWantsToCancel"),
                        t("fulfilment.pickPages.whenACustomerChangesTheir"));
        };
    }

    private PickPage.Row row(WorkRow row, WorkPlaces at, Instant now) {
        FulfilmentOrder work = row.work();
        return new PickPage.Row(
                work.number(),
                "/pick/" + work.number(),
                work.orderNumber(),
                "/orders/" + work.orderNumber(),
                at.chosen() == null ? at.name(work.nodeId()) : "",
                Show.day(work.shipOn()),
                chips(work, now.atZone(show.zone()).toLocalDate()),
                Show.number(row.stops()),
                Show.number(row.openUnits()),
                row.units() - row.openUnits(),
                row.units(),
                work.assignee() == null ? "" : work.assignee(),
                Show.age(work.createdAt(), now));
    }

    static List<Chip> chips(FulfilmentOrder work, LocalDate today) {
        List<Chip> chips = new ArrayList<>();
        if (work.state() == FulfilmentState.CANCEL_REQUESTED) {
            chips.add(Works.chip(work.state()));
        }
        if (!work.state().isEnded() && work.shipOn() != null && work.shipOn().isBefore(today)) {
            chips.add(Chip.of(t("fulfilment.pickPages.overdue"), Tone.BAD));
        }
        if (work.method().equals("EXPRESS")) {
            chips.add(Chip.of(t("fulfilment.pickPages.express"), Tone.WARN));
        }
        if (work.priority() >= URGENT_FROM) {
            chips.add(new Chip(
                    t("fulfilment.pickPages.urgent"), Tone.WARN, t("fulfilment.pickPages.priority", work.priority())));
        }
        return chips;
    }
}
