package dev.orderwright.inventory.web;

import dev.orderwright.inventory.Adjustment;
import dev.orderwright.inventory.AdjustmentReason;
import dev.orderwright.inventory.Bucket;
import dev.orderwright.inventory.BucketChange;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Receipt;
import dev.orderwright.inventory.StockLimit;
import dev.orderwright.inventory.web.StockAnswers.Booked;
import dev.orderwright.inventory.web.StockAnswers.BookedLine;
import dev.orderwright.inventory.web.StockInput.AdjustmentLine;
import dev.orderwright.inventory.web.StockInput.BucketChangeLine;
import dev.orderwright.inventory.web.StockInput.LimitLine;
import dev.orderwright.inventory.web.StockInput.ReceiptLine;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stock is received, adjusted, set apart and kept back. Each request is done as a whole, or not at all. */
@RestController
@RequestMapping("/api/v1")
class StockWorkApi {

    private final Inventory inventory;
    private final StockNames names;

    StockWorkApi(Inventory inventory, StockNames names) {
        this.inventory = inventory;
        this.names = names;
    }

    /** Goods have come and become available. */
    @PostMapping("/receipts")
    @Requires("inventory:write")
    @Operation(summary = "Goods have come and become available")
    Booked receive(@RequestBody StockInput.Receipts input, Cause cause, Who who) {
        List<ReceiptLine> lines = LineReader.lines("receipts", input.receipts());
        LineReader reader = names.reader(lines.stream().map(ReceiptLine::sku).toList(), who);
        List<Receipt> receipts = read(lines.size(), i -> receipt(reader, lines.get(i), "receipts[" + i + "]."));
        reader.done();
        Receipt.Received received = ApiRefusal.orThrow(inventory.receive(cause, receipts));
        return booked(
                received.lines(),
                Receipt.ReceivedLine::document,
                lines,
                line -> new BookedLine(
                        "", text(line.sku()), text(line.node()), Objects.requireNonNull(line.quantity())));
    }

    private static Receipt receipt(LineReader reader, ReceiptLine line, String at) {
        return new Receipt(
                reader.itemId(at + "sku", line.sku()),
                reader.nodeId(at + "node", line.node()),
                reader.units(at + "quantity", line.quantity(), line.sku()),
                LineReader.word(line.bin(), ""),
                LineReader.word(line.reason(), Receipt.RECEIPT),
                LineReader.text(line.document()),
                line.supply() == null ? null : reader.id(at + "supply", line.supply()));
    }

    /** A balance is put right: units were found, lost, stolen, counted … */
    @PostMapping("/adjustments")
    @Requires("inventory:write")
    @Operation(summary = "Put balances right", description = "Units were found, lost, stolen or counted.")
    Booked adjust(@RequestBody StockInput.Adjustments input, Cause cause, Who who) {
        List<AdjustmentLine> lines = LineReader.lines("adjustments", input.adjustments());
        LineReader reader = names.reader(lines.stream().map(AdjustmentLine::sku).toList(), who);
        List<Adjustment> adjustments =
                read(lines.size(), i -> adjustment(reader, lines.get(i), "adjustments[" + i + "]."));
        reader.done();
        Adjustment.Adjusted adjusted = ApiRefusal.orThrow(inventory.adjust(cause, adjustments));
        return booked(
                adjusted.lines(),
                Adjustment.AdjustedLine::document,
                lines,
                line -> new BookedLine("", text(line.sku()), text(line.node()), Objects.requireNonNull(line.delta())));
    }

    private static Adjustment adjustment(LineReader reader, AdjustmentLine line, String at) {
        return new Adjustment(
                reader.itemId(at + "sku", line.sku()),
                reader.nodeId(at + "node", line.node()),
                Objects.requireNonNullElse(line.bucket(), Bucket.AVAILABLE),
                reader.units(at + "delta", line.delta(), line.sku()),
                LineReader.word(line.bin(), ""),
                reader.required(at + "reason", line.reason(), AdjustmentReason.CORRECTION),
                LineReader.text(line.note()));
    }

    /** Units are held back, found damaged, set apart, or good again. */
    @PostMapping("/bucket-changes")
    @Requires("inventory:write")
    @Operation(summary = "Hold units back, set them apart, or make them good again")
    Booked changeBucket(@RequestBody StockInput.BucketChanges input, Cause cause, Who who) {
        List<BucketChangeLine> lines = LineReader.lines("changes", input.changes());
        LineReader reader =
                names.reader(lines.stream().map(BucketChangeLine::sku).toList(), who);
        List<BucketChange> changes = read(lines.size(), i -> change(reader, lines.get(i), "changes[" + i + "]."));
        reader.done();
        BucketChange.BucketsChanged changed = ApiRefusal.orThrow(inventory.changeBucket(cause, changes));
        return booked(
                changed.lines(),
                BucketChange.ChangedLine::document,
                lines,
                line -> new BookedLine(
                        "", text(line.sku()), text(line.node()), Objects.requireNonNull(line.quantity())));
    }

    private static BucketChange change(LineReader reader, BucketChangeLine line, String at) {
        return new BucketChange(
                reader.itemId(at + "sku", line.sku()),
                reader.nodeId(at + "node", line.node()),
                reader.required(at + "from", line.from(), Bucket.AVAILABLE),
                reader.required(at + "to", line.to(), Bucket.QC_HOLD),
                reader.units(at + "quantity", line.quantity(), line.sku()),
                LineReader.word(line.bin(), ""),
                LineReader.word(line.reason(), ""),
                LineReader.text(line.note()));
    }

    /** Units are kept back from promising, or no longer. */
    @PostMapping("/stock-limits")
    @Requires("inventory:write")
    @Operation(summary = "Keep units back from promising, or no longer")
    StockLimit.LimitsSet limit(@RequestBody StockInput.Limits input, Cause cause, Who who) {
        List<LimitLine> lines = LineReader.lines("limits", input.limits());
        LineReader reader = names.reader(lines.stream().map(LimitLine::sku).toList(), who);
        List<StockLimit> limits = read(lines.size(), i -> limit(reader, lines.get(i), "limits[" + i + "]."));
        reader.done();
        return ApiRefusal.orThrow(inventory.setLimits(cause, limits));
    }

    private static StockLimit limit(LineReader reader, LimitLine line, String at) {
        return new StockLimit(
                reader.itemId(at + "sku", line.sku()),
                reader.nodeId(at + "node", line.node()),
                LineReader.text(line.channel()),
                Objects.requireNonNullElse(line.from(), StockLimit.AT_ONCE),
                line.until(),
                reader.units(at + "quantity", line.quantity(), line.sku()));
    }

    private static <L> List<L> read(int lines, Function<Integer, L> line) {
        List<L> read = new ArrayList<>(lines);
        for (int i = 0; i < lines; i++) {
            read.add(line.apply(i));
        }
        return read;
    }

    /** What was asked, each line with the number of the paper it was booked on. */
    private static <D, L> Booked booked(
            List<D> done, Function<D, String> document, List<L> lines, Function<L, BookedLine> asked) {
        return new Booked(IntStream.range(0, lines.size())
                .mapToObj(i -> {
                    BookedLine line = asked.apply(lines.get(i));
                    return new BookedLine(document.apply(done.get(i)), line.sku(), line.node(), line.quantity());
                })
                .toList());
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return LineReader.text(text);
    }
}
