package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.Supply;
import dev.orderwright.inventory.SupplyChange;
import dev.orderwright.inventory.SupplyDraft;
import dev.orderwright.inventory.web.StockAnswers.AnnouncedAnswer;
import dev.orderwright.inventory.web.StockAnswers.SuppliesAnswer;
import dev.orderwright.inventory.web.StockAnswers.SuppliesChangedAnswer;
import dev.orderwright.inventory.web.StockAnswers.SupplyAnswer;
import dev.orderwright.inventory.web.StockAnswers.SupplyChangedAnswer;
import dev.orderwright.inventory.web.StockAnswers.SupplyListAnswer;
import dev.orderwright.inventory.web.StockInput.SupplyChangeLine;
import dev.orderwright.inventory.web.StockInput.SupplyLine;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Supply is announced, listed, moved to another day and given up. */
@RestController
@RequestMapping("/api/v1/supplies")
class SupplyApi {

    private final Inventory inventory;
    private final StockNames names;

    SupplyApi(Inventory inventory, StockNames names) {
        this.inventory = inventory;
        this.names = names;
    }

    /** What is still to come, soonest first. */
    @GetMapping
    @Requires("inventory:read")
    @Operation(summary = "What is still to come, soonest first")
    SupplyListAnswer list(
            @RequestParam(required = false) @Nullable String node,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Map<Long, Node> nodes = names.nodes();
        Page<Supply> page = inventory.openSupplies(nodeId(node), cursor, limit);
        Map<Long, Item> items =
                names.items(page.items().stream().map(Supply::itemId).collect(Collectors.toSet()));
        return new SupplyListAnswer(
                page.items().stream()
                        .map(supply ->
                                SupplyAnswer.of(supply, Objects.requireNonNull(items.get(supply.itemId())), nodes))
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

    /** Suppliers will send goods; orders that wait for them get a date. */
    @PostMapping
    @Requires("inventory:write")
    @Operation(summary = "Announce goods of suppliers", description = "Orders that wait for them get a date.")
    SuppliesAnswer announce(@RequestBody StockInput.Supplies input, Cause cause, Who who) {
        List<SupplyLine> lines = LineReader.lines("supplies", input.supplies());
        LineReader reader = names.reader(lines.stream().map(SupplyLine::sku).toList(), who);
        List<SupplyDraft> drafts = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            SupplyLine line = lines.get(i);
            String at = "supplies[" + i + "].";
            drafts.add(new SupplyDraft(
                    reader.itemId(at + "sku", line.sku()),
                    reader.nodeId(at + "node", line.node()),
                    reader.required(at + "expectedOn", line.expectedOn(), LocalDate.EPOCH),
                    reader.units(at + "quantity", line.quantity(), line.sku()),
                    LineReader.text(line.reference())));
        }
        reader.done();
        List<SupplyDraft.AnnouncedSupply> announced =
                ApiRefusal.orThrow(inventory.announceSupply(cause, drafts)).supplies();
        return new SuppliesAnswer(IntStream.range(0, lines.size())
                .mapToObj(i -> new AnnouncedAnswer(
                        Long.toString(announced.get(i).id()),
                        announced.get(i).number(),
                        LineReader.text(lines.get(i).sku()),
                        LineReader.text(lines.get(i).node()),
                        Objects.requireNonNull(lines.get(i).quantity())))
                .toList());
    }

    /** Supply comes on another day, or the rest of it not at all. */
    @PostMapping("/changes")
    @Requires("inventory:write")
    @Operation(summary = "Supply comes on another day, or the rest of it not at all")
    SuppliesChangedAnswer change(@RequestBody StockInput.SupplyChanges input, Cause cause, Who who) {
        List<SupplyChangeLine> lines = LineReader.lines("supplies", input.supplies());
        LineReader reader =
                names.reader(lines.stream().map(SupplyChangeLine::sku).toList(), who);
        List<SupplyChange> changes = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            SupplyChangeLine line = lines.get(i);
            String at = "supplies[" + i + "].";
            changes.add(new SupplyChange(
                    reader.itemId(at + "sku", line.sku()),
                    reader.id(at + "supply", reader.required(at + "supply", line.supply(), "0")),
                    line.expectedOn(),
                    Boolean.TRUE.equals(line.close())));
        }
        reader.done();
        List<SupplyChange.ChangedSupply> changed =
                ApiRefusal.orThrow(inventory.changeSupply(cause, changes)).supplies();
        return new SuppliesChangedAnswer(IntStream.range(0, lines.size())
                .mapToObj(i -> new SupplyChangedAnswer(
                        Long.toString(changed.get(i).id()),
                        changed.get(i).expectedOn(),
                        Quantities.whole(
                                changed.get(i).open(),
                                Objects.requireNonNull(reader.item(lines.get(i).sku()))
                                        .quantityDecimals())))
                .toList());
    }
}
