package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.LedgerEntry;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.inventory.StockLimit;
import dev.orderwright.inventory.Supply;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.ItemPanels;
import dev.orderwright.shared.web.Panel;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the stock page of an item. */
@Component
class StockItemPages {

    static final int SUPPLIES_MAX = 100;
    private static final List<Bucket> BUCKETS =
            Arrays.stream(Bucket.values()).filter(Bucket::isInside).toList();

    private final Inventory inventory;
    private final StockNames names;
    private final OutlookView outlook;
    private final Show show;
    private final InstantSource clock;
    private final ObjectProvider<ItemPanels> panels;

    StockItemPages(
            Inventory inventory,
            StockNames names,
            OutlookView outlook,
            Show show,
            InstantSource clock,
            ObjectProvider<ItemPanels> panels) {
        this.inventory = inventory;
        this.names = names;
        this.outlook = outlook;
        this.show = show;
        this.clock = clock;
        this.panels = panels;
    }

    StockItemPage page(Item item, @Nullable Node at, Page<LedgerEntry> moves, @Nullable String after, Who who) {
        LocalDate today = clock.instant().atZone(show.zone()).toLocalDate();
        Map<Long, Node> nodes = names.nodes();
        int decimals = item.quantityDecimals();
        String url = "/inventory/" + item.id();
        List<StockLevel> levels = inventory.levels(List.of(item.id())).getOrDefault(item.id(), List.of());
        Map<StockKey, Long> kept = inventory.keptBack(List.of(item.id()), today);
        boolean writes = who.may("inventory:write");
        List<OutlookRules.Day> days = outlook.days(item.id(), today, levels, kept);
        List<Panel> added = panels.stream()
                .flatMap(module -> module.panelsFor(item.id(), who).stream())
                .toList();
        Link ledger = Link.to(url).with("node", at == null ? "" : at.code());
        return new StockItemPage(
                item.sku().code(),
                item.description(),
                "/items/" + item.key(),
                chips(item, levels, kept, days),
                writes ? actions(item) : List.of(),
                BUCKETS.stream().map(Show::words).toList(),
                levels.stream()
                        .map(level -> level(
                                StockAnswers.code(nodes, level.key().nodeId()),
                                url,
                                level,
                                kept.getOrDefault(level.key(), 0L),
                                decimals))
                        .toList(),
                levels.size() < 2 ? List.of() : List.of(total(levels, kept, decimals)),
                outlook.plot(days, decimals),
                outlook.rows(days, decimals),
                inventory.suppliesOf(item.id(), SUPPLIES_MAX).stream()
                        .filter(supply -> supply.open() > 0)
                        .map(supply -> coming(supply, item, nodes, today, writes))
                        .toList(),
                inventory.bins(List.of(item.id())).stream()
                        .filter(bin -> bin.quantity() > 0)
                        .map(bin -> new StockItemPage.Bin(
                                StockAnswers.code(nodes, bin.nodeId()),
                                bin.bin(),
                                Quantities.text(bin.quantity(), decimals),
                                bin.claimed() == 0 ? "" : Quantities.text(bin.claimed(), decimals)))
                        .toList(),
                inventory.limits(item.id()).stream()
                        .map(limit -> limit(limit, item, nodes, writes))
                        .toList(),
                Panel.at(Panel.Place.MAIN, added),
                Panel.at(Panel.Place.ASIDE, added),
                List.of(Field.select(
                        "node",
                        t("inventory.stockItemPages.movementsAt"),
                        at == null ? "" : at.code(),
                        StockForms.nodeChoices(t("inventory.stockItemPages.everyNode"), inventory, n -> true))),
                url,
                moves.items().stream()
                        .map(entry -> new LedgerWords(show, nodes, decimals).move(entry))
                        .toList(),
                Pager.of(moves, ledger, "after", after, t("shared.one.movement"), t("shared.many.movements")));
    }

