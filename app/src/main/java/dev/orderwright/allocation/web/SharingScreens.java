package dev.orderwright.allocation.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.allocation.Sharing;
import dev.orderwright.allocation.SharingPlan;
import dev.orderwright.allocation.SharingRun;
import dev.orderwright.allocation.SharingWish;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
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

/** Scarce items are shared out anew: first it is looked at who gains and who loses, then it is done. */
@Controller
class SharingScreens {

    static final String RUN_URL = "/backorders/runs/";
    static final String MAY = "allocation:write";

    private static final String ITEM_URL = "/backorders/items/{item}";
    private static final int UNPROCESSABLE = 422;

    private final Sharing sharing;
    private final SharingPages pages;
    private final Catalog catalog;
    private final Foretelling foretelling;

    SharingScreens(Sharing sharing, SharingPages pages, Catalog catalog, Foretelling foretelling) {
        this.sharing = sharing;
        this.pages = pages;
        this.catalog = catalog;
        this.foretelling = foretelling;
    }

    /** Where an item is shared out. */
    static String url(long itemId) {
        return ITEM_URL.replace("{item}", Long.toString(itemId));
    }

    private static String itemUrl(long itemId) {
        return "/inventory/" + itemId;
    }

    @GetMapping(ITEM_URL)
    @Requires(MAY)
    WebPage look(@PathVariable long item, Who who) {
        return page(item(item), SharingForm.usual(), who, List.of());
    }

    /** What would come of another choice. */
    @PostMapping(ITEM_URL + "/preview")
    @Requires(MAY)
    WebPage preview(@PathVariable long item, @RequestParam Map<String, String> form, Who who) {
        Item wanted = item(item);
        SharingForm typed = SharingForm.typed(form, new FormInput(form));
        return WebPage.fragment(
                "allocation/sharingBody.jte",
                SharingPages.page(wanted, url(item), typed, looked(wanted, typed, who), List.of()));
    }

    @PostMapping(ITEM_URL)
    @Requires(MAY)
    Screen share(@PathVariable long item, @RequestParam Map<String, String> form, Who who, Cause cause) {
        Item wanted = item(item);
        FormInput input = new FormInput(form);
        SharingForm typed = SharingForm.typed(form, input);
        Outcome<SharingRun> outcome =
                input.refusals().isEmpty() ? sharing.share(cause, typed.wish(item)) : Outcome.refused(input.refusals());
        return switch (outcome) {
            case Outcome.Done<SharingRun>(SharingRun run, boolean _) ->
                Redirect.to(RUN_URL + run.id(), Flash.done(t("allocation.page.done")));
            case Outcome.Refused<SharingRun>(List<Refusal> refusals) ->
                page(wanted, typed, who, refusals).status(UNPROCESSABLE);
        };
    }

    @GetMapping(RUN_URL + "{id}")
    @Requires("orders:read")
    WebPage run(@PathVariable long id) {
        SharingRun run = sharing.find(id).orElseThrow(SharingScreens::notFound);
        Item item = Objects.requireNonNull(catalog.byId(List.of(run.itemId())).get(run.itemId()));
        SharingPage view = pages.page(item, itemUrl(item.id()), run);
        return WebPage.of("allocation/sharing.jte", view, view.title())
                .in("backorders")
                .crumb(t("allocation.list.title"), BackorderScreens.URL);
    }

    private WebPage page(Item item, SharingForm form, Who who, List<Refusal> refusals) {
        SharingPage view = SharingPages.page(item, url(item.id()), form, looked(item, form, who), refusals);
        return WebPage.of("allocation/sharing.jte", view, view.title())
                .in("backorders")
                .crumb(t("allocation.list.title"), BackorderScreens.URL)
                .crumb(item.sku().code(), itemUrl(item.id()));
    }

    /** Carried out and rolled back; null where there is nothing to share. */
    private @Nullable SharingPlan looked(Item item, SharingForm form, Who who) {
        SharingWish wish = form.look(item.id());
        return foretelling.preview(who, trying -> sharing.share(trying, wish)).outcome()
                        instanceof Outcome.Done<SharingRun>(SharingRun run, boolean _)
                ? run.plan()
                : null;
    }

    private Item item(long id) {
        return Optional.ofNullable(catalog.byId(List.of(id)).get(id)).orElseThrow(SharingScreens::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
