package dev.orderwright.inventory.web;

import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.Transfer;
import dev.orderwright.inventory.Transfer.TransferProgress;
import dev.orderwright.inventory.Transfer.TransferReceipt;
import dev.orderwright.inventory.Transfer.TransferredLine;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Goods on their way between nodes: which there are, and what arrives. */
@Controller
class TransferScreens {

    private static final String LIST = "/inventory/transfers";
    private static final int ROWS = 50;
    private static final int UNPROCESSABLE = 422;

    private final Inventory inventory;
    private final StockNames names;
    private final Show show;
    private final InstantSource clock;

    TransferScreens(Inventory inventory, StockNames names, Show show, InstantSource clock) {
        this.inventory = inventory;
        this.names = names;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping(LIST)
    @Requires("inventory:read")
    WebPage list(
            @RequestParam(defaultValue = "") String view,
            @RequestParam(required = false) @Nullable String after,
            Who who) {
        boolean all = view.equals("all");
        Page<Transfer> page = inventory.transfers(!all, after, ROWS);
        Map<Long, Node> nodes = names.nodes();
        Link link = Link.to(LIST).with("view", view);
        TransfersPage shown = new TransfersPage(
                List.of(Tab.of("Under way", LIST, !all), Tab.of("All", LIST + "?view=all", all)),
                who.may("inventory:write"),
                page.items().stream().map(transfer -> row(transfer, nodes)).toList(),
                Pager.of(page, link, "after", after, "transfer", "transfers"));
        return WebPage.of("inventory/transfers.jte", shown, "Transfers")
                .in("inventory")
                .crumb("Inventory", "/inventory");
    }

    private TransfersPage.Row row(Transfer transfer, Map<Long, Node> nodes) {
        return new TransfersPage.Row(
                transfer.number(),
                LIST + "/" + transfer.id(),
                StockAnswers.code(nodes, transfer.fromNodeId()),
                StockAnswers.code(nodes, transfer.toNodeId()),
                Show.day(transfer.expectedOn()),
                Show.number(transfer.lines().size()),
                state(transfer),
                transfer.reference());
    }

    private Chip state(Transfer transfer) {
        if (!transfer.isOpen()) {
            return Chip.of("arrived", Tone.GOOD);
        }
        boolean late = transfer.expectedOn()
                .isBefore(clock.instant().atZone(show.zone()).toLocalDate());
        return late ? Chip.of("late", Tone.WARN) : Chip.of("under way", Tone.INFO);
    }

    @GetMapping(LIST + "/{id}")
    @Requires("inventory:read")
    WebPage one(@PathVariable long id, Who who) {
        return page(find(id), List.of(), who);
    }

    /** Units have arrived; an empty field means none of that line. */
    @PostMapping(LIST + "/{id}/receive")
    @Requires("inventory:write")
    Screen receive(
            @PathVariable long id,
            @RequestParam Map<String, String> in,
            @RequestParam(required = false) @Nullable Integer version,
            Cause cause,
            Who who) {
        Transfer transfer = find(id);
        List<Refusal> refusals = new ArrayList<>();
        List<TransferReceipt> receipts = arrived(transfer, in, refusals);
        if (!worksAtGoal(transfer, who)) {
            refusals.add(Refusal.of("forbidden", "You do not work where these goods go to."));
        }
        if (refusals.isEmpty() && receipts.isEmpty()) {
            refusals.add(Refusal.of("missing", "Say how many have arrived."));
        }
        if (!refusals.isEmpty()) {
            return page(transfer, refusals, who).status(UNPROCESSABLE);
        }
        return switch (inventory.receiveTransfer(cause, id, receipts, version)) {
            case Outcome.Refused<TransferProgress>(List<Refusal> refused) ->
                page(transfer, refused, who).status(UNPROCESSABLE);
            case Outcome.Done<TransferProgress>(TransferProgress progress, boolean replayed) ->
                Redirect.to(
                        LIST + "/" + id,
                        Flash.done(
                                progress.open() == 0
                                        ? "Everything of " + progress.number() + " has arrived."
                                        : "Booked; a part of " + progress.number() + " is still under way."));
        };
    }

    private List<TransferReceipt> arrived(Transfer transfer, Map<String, String> in, List<Refusal> refusals) {
        Map<Long, Item> items = items(transfer);
        List<TransferReceipt> receipts = new ArrayList<>();
        for (TransferredLine line : transfer.lines()) {
            String field = "quantity-" + line.lineNo();
            String typed = in.getOrDefault(field, "").strip();
            Item item = items.get(line.itemId());
            if (typed.isEmpty() || item == null) {
                continue;
            }
            try {
                Quantities.units(new BigDecimal(typed), item.quantityDecimals())
                        .ifPresentOrElse(
                                units -> {
                                    if (units != 0) {
                                        receipts.add(new TransferReceipt(
                                                line.lineNo(),
                                                units,
                                                LineReader.word(in.get("bin-" + line.lineNo()), "")));
                                    }
                                },
                                () -> refusals.add(Refusal.of(
                                        "too-many-decimals",
                                        item.sku().code(),
                                        "It is counted with " + item.quantityDecimals() + " decimals.")));
            } catch (NumberFormatException e) {
                refusals.add(Refusal.of("bad-number", item.sku().code(), "'" + typed + "' is not a number."));
            }
        }
        return receipts;
    }

    /** What is still on its way is given up as lost. */
    @PostMapping(LIST + "/{id}/close")
    @Requires("inventory:write")
    Redirect close(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer version, Cause cause, Who who) {
        if (!worksAtGoal(find(id), who)) {
            throw ApiRefusal.forbidden("You do not work where these goods go to.");
        }
        Flash flash = switch (inventory.closeTransfer(cause, id, version)) {
            case Outcome.Refused<TransferProgress>(List<Refusal> refusals) ->
                Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")));
            case Outcome.Done<TransferProgress> done -> Flash.done("The rest is booked as lost.");
        };
        return Redirect.to(LIST + "/" + id, flash);
    }

    private WebPage page(Transfer transfer, List<Refusal> refusals, Who who) {
        Map<Long, Node> nodes = names.nodes();
        Map<Long, Item> items = items(transfer);
        TransferPage view = new TransferPage(
                transfer.number(),
                state(transfer),
                List.of(
                        KeyValue.of("From", StockAnswers.code(nodes, transfer.fromNodeId())),
                        KeyValue.of("To", StockAnswers.code(nodes, transfer.toNodeId())),
                        KeyValue.of("Sent", show.moment(transfer.shippedAt())),
                        KeyValue.of("Arrives on", Show.day(transfer.expectedOn())),
                        KeyValue.of("Reference", transfer.reference().isEmpty() ? "–" : transfer.reference()),
                        KeyValue.of("Note", transfer.note().isEmpty() ? "–" : transfer.note())),
                transfer.lines().stream().map(line -> line(line, items)).toList(),
                transfer.isOpen() && who.may("inventory:write") && worksAtGoal(transfer, who),
                LIST + "/" + transfer.id() + "/receive",
                LIST + "/" + transfer.id() + "/close",
                transfer.version(),
                refusals);
        return WebPage.of("inventory/transfer.jte", view, transfer.number())
                .in("inventory")
                .crumb("Inventory", "/inventory")
                .crumb("Transfers", LIST);
    }

    private static TransferPage.Line line(TransferredLine line, Map<Long, Item> items) {
        Item item = items.get(line.itemId());
        int decimals = item == null ? 0 : item.quantityDecimals();
        return new TransferPage.Line(
                line.lineNo(),
                item == null ? "" : item.sku().code(),
                "/inventory/" + line.itemId(),
                item == null ? "" : item.description(),
                Quantities.text(line.quantity(), decimals),
                Quantities.text(line.received(), decimals),
                line.open() == 0 ? "" : Quantities.whole(line.open(), decimals).toPlainString());
    }

    private boolean worksAtGoal(Transfer transfer, Who who) {
        return who.worksAt(StockAnswers.code(names.nodes(), transfer.toNodeId()));
    }

    private Map<Long, Item> items(Transfer transfer) {
        return names.items(
                transfer.lines().stream().map(TransferredLine::itemId).collect(Collectors.toSet()));
    }

    private Transfer find(long id) {
        return inventory.transfer(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
