package dev.orderwright.allocation.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.allocation.Sharing;
import dev.orderwright.allocation.SharingPlan.Share;
import dev.orderwright.allocation.SharingRun;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.orders.ItemDemand;
import dev.orderwright.orders.ItemDemand.Lack;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The items for which orders wait, and what was shared out. */
@Controller
class BackorderScreens {

    static final String URL = "/backorders";

    private static final int ITEMS_MAX = 100;
    private static final int RUNS = 20;

    private final ItemDemand demand;
    private final Inventory inventory;
    private final Catalog catalog;
    private final Sharing sharing;
    private final Show show;
    private final InstantSource clock;

    BackorderScreens(
            ItemDemand demand, Inventory inventory, Catalog catalog, Sharing sharing, Show show, InstantSource clock) {
        this.demand = demand;
        this.inventory = inventory;
        this.catalog = catalog;
        this.sharing = sharing;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping(URL)
    @Requires("orders:read")
    WebPage list(@RequestParam(required = false) @Nullable String cursor, Who who) {
        List<Lack> lacks = demand.lacking(ITEMS_MAX + 1);
        boolean more = lacks.size() > ITEMS_MAX;
        List<Lack> shown = more ? lacks.subList(0, ITEMS_MAX) : lacks;
        List<Long> ids = shown.stream().map(Lack::itemId).toList();
        Map<Long, Item> items = catalog.byId(ids);
        Map<Long, List<StockLevel>> levels = inventory.levels(ids);
        Page<SharingRun> runs = sharing.list(null, cursor, RUNS);
        BackordersPage view = new BackordersPage(
                shown.stream()
                        .map(lack -> row(
                                lack,
                                Objects.requireNonNull(items.get(lack.itemId())),
                                levels.getOrDefault(lack.itemId(), List.of()),
                                who))
                        .toList(),
                more ? t("allocation.list.more", ITEMS_MAX) : "",
                runs(runs.items()),
                Pager.of(runs, Link.to(URL), "cursor", cursor, t("shared.one.run"), t("shared.many.runs")));
        return WebPage.of("allocation/backorders.jte", view, t("allocation.list.title"))
                .in("backorders");
    }

    private BackordersPage.ItemRow row(Lack lack, Item item, List<StockLevel> levels, Who who) {
        int decimals = item.quantityDecimals();
        return new BackordersPage.ItemRow(
                item.sku().code(),
                item.description(),
                "/inventory/" + item.id(),
                Show.number(lack.orders()),
                Quantities.text(lack.units(), decimals),
                Show.ago(lack.since(), clock.instant()),
                Quantities.text(levels.stream().mapToLong(StockLevel::reserved).sum(), decimals),
                who.may(SharingScreens.MAY) ? SharingScreens.url(item.id()) : "");
    }

    private List<BackordersPage.RunRow> runs(List<SharingRun> runs) {
        Map<Long, Item> items =
                catalog.byId(runs.stream().map(SharingRun::itemId).toList());
        return runs.stream()
                .map(run -> {
                    Item item = Objects.requireNonNull(items.get(run.itemId()));
                    long moved = run.plan().shares().stream()
                            .mapToLong(Share::difference)
                            .filter(units -> units > 0)
                            .sum();
                    return new BackordersPage.RunRow(
                            SharingScreens.RUN_URL + run.id(),
                            item.sku().code(),
                            show.moment(run.at()),
                            Texts.of(run.rule()),
                            Quantities.text(moved, item.quantityDecimals()),
                            run.reason(),
                            Show.actor(run.actor()));
                })
                .toList();
    }
}
