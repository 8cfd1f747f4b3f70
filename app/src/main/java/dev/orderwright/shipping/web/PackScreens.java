package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.fulfilment.WorkRow;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.ScanCommand;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShippingQueries;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where packing begins: a number is scanned, or a row is chosen. */
@Controller
class PackScreens {

    private static final int ROWS = 50;
    private static final List<ScanCommand> HERE = List.of(ScanCommand.NEXT, ScanCommand.CONFIRM);

    private final FulfilmentQueries works;
    private final ShippingQueries parcels;
    private final OrderQueries orders;
    private final Packages packages;
    private final Show show;
    private final InstantSource clock;

    PackScreens(
            FulfilmentQueries works,
            ShippingQueries parcels,
            OrderQueries orders,
            Packages packages,
            Show show,
            InstantSource clock) {
        this.works = works;
        this.parcels = parcels;
        this.orders = orders;
        this.packages = packages;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/pack")
    @Requires("shipping:read")
    WebPage list(
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false) @Nullable String cursor,
            WorkPlaces at,
            Who who) {
        return page(new Wanted("age".equals(sort), cursor), at, who, "");
    }

    /** A number was scanned: of a pick list, of a package, or of an order with one piece of work to pack. */
    @PostMapping("/pack/find")
    @Requires("shipping:read")
    Screen find(@RequestParam String code, WorkPlaces at, Who who) {
        if (ScanCommand.isOne(code)) {
            ScanAnswer said = command(code, at);
            return said.leads()
                    ? Redirect.to(said)
                    : page(Wanted.FIRST, at, who, said.text()).status(HttpStatus.UNPROCESSABLE_CONTENT.value());
        }
        Optional<String> number = packages.work(code)
                .map(FulfilmentOrder::number)
                .or(() -> packages.find(code)
                        .flatMap(parcel -> works.byId(parcel.fulfilmentId()))
                        .map(FulfilmentOrder::number))
                .or(() -> ofOrder(code));
        if (number.isPresent()) {
            return Redirect.to("/pack/" + number.get());
        }
        return page(Wanted.FIRST, at, who, t("shipping.packScreens.isNotAPickList", code.strip()))
                .status(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    private ScanAnswer command(String code, WorkPlaces at) {
        ScanCommand command =
                ScanCommand.of(code).map(ScanCommand.Given::command).orElse(null);
        if (command == null) {
            return ScanCommand.unknown(code, HERE);
        }
        if (HERE.contains(command)) {
            return works.list(new WorkFilter(WorkList.TO_PACK, at.chosenId(), null), 1).stream()
                    .map(row -> row.work().number())
                    .findFirst()
                    .map(number -> ScanAnswer.goTo("/pack/" + number, t("shipping.scan.nextIs", number)))
                    .orElseGet(() -> ScanAnswer.bad(t("shipping.scan.nothingWaits")));
        }
        return ScanCommand.PLACES.contains(command)
                ? ScanAnswer.goTo(command == ScanCommand.BACK ? "/" : command.place(), "")
                : ScanCommand.unknown(command.title(), HERE);
    }

    private Optional<String> ofOrder(String code) {
        return orders
                .byNumber(code.strip().toUpperCase(Locale.ROOT))
                .map(order -> works.ofOrders(List.of(order.head().id()))
                        .getOrDefault(order.head().id(), List.of()))
                .stream()
                .flatMap(List::stream)
                .filter(FulfilmentOrder::isBegun)
                .map(FulfilmentOrder::number)
                .findFirst();
    }

    /** @param oldestFirst rather than the most urgent */
    private record Wanted(boolean oldestFirst, @Nullable String cursor) {

        static final Wanted FIRST = new Wanted(false, null);
    }

    private WebPage page(Wanted wanted, WorkPlaces at, Who who, String wrong) {
        Instant now = clock.instant();
        Page<WorkRow> page = wanted.oldestFirst()
                ? works.oldestFirst(WorkList.TO_PACK, at.chosenId(), wanted.cursor(), ROWS)
                : works.page(new WorkFilter(WorkList.TO_PACK, at.chosenId(), null), wanted.cursor(), ROWS);
        long all = works.counts(at.chosenId()).getOrDefault(WorkList.TO_PACK, 0L);
        PackListPage view = new PackListPage(
                at.chosen() == null ? "" : at.chosen().code(),
                at.isChoice() ? at.options() : List.of(),
                page.items().stream().map(row -> row(row, at, now)).toList(),
                tables(at, now),
                Pager.of(
                        t("shipping.packScreens.of", page.items().size(), Show.number(all)),
                        page,
                        Link.to("/pack").with("sort", wanted.oldestFirst() ? "age" : ""),
                        "cursor",
                        wanted.cursor()),
                ParcelCards.mayPrint(who),
                wrong);
        return WebPage.of("shipping/pack-list.jte", view, t("shipping.packScreens.pack"))
                .in("pack")
                .with("console/table.js");
    }

    private PackListPage.Row row(WorkRow row, WorkPlaces at, Instant now) {
        FulfilmentOrder work = row.work();
        return new PackListPage.Row(
                work.number(),
                "/pack/" + work.number(),
                work.orderNumber(),
                "/orders/" + work.orderNumber(),
                at.chosen() == null ? at.name(work.nodeId()) : "",
                Show.day(work.shipOn()),
                PackPages.warnings(work, now.atZone(show.zone()).toLocalDate()),
                Show.number(row.units()),
                work.assignee() == null ? "" : work.assignee(),
                Show.age(work.updatedAt(), now));
    }

    private List<PackListPage.Table> tables(WorkPlaces at, Instant now) {
        List<Parcel> open = parcels.atNode(at.chosenId(), Set.of(PackageState.OPEN), ROWS);
        Map<Long, FulfilmentOrder> byId =
                works.byId(open.stream().map(Parcel::fulfilmentId).collect(Collectors.toSet()));
        return open.stream()
                .flatMap(parcel ->
                        Optional.ofNullable(byId.get(parcel.fulfilmentId()))
                                .map(work -> table(parcel, work, at, now))
                                .stream())
                .toList();
    }

    private static PackListPage.Table table(Parcel parcel, FulfilmentOrder work, WorkPlaces at, Instant now) {
        return new PackListPage.Table(
                parcel.number(),
                work.number(),
                "/pack/" + work.number(),
                parcel.orderNumber(),
                at.chosen() == null ? at.name(parcel.nodeId()) : "",
                Show.age(parcel.createdAt(), now));
    }
}
