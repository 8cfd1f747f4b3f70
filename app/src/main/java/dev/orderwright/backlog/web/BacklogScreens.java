package dev.orderwright.backlog.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.backlog.BacklogRun;
import dev.orderwright.backlog.BacklogRuns;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The backlog sourced anew, for those who see orders; asked, applied and stopped by those who share stock out. */
@Controller
class BacklogScreens {

    static final String URL = "/backlog";

    private static final String MAY = "allocation:write";
    private static final int ROWS = 50;

    private final BacklogRuns runs;
    private final BacklogPages pages;

    BacklogScreens(BacklogRuns runs, BacklogPages pages) {
        this.runs = runs;
        this.pages = pages;
    }

    @GetMapping(URL)
    @Requires("orders:read")
    WebPage list(@RequestParam(required = false) @Nullable String cursor, Who who) {
        Page<BacklogRun> page = runs.list(cursor, ROWS);
        BacklogListPage view = new BacklogListPage(
                who.may(MAY) ? URL : "",
                page.items().stream().map(pages::row).toList(),
                Pager.of(page, Link.to(URL), "cursor", cursor, t("shared.one.run"), t("shared.many.runs")));
        return WebPage.of("backlog/list.jte", view, t("backlog.list.title")).in("backlog");
    }

    @PostMapping(URL)
    @Requires(MAY)
    Screen ask(Cause cause) {
        return Redirect.to(URL + "/" + runs.ask(cause).orThrow().runId());
    }

    @GetMapping(URL + "/{id}")
    @Requires("orders:read")
    WebPage one(@PathVariable long id, @RequestParam(required = false) @Nullable String cursor, Who who) {
        BacklogPage view = page(id, cursor, who);
        return WebPage.of("backlog/run.jte", view, view.title()).in("backlog").crumb(t("backlog.list.title"), URL);
    }

    /** What changes while it goes on. */
    @GetMapping(URL + "/{id}/body")
    @Requires("orders:read")
    WebPage body(@PathVariable long id, Who who) {
        return WebPage.fragment("backlog/runBody.jte", page(id, null, who));
    }

    private BacklogPage page(long id, @Nullable String cursor, Who who) {
        BacklogRun run = runs.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return pages.page(run, runs.done(id), runs.changes(id, cursor, ROWS), cursor, who.may(MAY));
    }

    @PostMapping(URL + "/{id}/apply")
    @Requires(MAY)
    Screen apply(@PathVariable long id, Cause cause) {
        return back(id, runs.apply(cause, id), t("backlog.page.applies"));
    }

    @PostMapping(URL + "/{id}/stop")
    @Requires(MAY)
    Screen stop(@PathVariable long id, Cause cause) {
        return back(id, runs.stop(cause, id), t("backlog.page.isStopped"));
    }

    private static Screen back(long id, Outcome<BacklogRuns.Asked> outcome, String said) {
        return switch (outcome) {
            case Outcome.Done<BacklogRuns.Asked> _ -> Redirect.to(URL + "/" + id, Flash.done(said));
            case Outcome.Refused<BacklogRuns.Asked>(List<Refusal> refused) ->
                Redirect.to(URL + "/" + id, Flash.refused(refused.getFirst().reason()));
        };
    }
}
