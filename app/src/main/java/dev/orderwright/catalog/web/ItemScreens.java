package dev.orderwright.catalog.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Defined;
import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.ItemDraft;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.History;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.TypedNumbers;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The items that can be sold: found, read, made and changed. */
@Controller
class ItemScreens {

    private static final String LIST = "/items";
    private static final int ROWS = 50;
    private static final int HISTORY_MAX = 50;
    private static final int UNPROCESSABLE = 422;

    private final Catalog catalog;
    private final Facts facts;
    private final Company company;
    private final Show show;
    private final Foretelling foretelling;

    ItemScreens(Catalog catalog, Facts facts, Company company, Show show, Foretelling foretelling) {
        this.catalog = catalog;
        this.facts = facts;
        this.company = company;
        this.show = show;
        this.foretelling = foretelling;
    }

    @GetMapping(LIST)
    @Requires("catalog:read")
    WebPage list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String after,
            Who who) {
        Page<Item> page = catalog.search(q, after, ROWS);
        Link link = Link.to(LIST).with("q", q);
        ItemsPage view = new ItemsPage(
                List.of(Field.text("q", t("catalog.itemScreens.skuOrWords"), q)),
                q.isBlank() ? "" : LIST,
                who.may("catalog:write"),
                page.items().stream().map(ItemScreens::row).toList(),
                Pager.of(page, link, "after", after, t("shared.one.item"), t("shared.many.items")));
        return WebPage.of("catalog/items.jte", view, t("catalog.itemScreens.items"))
                .in("catalog");
    }

    private static ItemsPage.Row row(Item item) {
        return new ItemsPage.Row(
                item.sku().code(),
                LIST + "/" + item.key(),
                item.description(),
                ItemForm.kind(item),
                price(item),
                item.weightGrams() == 0 ? "" : Show.number(item.weightGrams()) + " g",
                Objects.requireNonNullElse(item.barcode(), ""),
                item.active() ? List.of() : List.of(state(item)));
    }

    private static String price(Item item) {
        return item.listPrice().stripTrailingZeros().scale() < 2
                ? item.listPrice().setScale(2).toPlainString() + " " + item.currency()
                : item.listPrice().stripTrailingZeros().toPlainString() + " " + item.currency();
    }

    private static Chip state(Item item) {
        return item.active()
                ? Chip.of(t("catalog.itemScreens.onSale"), Tone.GOOD)
                : Chip.of(t("catalog.itemScreens.notOnSale"), Tone.WARN);
    }

    @GetMapping(LIST + "/new")
    @Requires("catalog:write")
    WebPage newForm(Who who) {
        return page(null, Map.of("currency", company.currency(), "quantityDecimals", "0"), List.of(), who);
    }

    @PostMapping(LIST)
    @Requires("catalog:write")
    Screen create(@RequestParam Map<String, String> in, Cause cause, Who who) {
        FormInput input = new FormInput(in);
        Optional<ItemDraft> draft = ItemForm.draft(input, null);
        if (draft.isEmpty()) {
            return page(null, in, input.refusals(), who).status(UNPROCESSABLE);
        }
        return switch (catalog.add(cause, draft.get())) {
            case Outcome.Refused<Defined>(List<Refusal> refusals) ->
                page(null, in, FormInput.named(refusals), who).status(UNPROCESSABLE);
            case Outcome.Done<Defined>(Defined defined, boolean replayed) ->
                Redirect.to(
                        LIST + "/"
                                + find(Long.toString(defined.items().getFirst().id()))
                                        .key(),
                        Flash.done(
                                t("catalog.itemScreens.canBeSold", draft.get().sku())));
        };
    }

    @GetMapping(LIST + "/{item}")
    @Requires("catalog:read")
    WebPage one(@PathVariable("item") String key, Who who) {
        Item item = find(key);
        return page(item, ItemForm.of(item), List.of(), who);
    }

    @PostMapping(LIST + "/{item}")
    @Requires("catalog:write")
    Screen change(@PathVariable("item") String key, @RequestParam Map<String, String> in, Cause cause, Who who) {
        Item item = find(key);
        FormInput input = new FormInput(in);
        int version = input.whole("version");
        Optional<ItemDraft> draft = ItemForm.draft(input, item);
        if (draft.isEmpty()) {
            return page(item, in, input.refusals(), who).status(UNPROCESSABLE);
        }
        return switch (catalog.change(cause, draft.get(), version)) {
            case Outcome.Refused<Defined>(List<Refusal> refusals) ->
                page(item, in, FormInput.named(refusals), who).status(UNPROCESSABLE);
            case Outcome.Done<Defined> done ->
                Redirect.to(LIST + "/" + item.key(), Flash.done(t("catalog.itemScreens.isChanged", item.sku())));
        };
    }

    @GetMapping(LIST + "/{item}/sale")
    @Requires("catalog:write")
    WebPage askSale(@PathVariable("item") String key, Who who) {
        Item item = find(key);
        String url = LIST + "/" + item.key();
        return WebPage.asking(Dialog.of(
                                t("catalog.item.takeOffSaleAsk", item.sku()),
                                url + "/sale",
                                url,
                                t("catalog.item.takeOffSale"))
                        .explained(t("catalog.item.takeOffSaleMeans"))
                        .about("", Map.of("active", "false"))
                        .changing(foretelling.of(who, cause -> catalog.setActive(cause, List.of(item.sku()), false)))
                        .dangerous())
                .in("catalog")
                .crumb(t("catalog.itemScreens.items"), LIST)
                .crumb(item.sku().code(), url);
    }

    /** Takes it off sale, or puts it back; what is ordered already is not touched. */
    @PostMapping(LIST + "/{item}/sale")
    @Requires("catalog:write")
    Redirect sale(@PathVariable("item") String key, @RequestParam boolean active, Cause cause) {
        Item item = find(key);
        catalog.setActive(cause, List.of(item.sku()), active).orThrow();
        return Redirect.to(
                LIST + "/" + item.key(),
                Flash.done(
                        active
                                ? t("catalog.itemScreens.isOnSale", item.sku())
                                : t("catalog.itemScreens.isNotSoldAnyMore", item.sku())));
    }

    private WebPage page(@Nullable Item item, Map<String, String> in, List<Refusal> refusals, Who who) {
        List<Field> fields = who.may("catalog:write") ? ItemForm.fields(item == null, in) : List.of();
        String url = item == null ? LIST : LIST + "/" + item.key();
        boolean stock = item != null && item.isStocked() && who.may("inventory:read");
        ItemPage view = new ItemPage(
                item == null,
                item == null ? t("catalog.itemScreens.newItem") : item.sku().code(),
                item == null ? "" : item.description(),
                item == null ? List.of() : List.of(state(item)),
                url,
                fields.stream().map(field -> field.errorsOf(refusals)).toList(),
                in.getOrDefault("version", ""),
                Field.rest(refusals, fields),
                item == null ? List.of() : facts(item, fields.isEmpty()),
                item != null && stock ? "/inventory/" + item.id() : "",
                item != null && who.may("catalog:write") ? url + "/sale" : "",
                item != null && item.active(),
                item == null ? List.of() : History.of(facts.of("item", item.id(), HISTORY_MAX), show));
        return WebPage.of("catalog/item.jte", view, view.title())
                .in("catalog")
                .crumb(t("catalog.itemScreens.items"), LIST);
    }

    private static List<KeyValue> facts(Item item, boolean all) {
        List<KeyValue> facts = new java.util.ArrayList<>();
        facts.add(KeyValue.of(t("catalog.itemScreens.kind"), ItemForm.kind(item)));
        facts.add(KeyValue.of(
                t("catalog.itemScreens.counted"),
                item.quantityDecimals() == 0
                        ? t("catalog.itemScreens.inWholeUnits")
                        : t("catalog.itemScreens.withDecimals", item.quantityDecimals())));
        if (all) {
            facts.add(KeyValue.of(t("catalog.itemScreens.description"), item.description()));
            facts.add(KeyValue.of(t("catalog.itemScreens.listPriceNet"), price(item)));
            facts.add(KeyValue.of(t("catalog.itemScreens.tax"), item.taxCategory()));
            facts.add(KeyValue.of(
                    t("catalog.itemScreens.weight"),
                    item.weightGrams() == 0 ? "–" : Show.number(item.weightGrams()) + " g"));
            facts.add(KeyValue.of(t("catalog.itemScreens.barcode"), Objects.requireNonNullElse(item.barcode(), "–")));
            facts.add(KeyValue.of(
                    t("catalog.itemForm.packMultiple"), quantity(item.units().packMultiple())));
            facts.add(KeyValue.of(
                    t("catalog.itemForm.orderMin"), quantity(item.units().orderMin())));
            facts.add(KeyValue.of(
                    t("catalog.itemForm.orderMax"), quantity(item.units().orderMax())));
        }
        return facts;
    }

    private static String quantity(@Nullable BigDecimal quantity) {
        return quantity == null ? "–" : TypedNumbers.text(quantity.stripTrailingZeros());
    }

    private Item find(String key) {
        return catalog.byKey(key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no item " + key));
    }
}
