package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.LedgerEntry;
import dev.orderwright.inventory.Node;
import dev.orderwright.inventory.Supply;
import dev.orderwright.inventory.SupplyChange;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
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

/** The stock of one item, and what was announced of it. */
@Controller
class StockItemScreens {

    private static final int MOVES = 30;

    private final Inventory inventory;
    private final Catalog catalog;
    private final StockNames names;
    private final StockItemPages pages;
    private final Foretelling foretelling;

    StockItemScreens(
            Inventory inventory, Catalog catalog, StockNames names, StockItemPages pages, Foretelling foretelling) {
        this.inventory = inventory;
        this.catalog = catalog;
        this.names = names;
        this.pages = pages;
        this.foretelling = foretelling;
    }

    @GetMapping("/inventory/{item}")
    @Requires("inventory:read")
    WebPage item(
            @PathVariable("item") String key,
            @RequestParam(defaultValue = "") String node,
            @RequestParam(required = false) @Nullable String after,
            Who who) {
        Item item = find(key);
        Node at = names.nodesByCode().get(node.strip().toUpperCase(Locale.ROOT));
        Page<LedgerEntry> moves = inventory.ledger(item.id(), at == null ? null : at.id(), after, MOVES);
        StockItemPage view = pages.page(item, at, moves, after, who);
        return WebPage.of("inventory/item.jte", view, item.sku().code())
                .in("inventory")
                .crumb(t("inventory.stockItemScreens.inventory"), "/inventory");
    }

    @GetMapping("/inventory/{item}/supplies/{supply}")
    @Requires("inventory:write")
    Screen askClose(@PathVariable("item") String key, @PathVariable long supply, Who who) {
        Item item = find(key);
        String url = "/inventory/" + item.id();
        Optional<Supply> known = inventory.suppliesOf(item.id(), StockItemPages.SUPPLIES_MAX).stream()
                .filter(each -> each.id() == supply)
                .filter(each -> who.worksAt(StockAnswers.code(names.nodes(), each.nodeId())))
                .findFirst();
        if (known.isEmpty()) {
            return Redirect.to(url, Flash.refused(t("inventory.refusal.nothingIsAnnouncedThereYou")));
        }
        SupplyChange end = new SupplyChange(item.id(), supply, null, true);
        return WebPage.asking(Dialog.of(
                                t(
                                        "inventory.item.theOtherOfWillNot",
                                        Quantities.text(known.get().open(), item.quantityDecimals()),
                                        known.get().number()),
                                url + "/supplies/" + supply,
                                url,
                                t("inventory.item.theRestWillNotCome"))
                        .explained(t("inventory.item.unitsPromisedFromIt"))
                        .about("", Map.of("close", "yes"))
                        .changing(foretelling.of(who, cause -> inventory.changeSupply(cause, List.of(end))))
                        .dangerous())
                .in("inventory")
                .crumb(t("inventory.stockItemScreens.inventory"), "/inventory")
                .crumb(item.sku().code(), url);
    }

    /** Announced goods come on another day, or the rest not at all. */
    @PostMapping("/inventory/{item}/supplies/{supply}")
    @Requires("inventory:write")
    Redirect changeSupply(
            @PathVariable("item") String key,
            @PathVariable long supply,
            @RequestParam(defaultValue = "") String expectedOn,
            @RequestParam(defaultValue = "") String close,
            Cause cause,
            Who who) {
        Item item = find(key);
        String url = "/inventory/" + item.id();
        boolean theirs = inventory.suppliesOf(item.id(), StockItemPages.SUPPLIES_MAX).stream()
                .filter(known -> known.id() == supply)
                .allMatch(known -> who.worksAt(StockAnswers.code(names.nodes(), known.nodeId())));
        if (!theirs) {
            return Redirect.to(url, Flash.refused(t("inventory.refusal.youWorkAtNotWhere", who.nodes())));
        }
        boolean ends = !close.isEmpty();
        LocalDate day = null;
        try {
            day = ends || expectedOn.isBlank() ? null : LocalDate.parse(expectedOn);
        } catch (DateTimeParseException e) {
            return Redirect.to(url, Flash.refused(t("inventory.refusal.isNotADaySuch", expectedOn)));
        }
        if (!ends && day == null) {
            return Redirect.to(url, Flash.refused(t("inventory.refusal.sayOnWhichDayThe")));
        }
        Flash flash = switch (inventory.changeSupply(cause, List.of(new SupplyChange(item.id(), supply, day, ends)))) {
            case Outcome.Refused<?>(List<Refusal> refusals) ->
                Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")));
            case Outcome.Done<?> done ->
                Flash.done(
                        ends
                                ? t("inventory.stockItemScreens.theRestIsNoLonger")
                                : t("inventory.stockItemScreens.theNewDayIsNoted"));
        };
        return Redirect.to(url, flash);
    }

    private Item find(String key) {
        return catalog.byKey(key)
                .filter(Item::isStocked)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no item " + key));
    }
}
