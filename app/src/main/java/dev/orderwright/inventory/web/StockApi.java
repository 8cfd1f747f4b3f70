package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.Sku;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.LedgerEntry;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.StockFilter;
import dev.orderwright.inventory.StockRow;
import dev.orderwright.inventory.web.StockAnswers.BinAnswer;
import dev.orderwright.inventory.web.StockAnswers.ItemStockAnswer;
import dev.orderwright.inventory.web.StockAnswers.LedgerAnswer;
import dev.orderwright.inventory.web.StockAnswers.LevelAnswer;
import dev.orderwright.inventory.web.StockAnswers.LimitAnswer;
import dev.orderwright.inventory.web.StockAnswers.MoveAnswer;
import dev.orderwright.inventory.web.StockAnswers.StockAnswer;
import dev.orderwright.inventory.web.StockAnswers.StockListAnswer;
import dev.orderwright.inventory.web.StockAnswers.SupplyAnswer;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Stock is read: levels by item, node and bucket, bins, supply, limits and the ledger. */
@RestController
@RequestMapping("/api/v1/stock")
class StockApi {

    private static final int SUPPLIES_MAX = 100;

    private final Inventory inventory;
    private final Catalog catalog;
    private final StockNames names;

    StockApi(Inventory inventory, Catalog catalog, StockNames names) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.names = names;
    }

    /**
     * Items by SKU, with their levels. A page may have fewer rows than asked and still have a next one.
     *
     * @param q beginning of a SKU, or words of the description
     * @param bucket only items that have something in it
     */
    @GetMapping
    @Requires("inventory:read")
    @Operation(
            summary = "Items by SKU with their levels",
            description = "A page may have fewer rows than asked and still have a next one.")
    StockListAnswer list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(required = false) @Nullable Bucket bucket,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (bucket != null && !bucket.isInside()) {
            throw ApiRefusal.badRequest(
                    Refusal.of("bad-filter", "bucket", t("inventory.refusal.noBalanceIsKeptOf", bucket)));
        }
        Page<StockRow> page = inventory.overview(new StockFilter(q, nodeId(node), bucket), cursor, limit);
        Map<Long, Node> nodes = names.nodes();
        return new StockListAnswer(
                page.items().stream()
                        .map(row -> StockAnswer.of(row.item(), row.levels(), nodes))
                        .toList(),
                page.next());
    }

    @GetMapping("/{sku}")
    @Requires("inventory:read")
    @Operation(summary = "Where an item is, and what is to come")
    ItemStockAnswer one(@PathVariable String sku) {
        Item item = find(sku);
        int decimals = item.quantityDecimals();
        Map<Long, Node> nodes = names.nodes();
        return new ItemStockAnswer(
                item.sku().code(),
                item.description(),
                inventory.levels(Set.of(item.id())).getOrDefault(item.id(), List.of()).stream()
                        .map(level -> LevelAnswer.of(level, decimals, nodes))
                        .toList(),
                inventory.bins(Set.of(item.id())).stream()
                        .map(bin -> BinAnswer.of(bin, decimals, nodes))
                        .toList(),
                inventory.suppliesOf(item.id(), SUPPLIES_MAX).stream()
                        .filter(supply -> supply.open() > 0)
                        .map(supply -> SupplyAnswer.of(supply, item, nodes))
                        .toList(),
                inventory.limits(item.id()).stream()
                        .map(limit -> LimitAnswer.of(limit, decimals, nodes))
                        .toList());
    }

    /** The movements of an item, newest first, with the balance after each. */
    @GetMapping("/{sku}/ledger")
    @Requires("inventory:read")
    @Operation(summary = "The movements of an item, newest first")
    LedgerAnswer ledger(
            @PathVariable String sku,
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Item item = find(sku);
        Page<LedgerEntry> page = inventory.ledger(item.id(), nodeId(node), cursor, limit);
        Map<Long, Node> nodes = names.nodes();
        return new LedgerAnswer(
                page.items().stream()
                        .map(entry -> MoveAnswer.of(entry, item.quantityDecimals(), nodes))
                        .toList(),
                page.next());
    }

    private @Nullable Long nodeId(@Nullable String code) {
        if (code == null || code.isBlank()) {
            return null;
        }
        Node node = names.nodesByCode().get(code.strip().toUpperCase(Locale.ROOT));
        if (node == null) {
            throw ApiRefusal.badRequest(Refusal.of("bad-filter", "node", t("inventory.refusal.thereIsNoNode", code)));
        }
        return node.id();
    }

    private Item find(String code) {
        return Sku.parse(code)
                .map(sku -> catalog.bySku(List.of(sku)).get(sku))
                .orElseThrow(() -> ApiRefusal.notFound(t("inventory.refusal.itemWithTheSku", code)));
    }
}
