package dev.orderwright.desk.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.desk.Desk;
import dev.orderwright.desk.OpenOrders;
import dev.orderwright.desk.OpenOrders.Open;
import dev.orderwright.desk.PhoneOrder;
import dev.orderwright.desk.PhoneOrders;
import dev.orderwright.desk.Sent;
import dev.orderwright.desk.Sheet;
import dev.orderwright.desk.web.DeskPage.OpenDraft;
import dev.orderwright.desk.web.DeskPage.Wrong;
import dev.orderwright.desk.web.DeskParts.Line;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The phone desk: one page on which an order is taken while the customer is on the line. */
@Controller
class DeskScreens {

    static final String DESK = "/desk";
    private static final int UNPROCESSABLE = 422;
    private static final int ACCEPTED = 202;

    private final Desk desk;
    private final OpenOrders open;
    private final PhoneOrders orders;
    private final Customers customers;
    private final Ids ids;
    private final InstantSource clock;

    DeskScreens(Desk desk, OpenOrders open, PhoneOrders orders, Customers customers, Ids ids, InstantSource clock) {
        this.desk = desk;
        this.open = open;
        this.orders = orders;
        this.customers = customers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who works for some channels only has to work for this one. */
    static void checkChannel(Who who) {
        if (!who.worksFor(Desk.CHANNEL)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, t("desk.refusal.youDoNotTakePhoneOrders"));
        }
    }

    /** Numbers only: what a draft is called is part of the number of its order. */
    static String checkKey(String key) {
        return Ids.parse(key)
                .filter(id -> id > 0 && Long.toString(id).equals(key))
                .map(id -> key)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no draft " + key));
    }

    /** @param customer number of the one who buys, when that is known */
    @GetMapping(DESK)
    @Requires("orders:write")
    WebPage begin(@RequestParam(defaultValue = "") String customer, Who who) {
        checkChannel(who);
        PhoneOrder order = PhoneOrder.blank();
        if (!customer.isBlank()) {
            order = desk.begun(order.with(new PhoneOrder.Buyer("", customer.strip(), false, false, "")));
        }
        return page(Long.toString(ids.next()), order, null, List.of(), who);
    }

    /** An order that was begun; the order that it has become, if it was placed meanwhile. */
    @GetMapping(DESK + "/{key}")
    @Requires("orders:write")
    Screen goOn(@PathVariable String key, Who who) {
        checkChannel(who);
        Optional<OrderHead> placed = orders.placed(checkKey(key));
        if (placed.isPresent()) {
            open.discard(who.actor(), key);
            return Redirect.to(PlacedScreens.PLACED + placed.get().number());
        }
        return open.find(who.actor(), key)
                .<Screen>map(draft -> page(key, draft.order(), draft, List.of(), who))
                .orElseGet(() -> Redirect.to(DESK, Flash.refused(t("desk.refusal.thatOrderIsNotHere"))));
    }

    /** The whole page again with what it comes to now, for who has no script. */
    @PostMapping(DESK + "/{key}/check")
    @Requires("orders:write")
    WebPage check(@PathVariable String key, @RequestParam MultiValueMap<String, String> in, Who who) {
        checkChannel(who);
        PhoneOrder order = desk.settled(DeskForm.order(in, who));
        return page(checkKey(key), order, open.find(who.actor(), key).orElse(null), List.of(), who);
    }

    @PostMapping(DESK + "/{key}/place")
    @Requires("orders:write")
    Screen place(@PathVariable String key, @RequestParam MultiValueMap<String, String> in, Who who) {
        checkChannel(who);
        PhoneOrder order = DeskForm.order(in, who);
        return switch (orders.place(who.actor(), checkKey(key), order, clock.instant())) {
            case Sent.Taken(String number, boolean asBefore) ->
                asBefore
                        ? Redirect.to(PlacedScreens.PLACED + number, Flash.refused(t("desk.desk.placedAsBefore")))
                        : Redirect.to(PlacedScreens.PLACED + number);
            case Sent.NotTaken(PhoneOrder kept, int version, List<Refusal> refusals) ->
                page(key, kept, draft(key, kept, version), refusals, who).status(UNPROCESSABLE);
            case Sent.Unanswered(PhoneOrder kept, int version) ->
                page(key, kept, draft(key, kept, version), List.of(), who).status(ACCEPTED);
        };
    }

    private Open draft(String key, PhoneOrder order, int version) {
        return new Open(key, order, version, clock.instant());
    }

