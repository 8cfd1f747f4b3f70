package dev.orderwright.desk.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.customers.Customer;
import dev.orderwright.desk.Desk;
import dev.orderwright.desk.ItemOffer;
import dev.orderwright.desk.Lookup;
import dev.orderwright.desk.OpenOrders;
import dev.orderwright.desk.PhoneOrder;
import dev.orderwright.desk.Sheet;
import dev.orderwright.desk.web.Found.CustomerRow;
import dev.orderwright.desk.web.Found.CustomersFound;
import dev.orderwright.desk.web.Found.ItemRow;
import dev.orderwright.desk.web.Found.ItemsFound;
import dev.orderwright.promising.ItemAvailability;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the desk says while somebody types: who and what fits, what it comes to, and that it is kept. */
@Controller
class DeskAnswers {

    private final Desk desk;
    private final Lookup lookup;
    private final OpenOrders open;
    private final InstantSource clock;

    DeskAnswers(Desk desk, Lookup lookup, OpenOrders open, InstantSource clock) {
        this.desk = desk;
        this.lookup = lookup;
        this.open = open;
        this.clock = clock;
    }

    @GetMapping(DeskScreens.DESK + "/customers")
    @Requires("orders:write")
    WebPage customers(@RequestParam(defaultValue = "") String find, Who who) {
        String typed = find.strip();
        List<CustomerRow> rows = !who.may("customers:read") || typed.isEmpty()
                ? List.of()
                : lookup.customers(typed).stream()
                        .map(customer -> row(customer, typed, who))
                        .toList();
        CustomersFound found = new CustomersFound(
                typed, t("desk.found.customers", Show.number(rows.size())), rows, who.may("customers:write"));
        return WebPage.fragment("desk/customersFound.jte", found);
    }

    private static CustomerRow row(Customer customer, String typed, Who who) {
        return new CustomerRow(
                customer.number(),
                who.personal(customer.name(), Masks::name),
                Stream.of(BuyerFields.contact(customer, who), customer.country())
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" · ")),
                customer.active() ? List.of() : List.of(Chip.of(t("desk.buyer.notSoldTo"), Tone.WARN)),
                customer.number().equalsIgnoreCase(typed));
    }

    /** What is typed of the order says where it would go, and so when an item would be there. */
    @GetMapping(DeskScreens.DESK + "/items")
    @Requires("orders:write")
    WebPage items(@RequestParam MultiValueMap<String, String> in, Who who) {
        PhoneOrder order = DeskForm.order(in, who);
        String typed = order.entry().code();
        List<ItemRow> rows = lookup.items(typed, order, clock.instant()).stream()
                .map(DeskAnswers::row)
                .toList();
        return WebPage.fragment(
                "desk/itemsFound.jte", new ItemsFound(typed, t("desk.found.items", Show.number(rows.size())), rows));
    }

    private static ItemRow row(ItemOffer offer) {
        ItemAvailability available = offer.availability();
        int decimals = offer.item().quantityDecimals();
        return new ItemRow(
                offer.item().sku().code(),
                offer.item().description(),
                DeskPages.price(offer.item().listPrice(), offer.item().currency()),
                available == null ? "" : t("desk.line.available", Quantities.text(available.total(), decimals)),
                available == null ? "" : DeskPages.day(available.deliverOn()),
                available != null && !available.isEnough(),
                offer.exact());
    }

    @PostMapping(DeskScreens.DESK + "/{key}/quote")
    @Requires("orders:write")
    WebPage quote(@PathVariable String key, @RequestParam MultiValueMap<String, String> in, Who who) {
        PhoneOrder order = DeskForm.order(in, who);
        boolean another = !first(in, "shown").equals(DeskForm.shown(order.buyer()));
        String placeBefore = first(in, "shownPlace");
        boolean elsewhere = !placeBefore.equals(order.delivery().place());
        if (another) {
            order = desk.begun(order);
        } else if (elsewhere && order.delivery().place().isEmpty()) {
            order = desk.moved(order, placeBefore, who.seesPersonalData());
        }
        Sheet sheet = desk.sheet(order, clock.instant());
        boolean redrawn = another || elsewhere;
        return WebPage.fragment(
                "desk/answer.jte",
                new DeskParts(
                        DeskPages.sum(sheet),
                        DeskPages.lines(sheet, DeskForm.keys(in, order.lines().size())),
                        DeskPages.methods(sheet),
                        redrawn ? new BuyerFields(sheet, List.of(), who).buyer() : null,
                        another ? DeskPages.terms(sheet, List.of()) : null));
    }

    private static String first(MultiValueMap<String, String> in, String name) {
        String value = in.getFirst(name);
        return value == null ? "" : value;
    }

    /** How it is kept now: the version goes with the next save. */
    record Kept(int version, String text) {}

    /** Why it is not kept. */
    record NotKept(String code, String text) {}

    /** @param version the one that the page knows, 0 for none */
    @PostMapping(DeskScreens.DESK + "/{key}/save")
    @Requires("orders:write")
    ResponseEntity<?> save(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> in,
            @RequestParam int version,
            Who who) {
        PhoneOrder order = DeskForm.order(in, who);
        if (version == 0 && !order.hasContent()) {
            return ResponseEntity.noContent().build();
        }
        return switch (open.save(who.actor(), DeskScreens.checkKey(key), order, version)) {
            case Outcome.Done<Integer>(Integer next, boolean _) ->
                ResponseEntity.ok(new Kept(next, t("desk.desk.saved", t("shared.show.justNow"))));
            case Outcome.Refused<Integer>(List<Refusal> refusals) -> {
                Refusal first = refusals.getFirst();
                yield ResponseEntity.status(
                                first.code().equals("stale-version")
                                        ? HttpStatus.CONFLICT
                                        : HttpStatus.UNPROCESSABLE_ENTITY)
                        .body(new NotKept(first.code(), first.reason()));
            }
        };
    }
}
