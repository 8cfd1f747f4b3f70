package dev.orderwright.inventory.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Effect;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.TypedNumbers;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The forms about stock: each shows what it will change while one types, and books it. */
@Controller
class StockFormScreens {

    private static final int UNPROCESSABLE = 422;

    private final StockForms forms;
    private final StockBookings bookings;
    private final Show show;
    private final InstantSource clock;

    StockFormScreens(StockForms forms, StockBookings bookings, Show show, InstantSource clock) {
        this.forms = forms;
        this.bookings = bookings;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping("/inventory/book/{work}")
    @Requires("inventory:write")
    WebPage form(@PathVariable("work") String path, @RequestParam Map<String, String> given, Who who) {
        StockWork work = find(path);
        Map<String, String> in = new HashMap<>(given);
        // Links carry numbers as programs write them; in the field they stand as the reader does.
        in.computeIfPresent(StockForms.QUANTITY, (name, number) -> TypedNumbers.ofLink(number));
        Effect effect = in.isEmpty() ? Effect.NONE : booking(work, in, who).effect();
        return page(work, in, effect, List.of(), who);
    }

    /** What the form will change, as it stands now. */
    @GetMapping("/inventory/book/{work}/effect")
    @Requires("inventory:write")
    WebPage effect(@PathVariable("work") String path, @RequestParam Map<String, String> in, Who who) {
        return WebPage.fragment(
                "console/effect.jte", booking(find(path), in, who).effect());
    }

    @PostMapping("/inventory/book/{work}")
    @Requires("inventory:write")
    Screen book(@PathVariable("work") String path, @RequestParam Map<String, String> in, Cause cause, Who who) {
        StockWork work = find(path);
        StockBooking booking = booking(work, in, who);
        Outcome<String> outcome =
                booking.refusals().isEmpty() ? booking.run().apply(cause) : Outcome.refused(booking.refusals());
        return switch (outcome) {
            case Outcome.Refused<String>(List<Refusal> refusals) ->
                page(work, in, booking.effect(), StockBooking.named(refusals), who)
                        .status(UNPROCESSABLE);
            case Outcome.Done<String>(String said, boolean replayed) ->
                Redirect.to(after(work, in, booking), Flash.done(said));
        };
    }

    /** Whoever receives a delivery goes on with its next item; everything else ends on the page of the item. */
    private static String after(StockWork work, Map<String, String> in, StockBooking booking) {
        return switch (work) {
            case RECEIVE ->
                Link.to(work.url())
                        .with("node", in.getOrDefault("node", ""))
                        .with("document", in.getOrDefault("document", ""))
                        .toString();
            case TRANSFER -> "/inventory/transfers";
            case ADJUST, MOVE, ANNOUNCE, LIMIT -> "/inventory/" + booking.itemId();
        };
    }

    private StockBooking booking(StockWork work, Map<String, String> in, Who who) {
        LocalDate today = clock.instant().atZone(show.zone()).toLocalDate();
        return bookings.read(work, in, who, today);
    }

    private WebPage page(StockWork work, Map<String, String> in, Effect effect, List<Refusal> refusals, Who who) {
        List<Field> fields = forms.fields(work, in, who);
        StockFormPage view = new StockFormPage(
                work.label(),
                work.explanation(),
                work.url(),
                work.url() + "/effect",
                work.verb(),
                fields.stream().map(field -> field.errorsOf(refusals)).toList(),
                Field.rest(refusals, fields),
                effect);
        return WebPage.of("inventory/form.jte", view, work.label())
                .in("inventory")
                .crumb(t("inventory.stockFormScreens.inventory"), "/inventory");
    }

    private static StockWork find(String path) {
        return StockWork.of(path).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
