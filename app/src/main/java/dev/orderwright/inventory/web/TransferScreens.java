package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

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
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.TypedNumbers;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Foretelling foretelling;

    TransferScreens(Inventory inventory, StockNames names, Show show, InstantSource clock, Foretelling foretelling) {
        this.inventory = inventory;
        this.names = names;
        this.show = show;
        this.clock = clock;
        this.foretelling = foretelling;
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
                List.of(
                        Tab.of(t("inventory.transferScreens.underWay"), LIST, !all),
                        Tab.of(t("inventory.transferScreens.all"), LIST + "?view=all", all)),
                who.may("inventory:write"),
                page.items().stream().map(transfer -> row(transfer, nodes)).toList(),
                Pager.of(page, link, "after", after, t("shared.one.transfer"), t("shared.many.transfers")));
        return WebPage.of("inventory/transfers.jte", shown, t("inventory.transferScreens.transfers"))
                .in("inventory")
                .crumb(t("inventory.transferScreens.inventory"), "/inventory");
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
            return Chip.of(t("inventory.transferScreens.arrived"), Tone.GOOD);
        }
        boolean late = transfer.expectedOn()
                .isBefore(clock.instant().atZone(show.zone()).toLocalDate());
        return late
                ? Chip.of(t("inventory.transferScreens.late"), Tone.WARN)
                : Chip.of(t("inventory.transferScreens.underWay2"), Tone.INFO);
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
            refusals.add(Refusal.of("forbidden", t("inventory.refusal.youDoNotWorkWhere")));
        }
        if (refusals.isEmpty() && receipts.isEmpty()) {
            refusals.add(Refusal.of("missing", t("inventory.refusal.sayHowManyHaveArrived")));
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
                                        ? t("inventory.transferScreens.everythingOfHasArrived", progress.number())
                                        : t("inventory.transferScreens.bookedAPartOfIs", progress.number())));
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
            Optional<BigDecimal> number = TypedNumbers.parse(typed);
            if (number.isEmpty()) {
                refusals.add(Refusal.of("bad-number", item.sku().code(), t("inventory.refusal.isNotANumber", typed)));
                continue;
            }
            Quantities.units(number.get(), item.quantityDecimals())
                    .ifPresentOrElse(
                            units -> {
                                if (units != 0) {
                                    receipts.add(new TransferReceipt(
                                            line.lineNo(), units, LineReader.word(in.get("bin-" + line.lineNo()), "")));
                                }
                            },
                            () -> refusals.add(Refusal.of(
                                    "too-many-decimals",
                                    item.sku().code(),
                                    t("inventory.refusal.itIsCountedWithDecimals", item.quantityDecimals()))));
        }
        return receipts;
    }

    @GetMapping(LIST + "/{id}/close")
    @Requires("inventory:write")
    WebPage askClose(@PathVariable long id, Who who) {
        Transfer transfer = find(id);
        String url = LIST + "/" + id;
        if (!worksAtGoal(transfer, who)) {
            throw ApiRefusal.forbidden(t("inventory.refusal.youDoNotWorkWhere"));
        }
        return WebPage.asking(Dialog.of(
                                t("inventory.transfer.bookTheRestOfAs", transfer.number()),
                                url + "/close",
                                url,
                                t("inventory.transfer.bookTheRestAsLost"))
                        .explained(t("inventory.transfer.whatIsStillUnderWay"))
                        .about("", Map.of("version", Integer.toString(transfer.version())))
                        .changing(foretelling.of(who, cause -> inventory.closeTransfer(cause, id, null)))
                        .dangerous())
                .in("inventory")
                .crumb(t("inventory.transferScreens.inventory"), "/inventory")
                .crumb(t("inventory.transferScreens.transfers"), LIST)
                .crumb(transfer.number(), url);
    }

    /** What is still on its way is given up as lost. */
    @PostMapping(LIST + "/{id}/close")
    @Requires("inventory:write")
    Redirect close(
            @PathVariable long id, @RequestParam(required = false) @Nullable Integer version, Cause cause, Who who) {
        if (!worksAtGoal(find(id), who)) {
            throw ApiRefusal.forbidden(t("inventory.refusal.youDoNotWorkWhere"));
        }
        Flash flash = switch (inventory.closeTransfer(cause, id, version)) {
            case Outcome.Refused<TransferProgress>(List<Refusal> refusals) ->
                Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")));
            case Outcome.Done<TransferProgress> done -> Flash.done(t("inventory.transferScreens.theRestIsBookedAs"));
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
                        KeyValue.of(
                                t("inventory.transferScreens.from"), StockAnswers.code(nodes, transfer.fromNodeId())),
                        KeyValue.of(t("inventory.transferScreens.to"), StockAnswers.code(nodes, transfer.toNodeId())),
                        KeyValue.of(t("inventory.transferScreens.sent"), show.moment(transfer.shippedAt())),
                        KeyValue.of(t("inventory.transferScreens.arrivesOn"), Show.day(transfer.expectedOn())),
                        KeyValue.of(
                                t("inventory.transferScreens.reference"),
                                transfer.reference().isEmpty() ? "–" : transfer.reference()),
                        KeyValue.of(
                                t("inventory.transferScreens.note"),
                                transfer.note().isEmpty() ? "–" : transfer.note())),
                transfer.lines().stream().map(line -> line(line, items)).toList(),
                transfer.isOpen() && who.may("inventory:write") && worksAtGoal(transfer, who),
                LIST + "/" + transfer.id() + "/receive",
                LIST + "/" + transfer.id() + "/close",
                transfer.version(),
                refusals);
        return WebPage.of("inventory/transfer.jte", view, transfer.number())
                .in("inventory")
                .crumb(t("inventory.transferScreens.inventory"), "/inventory")
                .crumb(t("inventory.transferScreens.transfers"), LIST);
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
                line.open() == 0 ? "" : TypedNumbers.text(Quantities.whole(line.open(), decimals)));
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
