package dev.orderwright.whatif.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.Strategies;
import dev.orderwright.promising.Strategies.Made;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import dev.orderwright.whatif.WhatIfRun;
import dev.orderwright.whatif.WhatIfWish;
import dev.orderwright.whatif.WhatIfs;
import dev.orderwright.whatif.web.WhatIfListPage.RunRow;
import dev.orderwright.whatif.web.WhatIfPage.TakeOver;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What would have been, for those who see orders; asked, stopped and put in force by those who decide on sourcing. */
@Controller
class WhatIfScreens {

    static final String URL = "/admin/what-if";

    private static final String MAY = "sourcing:write";
    private static final int VERSIONS = 50;
    private static final int ROWS = 50;
    private static final int UNPROCESSABLE = 422;

    private final WhatIfs whatIfs;
    private final WhatIfPages pages;
    private final Strategies strategies;
    private final Company company;
    private final Show show;
    private final InstantSource clock;

    WhatIfScreens(
            WhatIfs whatIfs,
            WhatIfPages pages,
            Strategies strategies,
            Company company,
            Show show,
            InstantSource clock) {
        this.whatIfs = whatIfs;
        this.pages = pages;
        this.strategies = strategies;
        this.company = company;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping(URL)
    @Requires("orders:read")
    WebPage list(
            @RequestParam(required = false) @Nullable Integer version,
            @RequestParam(required = false) @Nullable String cursor,
            Who who) {
        int test = version == null ? strategies.latest(1).getFirst().strategy().version() : version;
        return list(WhatIfForm.of(test, today()), cursor, who.may(MAY), List.of());
    }

    @PostMapping(URL)
    @Requires(MAY)
    Screen ask(@RequestParam Map<String, String> form, Cause cause) {
        FormInput input = new FormInput(form);
        WhatIfForm typed = WhatIfForm.typed(input);
        List<Refusal> refusals = new ArrayList<>(input.refusals());
        Optional<WhatIfWish> wish = typed.wish(company.zone(), refusals);
        if (wish.isEmpty()) {
            return list(typed, null, true, refusals).status(UNPROCESSABLE);
        }
        return switch (whatIfs.ask(cause, wish.get())) {
            case Outcome.Done<WhatIfs.Asked>(WhatIfs.Asked asked, boolean _) -> Redirect.to(URL + "/" + asked.runId());
            case Outcome.Refused<WhatIfs.Asked>(List<Refusal> refused) ->
                list(typed, null, true, refused).status(UNPROCESSABLE);
        };
    }

    private WebPage list(WhatIfForm form, @Nullable String cursor, boolean mayAsk, List<Refusal> refusals) {
        Page<WhatIfRun> page = whatIfs.list(cursor, ROWS);
        List<Field> fields = form.fields(strategies.latest(VERSIONS), refusals);
        WhatIfListPage view = new WhatIfListPage(
                mayAsk ? URL : "",
                fields,
                Field.rest(refusals, fields),
                page.items().stream().map(this::row).toList(),
                Pager.of(page, Link.to(URL), "cursor", cursor, t("shared.one.run"), t("shared.many.runs")));
        return WebPage.of("whatif/list.jte", view, t("whatif.list.title")).in("what-if");
    }

    private RunRow row(WhatIfRun run) {
        WhatIfWish wish = run.wish();
        return new RunRow(
                URL + "/" + run.id(),
                WhatIfPages.what(wish),
                pages.period(wish.from(), wish.until()),
                WhatIfPages.channel(wish),
                WhatIfPages.state(run.state()),
                show.moment(run.askedAt()),
                Show.actor(run.actor().code()));
    }

    @GetMapping(URL + "/{id}")
    @Requires("orders:read")
    WebPage one(@PathVariable long id, Who who) {
        return one(find(id), who.may(MAY), "", List.of());
    }

    private WebPage one(WhatIfRun run, boolean may, String why, List<Refusal> refusals) {
        WhatIfPage view = pages.page(run, may, may ? takeOver(run, why, refusals) : null);
        return WebPage.of("whatif/run.jte", view, view.title()).in("what-if").crumb(t("whatif.list.title"), URL);
    }

    /** What changes while it goes on. */
    @GetMapping(URL + "/{id}/body")
    @Requires("orders:read")
    WebPage body(@PathVariable long id, Who who) {
        WhatIfRun run = find(id);
        boolean may = who.may(MAY);
        return WebPage.fragment("whatif/runBody.jte", pages.page(run, may, may ? takeOver(run, "", List.of()) : null));
    }

    @PostMapping(URL + "/{id}/stop")
    @Requires(MAY)
    Screen stop(@PathVariable long id, Cause cause) {
        return switch (whatIfs.stop(cause, id)) {
            case Outcome.Done<WhatIfs.Asked> _ -> Redirect.to(URL + "/" + id, Flash.done(t("whatif.page.stopped")));
            case Outcome.Refused<WhatIfs.Asked>(List<Refusal> refused) ->
                Redirect.to(URL + "/" + id, Flash.refused(refused.getFirst().reason()));
        };
    }

    /** The rules of the version that was tried out take over as a new version. */
    @PostMapping(URL + "/{id}/take-over")
    @Requires(MAY)
    Screen takeOver(@PathVariable long id, @RequestParam Map<String, String> form, Cause cause) {
        WhatIfRun run = find(id);
        FormInput input = new FormInput(form);
        LocalDate day = input.day("from");
        String why = input.text("why");
        Made test = strategies.byVersion(run.wish().test()).orElseThrow(WhatIfScreens::notFound);
        Outcome<Made> outcome = input.refusals().isEmpty()
                ? strategies.make(
                        cause,
                        new Strategies.Wish(
                                input.whole("seen"), from(day), test.strategy().rules(), why))
                : Outcome.refused(input.refusals());
        return switch (outcome) {
            case Outcome.Done<Made>(Made made, boolean _) ->
                Redirect.to(
                        "/admin/sourcing",
                        Flash.done(t("whatif.page.takesOver", made.strategy().version())));
            case Outcome.Refused<Made>(List<Refusal> refused) ->
                one(run, true, why, refused).status(UNPROCESSABLE);
        };
    }

    private TakeOver takeOver(WhatIfRun run, String why, List<Refusal> refusals) {
        Field from = Field.date("from", t("whatif.page.from"), "")
                .hint(t("whatif.page.fromHint"))
                .errorsOf(refusals);
        Field reason =
                Field.text("why", t("shared.word.reason"), why).mandatory().errorsOf(refusals);
        return new TakeOver(
                URL + "/" + run.id() + "/take-over",
                strategies.latest(1).getFirst().strategy().version(),
                from,
                reason,
                Field.rest(refusals, List.of(from, reason)));
    }

    /** The beginning of a day that is to come; today is now. */
    private @Nullable Instant from(@Nullable LocalDate day) {
        return day == null || day.equals(today())
                ? null
                : day.atStartOfDay(company.zone()).toInstant();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), company.zone());
    }

    private WhatIfRun find(long id) {
        return whatIfs.find(id).orElseThrow(WhatIfScreens::notFound);
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
