package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Transfer;
import dev.orderwright.inventory.Transfer.TransferReceipt;
import dev.orderwright.inventory.TransferDraft;
import dev.orderwright.inventory.TransferDraft.TransferLine;
import dev.orderwright.inventory.web.StockAnswers.TransferAnswer;
import dev.orderwright.inventory.web.StockAnswers.TransferListAnswer;
import dev.orderwright.inventory.web.StockInput.TransferInput;
import dev.orderwright.inventory.web.StockInput.TransferLineInput;
import dev.orderwright.inventory.web.StockInput.TransferReceiptLine;
import dev.orderwright.inventory.web.StockInput.TransferReceipts;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Goods go from node to node: shipped, received, or given up. */
@RestController
@RequestMapping("/api/v1/transfers")
class TransferApi {

    private final Inventory inventory;
    private final StockNames names;

    TransferApi(Inventory inventory, StockNames names) {
        this.inventory = inventory;
        this.names = names;
    }

    /**
     * Transfers, newest first.
     *
     * @param open true for those of which something is still on its way
     */
    @GetMapping
    @Requires("inventory:read")
    @Operation(summary = "Transfers, newest first")
    TransferListAnswer list(
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        Page<Transfer> page = inventory.transfers(open, cursor, limit);
        Map<Long, Item> items = items(page.items().stream());
        var nodes = names.nodes();
        return new TransferListAnswer(
                page.items().stream()
                        .map(transfer -> TransferAnswer.of(transfer, items, nodes))
                        .toList(),
                page.next());
    }

    @GetMapping("/{id}")
    @Requires("inventory:read")
    @Operation(summary = "One transfer")
    ResponseEntity<TransferAnswer> one(@PathVariable long id) {
        return answer(find(id), HttpStatus.OK);
    }

    /** The goods leave a node; they are in transit until they arrive. */
    @PostMapping
    @Requires("inventory:write")
    @Operation(summary = "Send goods from one node to another", description = "They are in transit until they arrive.")
    @ApiResponse(responseCode = "201", description = "Made")
    ResponseEntity<TransferAnswer> ship(@RequestBody TransferInput input, Cause cause, Who who) {
        List<TransferLineInput> inputs = LineReader.lines("lines", input.lines());
        LineReader reader =
                names.reader(inputs.stream().map(TransferLineInput::sku).toList(), who);
        List<TransferLine> lines = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            TransferLineInput line = inputs.get(i);
            String at = "lines[" + i + "].";
            lines.add(new TransferLine(
                    reader.itemId(at + "sku", line.sku()),
                    reader.units(at + "quantity", line.quantity(), line.sku()),
                    LineReader.word(line.bin(), "")));
        }
        TransferDraft draft = new TransferDraft(
                reader.nodeId("fromNode", input.fromNode()),
                reader.anyNodeId("toNode", input.toNode()),
                reader.required("expectedOn", input.expectedOn(), LocalDate.EPOCH),
                LineReader.text(input.reference()),
                LineReader.text(input.note()),
                lines);
        reader.done();
        long id = ApiRefusal.orThrow(inventory.shipTransfer(cause, draft)).id();
        return answer(find(id), HttpStatus.CREATED);
    }

    /** Units have arrived and are available. */
    @PostMapping("/{id}/receipts")
    @Requires("inventory:write")
    @Operation(summary = "Units of a transfer have arrived and are available")
    ResponseEntity<TransferAnswer> receive(
            @PathVariable long id,
            @RequestBody TransferReceipts input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        Transfer transfer = reachable(id, who);
        Map<Long, Item> items = items(Stream.of(transfer));
        List<TransferReceiptLine> inputs = LineReader.lines("lines", input.lines());
        LineReader reader = names.reader(List.of(), who);
        List<TransferReceipt> receipts = new ArrayList<>();
        for (int i = 0; i < inputs.size(); i++) {
            TransferReceiptLine line = inputs.get(i);
            String at = "lines[" + i + "].";
            int lineNo = reader.required(at + "lineNo", line.lineNo(), 0);
            Item item = transfer.lines().stream()
                    .filter(known -> known.lineNo() == lineNo)
                    .findFirst()
                    .map(known -> items.get(known.itemId()))
                    .orElse(null);
            receipts.add(new TransferReceipt(
                    lineNo,
                    reader.unitsOf(at + "quantity", line.quantity(), item == null ? 0 : item.quantityDecimals()),
                    LineReader.word(line.bin(), "")));
        }
        reader.done();
        ApiRefusal.orThrow(inventory.receiveTransfer(cause, id, receipts, IfMatch.version(ifMatch)));
        return answer(find(id), HttpStatus.OK);
    }

    /** What is still on its way is given up as lost. */
    @PostMapping("/{id}/close")
    @Requires("inventory:write")
    @Operation(summary = "Give up as lost what is still on its way")
    ResponseEntity<TransferAnswer> close(
            @PathVariable long id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            Cause cause,
            Who who) {
        reachable(id, who);
        ApiRefusal.orThrow(inventory.closeTransfer(cause, id, IfMatch.version(ifMatch)));
        return answer(find(id), HttpStatus.OK);
    }

    /** The transfer, if the caller works where it goes to. */
    private Transfer reachable(long id, Who who) {
        Transfer transfer = find(id);
        String code = StockAnswers.code(names.nodes(), transfer.toNodeId());
        if (!who.worksAt(code)) {
            throw ApiRefusal.forbidden(t("inventory.refusal.youWorkAtNotAt", who.nodes(), code));
        }
        return transfer;
    }

    private Transfer find(long id) {
        return inventory.transfer(id).orElseThrow(() -> ApiRefusal.notFound(t("inventory.refusal.transfer", id)));
    }

    private ResponseEntity<TransferAnswer> answer(Transfer transfer, HttpStatus status) {
        return ResponseEntity.status(status)
                .eTag(IfMatch.tag(transfer.version()))
                .body(TransferAnswer.of(transfer, items(Stream.of(transfer)), names.nodes()));
    }

    private Map<Long, Item> items(Stream<Transfer> transfers) {
        return names.items(transfers
                .flatMap(transfer -> transfer.lines().stream())
                .map(Transfer.TransferredLine::itemId)
                .collect(Collectors.toSet()));
    }
}