    @GetMapping(DESK + "/{key}/discard")
    @Requires("orders:write")
    Screen askDiscard(@PathVariable String key, Who who) {
        String url = DESK + "/" + checkKey(key);
        return others("", who).stream()
                .filter(draft -> draft.url().equals(url))
                .findFirst()
                .<Screen>map(draft -> WebPage.asking(Dialog.of(
                                        t("desk.desk.throwAwayAsk", draft.what()),
                                        url + "/discard",
                                        DESK,
                                        t("desk.desk.throwAway"))
                                .explained(t("desk.desk.throwAwayMeans"))
                                .dangerous())
                        .in("desk")
                        .crumb(t("desk.desk.phoneDesk"), DESK))
                .orElseGet(() -> Redirect.to(DESK, Flash.refused(t("desk.refusal.thatOrderIsNotHere"))));
    }

    @PostMapping(DESK + "/{key}/discard")
    @Requires("orders:write")
    Redirect discard(@PathVariable String key, Who who) {
        open.discard(who.actor(), checkKey(key));
        return Redirect.to(DESK, Flash.done(t("desk.desk.thrownAway")));
    }

    /**
     * @param draft as it is kept; null while it is not
     * @param refusals what it was refused for; empty before it was sent
     */
    private WebPage page(String key, PhoneOrder order, @Nullable Open draft, List<Refusal> refusals, Who who) {
        Sheet sheet = desk.sheet(order, clock.instant());
        MultiValueMap<String, String> none = new LinkedMultiValueMap<>();
        List<Wrong> wrong = refusals.stream()
                .map(refusal -> new Wrong(field(refusal), refusal.reason()))
                .toList();
        DeskParts.Buyer buyer = new BuyerFields(sheet, refusals, who).buyer();
        DeskPage view = new DeskPage(
                DESK + "/" + key,
                draft == null ? 0 : draft.version(),
                order.sent(),
                draft == null ? "" : saved(draft),
                others(key, who),
                wrong,
                buyer,
                DeskPages.lines(sheet, DeskForm.keys(none, order.lines().size())),
                Line.of("", order.entry().code(), order.entry().quantity()),
                Line.of("_k_", "", ""),
                DeskPages.terms(sheet, refusals),
                DeskPages.sum(sheet),
                wrong.stream()
                        .map(Wrong::field)
                        .filter(field -> !field.isEmpty())
                        .findFirst()
                        .orElse(buyer.focus()));
        return WebPage.of("desk/desk.jte", view, t("desk.desk.phoneDesk"))
                .in("desk")
                .with("console/desk.css", "console/desk.js");
    }

    /** The field to put it right in. */
    private static String field(Refusal refusal) {
        if (refusal.field().startsWith("lines[")) {
            int index = Integer.parseInt(
                    refusal.field().replaceAll("\\D+", " ").strip().split(" ", 2)[0]);
            return "quantity-" + (index + 1);
        }
        return DeskForm.fieldOf(refusal.field());
    }

    private String saved(Open draft) {
        return t("desk.desk.saved", Show.ago(draft.savedAt(), clock.instant()));
    }

    private List<OpenDraft> others(String key, Who who) {
        List<Open> drafts = open.of(who.actor()).stream()
                .filter(draft -> !draft.key().equals(key))
                .toList();
        Map<String, Customer> buyers = customers.byNumber(drafts.stream()
                .map(draft -> draft.order().buyer().customer())
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList());
        return drafts.stream()
                .map(draft -> new OpenDraft(
                        DESK + "/" + draft.key(),
                        what(draft.order(), buyers, who),
                        t("desk.desk.lines", Show.number(draft.order().lines().size())),
                        Show.ago(draft.savedAt(), clock.instant()),
                        draft.order().sent()))
                .toList();
    }

    private static String what(PhoneOrder order, Map<String, Customer> buyers, Who who) {
        PhoneOrder.Buyer buyer = order.buyer();
        Customer customer = buyers.get(buyer.customer());
        if (customer != null) {
            return customer.number() + " " + who.personal(customer.name(), Masks::name);
        }
        String typed = order.delivery().typed().name().isBlank()
                ? order.delivery().typed().company()
                : order.delivery().typed().name();
        String named = typed.isBlank() ? buyer.find() : typed;
        return named.isBlank() ? t("desk.desk.nobodyYet") : named;
    }
}
