package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.Priorities;
import dev.orderwright.orders.Priorities.Made;
import dev.orderwright.orders.Priorities.Place;
import dev.orderwright.orders.PriorityFormula;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** By what orders come before others: looked at by those who see orders, changed by those who may. */
@Controller
class PriorityScreens {

    private static final String URL = "/admin/priority";
    /** The button that shows who would come first, and changes nothing. */
    private static final String TRY = "try";

    private static final int VERSIONS = 20;
    private static final int LINE = 15;
    private static final int UNPROCESSABLE = 422;

    private final Priorities priorities;
    private final Show show;
    private final InstantSource clock;

    PriorityScreens(Priorities priorities, Show show, InstantSource clock) {
        this.priorities = priorities;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping(URL)
    @Requires("orders:read")
    WebPage formula(@RequestParam(required = false) @Nullable Integer version, Who who) {
        PriorityFormula latest = priorities.latest(1).getFirst().formula();
        PriorityFormula shown = version == null
                ? latest
                : priorities
                        .byVersion(version)
                        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                        .formula();
        boolean isOld = shown.version() != latest.version();
        return page(
                PriorityForm.of(latest.version(), shown),
                who.may("priority:write") && !isOld,
                isOld ? t("orders.priority.olderVersion", shown.version()) : "",
                isOld,
                List.of());
    }

    @PostMapping(URL)
    @Requires("priority:write")
    Screen save(@RequestParam Map<String, String> form, Cause cause) {
        PriorityForm typed = PriorityForm.typed(form);
        if (form.containsKey(TRY)) {
            List<Refusal> refusals =
                    typed.refusals().isEmpty() ? priorities.refusals(typed.formula()) : typed.refusals();
            WebPage page = page(typed, true, "", refusals.isEmpty(), refusals);
            return refusals.isEmpty() ? page : page.status(UNPROCESSABLE);
        }
        Outcome<Made> outcome = typed.refusals().isEmpty()
                ? priorities.make(cause, new Priorities.Wish(typed.seen(), typed.formula(), typed.why()))
                : Outcome.refused(typed.refusals());
        return switch (outcome) {
            case Outcome.Done<Made>(Made made, boolean _) ->
                Redirect.to(
                        URL,
                        Flash.done(t("orders.priority.saved", made.formula().version())));
            case Outcome.Refused<Made>(List<Refusal> refusals) ->
                page(typed, true, "", false, refusals).status(UNPROCESSABLE);
        };
    }

    /** @param tried whether the line is to be that of the form, not of the formula in force */
    private WebPage page(PriorityForm form, boolean mayChange, String notice, boolean tried, List<Refusal> refusals) {
        PriorityFormula shown =
                tried ? form.formula() : priorities.latest(1).getFirst().formula();
        List<Field> points = form.points(refusals);
        List<Field> channels = form.channels(refusals);
        Field why = Field.text("why", t("orders.priority.why"), form.why())
                .mandatory()
                .errorsOf(refusals);
        List<Field> fields = new ArrayList<>(points);
        fields.addAll(channels);
        fields.add(why);
        PriorityPage view = new PriorityPage(
                form.seen(),
                mayChange ? URL : "",
                notice,
                means(shown),
                points,
                channels,
                Field.text(PriorityForm.NEW, t("orders.priority.anotherChannel"), ""),
                Field.number(PriorityForm.NEW_POINTS, t("orders.priority.itsPoints"), ""),
                why,
                Field.rest(refusals, fields),
                tried,
                priorities.line(shown, LINE).stream()
                        .map(place -> row(place, shown))
                        .toList(),
                priorities.latest(VERSIONS).stream().map(this::version).toList());
        return WebPage.of("orders/priority.jte", view, t("orders.priority.title"))
                .in("priority");
    }

    /** The formula as somebody would write it down. */
    private static String means(PriorityFormula formula) {
        List<String> parts = new ArrayList<>();
        if (formula.priority() > 0) {
            parts.add(t("orders.priority.timesPriority", Show.number(formula.priority())));
        }
        formula.channels().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(entry -> entry.getValue() > 0)
                .forEach(entry ->
                        parts.add(t("orders.priority.forChannel", Show.number(entry.getValue()), entry.getKey())));
        if (formula.value() > 0 && formula.valueMax() > 0) {
            parts.add(t("orders.priority.timesValue", Show.number(formula.value()), Show.number(formula.valueMax())));
        }
        if (formula.day() > 0) {
            parts.add(t("orders.priority.timesDay", Show.number(formula.day())));
        }
        if (formula.age() > 0) {
            parts.add(t("orders.priority.timesAge", Show.number(formula.age())));
        }
        return parts.isEmpty() ? t("orders.priority.nothingCounts") : String.join(" + ", parts);
    }

    private PriorityPage.Row row(Place place, PriorityFormula formula) {
        Instant now = clock.instant();
        return new PriorityPage.Row(
                Show.number(place.place()),
                place.place() == place.placeNow() ? "" : Show.number(place.placeNow()),
                place.place() < place.placeNow(),
                place.number(),
                "/orders/" + place.number(),
                Show.number(formula.points(place.standing(), now)),
                formula.parts(place.standing(), now).stream()
                        .map(given -> KeyValue.number(Texts.of(given.part()), Show.number(given.points())))
                        .toList());
    }

    private PriorityPage.Version version(Made made) {
        int number = made.formula().version();
        boolean first = number == 0;
        return new PriorityPage.Version(
                number,
                URL + "?version=" + number,
                first ? t("orders.priority.fromTheBeginning") : show.moment(made.at()),
                first ? "" : Show.actor(made.by()),
                first ? "" : made.why());
    }
}
