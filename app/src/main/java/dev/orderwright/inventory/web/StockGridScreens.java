package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.StockFilter;
import dev.orderwright.inventory.StockFilter.Shortfall;
import dev.orderwright.inventory.StockKey;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.inventory.StockRow;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The stock of all items: item by node by bucket, filtered in the URL. */
@Controller
class StockGridScreens {

    private static final int ITEMS = 40;
    private static final String NONE_FREE = "none-free";
    private static final String BELOW_LIMIT = "below-limit";
    private static final List<Bucket> SHOWN = List.of(
            Bucket.RESERVED,
            Bucket.PICKED,
            Bucket.IN_TRANSIT,
            Bucket.INCOMING,
            Bucket.QC_HOLD,
            Bucket.DAMAGED,
            Bucket.QUARANTINE);

    private final Inventory inventory;
    private final StockNames names;
    private final Show show;
    private final InstantSource clock;

    StockGridScreens(Inventory inventory, StockNames names, Show show, InstantSource clock) {
        this.inventory = inventory;
        this.names = names;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/inventory")
    @Requires("inventory:read")
    WebPage grid(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(name = "show", defaultValue = "") String shown,
            @RequestParam(required = false) @Nullable String after,
            Who who) {
        LocalDate today = clock.instant().atZone(show.zone()).toLocalDate();
        Link link = Link.to("/inventory").with("show", shown).with("q", q).with("node", node);
        Page<StockRow> page = inventory.overview(filter(q, node, shown, today), after, ITEMS);
        Map<StockKey, Long> kept = inventory.keptBack(
                page.items().stream().map(row -> row.item().id()).toList(), today);
        StockGridPage view = new StockGridPage(
                tabs(shown, link),
                shown,
                List.of(
                        Field.text("q", t("shared.word.item"), q),
                        Field.select(
                                "node",
                                t("shared.word.node"),
                                node,
                                StockForms.nodeChoices(t("inventory.stockGridScreens.anyNode"), inventory, n -> true))),
                q.isBlank() && node.isBlank()
                        ? ""
                        : Link.to("/inventory").with("show", shown).toString(),
                !q.isBlank() || !node.isBlank() || !shown.isBlank(),
                who.may("inventory:write"),
                SHOWN.stream().map(Show::words).toList(),
                page.items().stream().flatMap(row -> rows(row, kept).stream()).toList(),
                Pager.of(page, link, "after", after, t("shared.one.item"), t("shared.many.items")));
        return WebPage.of("inventory/grid.jte", view, t("inventory.stockGridScreens.inventory"))
                .in("inventory");
    }

    private StockFilter filter(String q, String node, String shown, LocalDate today) {
        Node at = names.nodesByCode().get(node.strip().toUpperCase(Locale.ROOT));
        Bucket bucket = SHOWN.stream()
                .filter(known -> code(known).equals(shown))
                .findFirst()
                .orElse(null);
        Shortfall shortfall = shown.equals(NONE_FREE) || shown.equals(BELOW_LIMIT)
                ? new Shortfall(today, shown.equals(BELOW_LIMIT))
                : null;
        return new StockFilter(q, at == null ? null : at.id(), bucket, shortfall);
    }

    private static String code(Bucket bucket) {
        return bucket.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<Tab> tabs(String shown, Link link) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("", t("inventory.stockGridScreens.all"));
        choices.put(NONE_FREE, t("inventory.stockGridScreens.nothingFree"));
        choices.put(BELOW_LIMIT, t("inventory.stockGridScreens.belowItsLimit"));
        SHOWN.forEach(bucket -> choices.put(code(bucket), Show.words(bucket)));
        return choices.entrySet().stream()
                .map(choice -> Tab.of(
                        choice.getValue(),
                        link.with("show", choice.getKey()).toString(),
                        choice.getKey().equals(shown)))
                .toList();
    }

    private List<StockGridPage.Row> rows(StockRow row, Map<StockKey, Long> kept) {
        Map<Long, Node> nodes = names.nodes();
        Item item = row.item();
        List<StockGridPage.Row> rows = new ArrayList<>();
        for (StockLevel level : row.levels()) {
            rows.add(row(item, level, rows.isEmpty(), kept.getOrDefault(level.key(), 0L), nodes));
        }
        if (rows.isEmpty()) {
            StockLevel none = new StockLevel(new StockKey(item.id(), 0), 0, 0, 0, 0, 0, 0, 0, 0);
            rows.add(row(item, none, true, 0, nodes));
        }
        return rows;
    }

    private static StockGridPage.Row row(Item item, StockLevel level, boolean first, long kept, Map<Long, Node> nodes) {
        int decimals = item.quantityDecimals();
        long free = level.available() - kept;
        Node node = nodes.get(level.key().nodeId());
        return new StockGridPage.Row(
                item.sku().code(),
                item.description(),
                "/inventory/" + item.id(),
                first,
                node == null ? "–" : node.code(),
                Quantities.text(free, decimals),
                kept == 0 ? "" : Quantities.text(kept, decimals),
                SHOWN.stream()
                        .map(bucket -> new StockGridPage.Cell(
                                Show.words(bucket),
                                level.in(bucket) == 0 ? "" : Quantities.text(level.in(bucket), decimals)))
                        .toList(),
                Quantities.text(level.onHand(), decimals),
                free < 0 ? "tone-bad" : "");
    }
}