    private static List<Chip> chips(
            Item item, List<StockLevel> levels, Map<StockKey, Long> kept, List<OutlookRules.Day> days) {
        boolean below = levels.stream().anyMatch(level -> level.available() < kept.getOrDefault(level.key(), 0L));
        boolean short_ = days.getLast().free() < 0;
        List<Chip> chips = new java.util.ArrayList<>();
        if (!item.active()) {
            chips.add(Chip.of(t("inventory.stockItemPages.notOnSale"), Tone.WARN));
        }
        if (below) {
            chips.add(Chip.of(t("inventory.stockItemPages.belowItsLimit"), Tone.BAD));
        }
        if (short_) {
            chips.add(Chip.of(t("inventory.stockItemPages.moreIsWantedThanComes"), Tone.BAD));
        }
        return chips;
    }

    private static List<StockItemPage.Action> actions(Item item) {
        return Arrays.stream(StockWork.values())
                .map(work -> new StockItemPage.Action(
                        work.label(),
                        Link.to(work.url()).with("sku", item.sku().code()).toString(),
                        work.key()))
                .toList();
    }

    private static StockItemPage.Level level(String node, String url, StockLevel level, long kept, int decimals) {
        return new StockItemPage.Level(
                node,
                url.isEmpty() ? "" : Link.to(url).with("node", node) + "#movements",
                Quantities.text(level.available() - kept, decimals),
                kept == 0 ? "" : Quantities.text(kept, decimals),
                BUCKETS.stream()
                        .map(bucket -> new StockGridPage.Cell(
                                Show.words(bucket),
                                level.in(bucket) == 0 ? "" : Quantities.text(level.in(bucket), decimals)))
                        .toList(),
                Quantities.text(level.onHand(), decimals));
    }

    private static StockItemPage.Level total(List<StockLevel> levels, Map<StockKey, Long> kept, int decimals) {
        StockLevel sum = levels.stream().reduce(StockLevel::plus).orElseThrow();
        long keptBack = kept.values().stream().mapToLong(Long::longValue).sum();
        return level(t("inventory.stockItemPages.allNodes"), "", sum, keptBack, decimals);
    }

    private static StockItemPage.Coming coming(
            Supply supply, Item item, Map<Long, Node> nodes, LocalDate today, boolean writes) {
        String node = StockAnswers.code(nodes, supply.nodeId());
        return new StockItemPage.Coming(
                Long.toString(supply.id()),
                supply.number(),
                supply.reference(),
                node,
                Show.day(supply.expectedOn()),
                supply.expectedOn().toString(),
                supply.expectedOn().isBefore(today),
                Quantities.text(supply.open(), item.quantityDecimals()),
                writes
                        ? Link.to(StockWork.RECEIVE.url())
                                .with("sku", item.sku().code())
                                .with("node", node)
                                .with("supply", Long.toString(supply.id()))
                                .with(
                                        "quantity",
                                        Quantities.whole(supply.open(), item.quantityDecimals())
                                                .toPlainString())
                                .toString()
                        : "",
                writes ? "/inventory/" + item.id() + "/supplies/" + supply.id() : "");
    }

    private static StockItemPage.Limit limit(StockLimit limit, Item item, Map<Long, Node> nodes, boolean writes) {
        String node = StockAnswers.code(nodes, limit.nodeId());
        String quantity =
                Quantities.whole(limit.quantity(), item.quantityDecimals()).toPlainString();
        Link form = Link.to(StockWork.LIMIT.url())
                .with("sku", item.sku().code())
                .with("node", node)
                .with("channel", limit.channel())
                .with("from", limit.from().toString())
                .with("until", limit.until() == null ? "" : limit.until().toString())
                .with("quantity", quantity);
        return new StockItemPage.Limit(
                node,
                limit.channel().isEmpty() ? t("inventory.stockItemPages.everyChannel") : limit.channel(),
                Show.day(limit.from()),
                limit.until() == null ? t("inventory.stockItemPages.untilLifted") : Show.day(limit.until()),
                Quantities.text(limit.quantity(), item.quantityDecimals()),
                writes ? form.toString() : "");
    }
}
