package dev.orderwright.inventory.web;

import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.BinStock;
import dev.orderwright.inventory.LedgerEntry;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.inventory.StockLimit;
import dev.orderwright.inventory.Supply;
import dev.orderwright.inventory.Transfer;
import dev.orderwright.shared.Quantities;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API answers about stock; quantities are in whole units. Ids are texts, longer than JavaScript's numbers. */
final class StockAnswers {

    private StockAnswers() {}

    /** The code of a node; nodes are never deleted. */
    static String code(Map<Long, Node> nodes, long id) {
        Node node = nodes.get(id);
        return node == null ? Long.toString(id) : node.code();
    }

    record LevelAnswer(
            String node,
            BigDecimal available,
            BigDecimal reserved,
            BigDecimal picked,
            BigDecimal qcHold,
            BigDecimal damaged,
            BigDecimal quarantine,
            BigDecimal inTransit,
            BigDecimal incoming,
            BigDecimal onHand) {

        static LevelAnswer of(StockLevel level, int decimals, Map<Long, Node> nodes) {
            return new LevelAnswer(
                    code(nodes, level.key().nodeId()),
                    Quantities.whole(level.available(), decimals),
                    Quantities.whole(level.reserved(), decimals),
                    Quantities.whole(level.picked(), decimals),
                    Quantities.whole(level.qcHold(), decimals),
                    Quantities.whole(level.damaged(), decimals),
                    Quantities.whole(level.quarantine(), decimals),
                    Quantities.whole(level.inTransit(), decimals),
                    Quantities.whole(level.incoming(), decimals),
                    Quantities.whole(level.onHand(), decimals));
        }
    }

    record StockAnswer(String sku, String description, List<LevelAnswer> levels) {

        static StockAnswer of(Item item, List<StockLevel> levels, Map<Long, Node> nodes) {
            return new StockAnswer(
                    item.sku().code(),
                    item.description(),
                    levels.stream()
                            .map(level -> LevelAnswer.of(level, item.quantityDecimals(), nodes))
                            .toList());
        }
    }

    record StockListAnswer(
            List<StockAnswer> stock, @Nullable String next) {}

    record ItemStockAnswer(
            String sku,
            String description,
            List<LevelAnswer> levels,
            List<BinAnswer> bins,
            List<SupplyAnswer> supplies,
            List<LimitAnswer> limits) {}

    /** @param claimed the part that somebody is going to pick */
    record BinAnswer(String node, String bin, BigDecimal quantity, BigDecimal claimed) {

        static BinAnswer of(BinStock bin, int decimals, Map<Long, Node> nodes) {
            return new BinAnswer(
                    code(nodes, bin.nodeId()),
                    bin.bin(),
                    Quantities.whole(bin.quantity(), decimals),
                    Quantities.whole(bin.claimed(), decimals));
        }
    }

    record LimitAnswer(
            String node,
            String channel,
            LocalDate from,
            @Nullable LocalDate until,
            BigDecimal quantity) {

        static LimitAnswer of(StockLimit limit, int decimals, Map<Long, Node> nodes) {
            return new LimitAnswer(
                    code(nodes, limit.nodeId()),
                    limit.channel(),
                    limit.from(),
                    limit.until(),
                    Quantities.whole(limit.quantity(), decimals));
        }
    }

    /** @param open what is still to come */
    record SupplyAnswer(
            String id,
            String number,
            String sku,
            String node,
            LocalDate expectedOn,
            BigDecimal quantity,
            BigDecimal received,
            BigDecimal open,
            String reference) {

        static SupplyAnswer of(Supply supply, Item item, Map<Long, Node> nodes) {
            int decimals = item.quantityDecimals();
            return new SupplyAnswer(
                    Long.toString(supply.id()),
                    supply.number(),
                    item.sku().code(),
                    code(nodes, supply.nodeId()),
                    supply.expectedOn(),
                    Quantities.whole(supply.quantity(), decimals),
                    Quantities.whole(supply.received(), decimals),
                    Quantities.whole(supply.open(), decimals),
                    supply.reference());
        }
    }

    record SupplyListAnswer(
            List<SupplyAnswer> supplies, @Nullable String next) {}

    record MoveAnswer(
            String id,
            Instant at,
            String fromNode,
            String from,
            String toNode,
            String to,
            BigDecimal quantity,
            String reason,
            String documentKind,
            String documentId,
            @Nullable String documentNumber,
            String reference,
            String actor,
            BigDecimal onHandAfter,
            BigDecimal availableAfter) {

        static MoveAnswer of(LedgerEntry entry, int decimals, Map<Long, Node> nodes) {
            return new MoveAnswer(
                    Long.toString(entry.id()),
                    entry.at(),
                    code(nodes, entry.fromNodeId()),
                    entry.from().name(),
                    code(nodes, entry.toNodeId()),
                    entry.to().name(),
                    Quantities.whole(entry.quantity(), decimals),
                    entry.reason(),
                    entry.documentKind(),
                    Long.toString(entry.documentId()),
                    entry.documentNumber(),
                    entry.reference(),
                    entry.actor(),
                    Quantities.whole(entry.onHandAfter(), decimals),
                    Quantities.whole(entry.availableAfter(), decimals));
        }
    }

    record LedgerAnswer(List<MoveAnswer> moves, @Nullable String next) {}

    record TransferAnswer(
            String id,
            String number,
            String fromNode,
            String toNode,
            LocalDate expectedOn,
            Instant shippedAt,
            String reference,
            String note,
            boolean open,
            List<TransferLineAnswer> lines) {

        static TransferAnswer of(Transfer transfer, Map<Long, Item> items, Map<Long, Node> nodes) {
            return new TransferAnswer(
                    Long.toString(transfer.id()),
                    transfer.number(),
                    code(nodes, transfer.fromNodeId()),
                    code(nodes, transfer.toNodeId()),
                    transfer.expectedOn(),
                    transfer.shippedAt(),
                    transfer.reference(),
                    transfer.note(),
                    transfer.isOpen(),
                    transfer.lines().stream()
                            .map(line -> TransferLineAnswer.of(line, items.get(line.itemId())))
                            .toList());
        }
    }

    record TransferLineAnswer(int lineNo, String sku, BigDecimal quantity, BigDecimal received, BigDecimal open) {

        static TransferLineAnswer of(Transfer.TransferredLine line, @Nullable Item item) {
            int decimals = item == null ? 0 : item.quantityDecimals();
            return new TransferLineAnswer(
                    line.lineNo(),
                    item == null ? Long.toString(line.itemId()) : item.sku().code(),
                    Quantities.whole(line.quantity(), decimals),
                    Quantities.whole(line.received(), decimals),
                    Quantities.whole(line.open(), decimals));
        }
    }

    record TransferListAnswer(
            List<TransferAnswer> transfers, @Nullable String next) {}

    /** @param document our number of the paper it was booked on */
    record BookedLine(String document, String sku, String node, BigDecimal quantity) {}

    record Booked(List<BookedLine> lines) {}

    record SuppliesAnswer(List<AnnouncedAnswer> supplies) {}

    record AnnouncedAnswer(String id, String number, String sku, String node, BigDecimal quantity) {}

    record SuppliesChangedAnswer(List<SupplyChangedAnswer> supplies) {}

    record SupplyChangedAnswer(String id, LocalDate expectedOn, BigDecimal open) {}
}
