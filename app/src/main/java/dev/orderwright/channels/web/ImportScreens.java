package dev.orderwright.channels.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.ImportJob;
import dev.orderwright.channels.ImportState;
import dev.orderwright.channels.ImportWish;
import dev.orderwright.channels.Imports;
import dev.orderwright.channels.Through;
import dev.orderwright.channels.web.ImportPage.ExceptionRow;
import dev.orderwright.channels.web.ImportsPage.ImportRow;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Imports for people: what was sent, how far it is, and every row that needs a look. */
@Controller
class ImportScreens {

    private static final String LIST = "/imports";
    private static final int ROWS = 50;

    private final Imports imports;
    private final Company company;
    private final Show show;

    ImportScreens(Imports imports, Company company, Show show) {
        this.imports = imports;
        this.company = company;
        this.show = show;
    }

    @GetMapping("/imports")
    @Requires("imports:write")
    WebPage list(@RequestParam(required = false) @Nullable String cursor) {
        Page<ImportJob> page = imports.list(cursor, ROWS);
        ImportsPage view = new ImportsPage(
                page.items().stream().map(this::row).toList(),
                Pager.of(page, Link.to(LIST), "cursor", cursor, t("shared.one.import"), t("shared.many.imports")),
                imports.kinds().stream()
                        .map(kind -> new Field.Option(kind, kindName(kind), false))
                        .toList(),
                Stream.of(Through.values())
                        .map(through -> new Field.Option(through.name(), Show.words(through), false))
                        .toList());
        return WebPage.of("channels/imports.jte", view, t("channels.importScreens.imports"))
                .in("imports")
                .with("console/operations.css", "console/imports.js");
    }

    private static String kindName(String kind) {
        String key = "channels.kinds." + kind.toUpperCase(Locale.ROOT);
        return Texts.has(key) ? t(key) : kind;
    }

    private ImportRow row(ImportJob job) {
        return new ImportRow(
                "/imports/" + job.id(),
                show.moment(job.startedAt()),
                job.sha256().substring(0, 12),
                what(job),
                state(job),
                job.total() == 0
                        ? ""
                        : t("channels.importScreens.of", Show.number(job.done()), Show.number(job.total())),
                Show.actor(job.startedBy()));
    }

    private static String what(ImportJob job) {
        String how = job.wish().through() == Through.PAID
                ? t("channels.importScreens.throughToPaid")
                : t("channels.importScreens.ordersPlaced");
        return kindName(job.wish().kind()) + ", " + (job.wish().dryRun() ? t("channels.importScreens.dryRun") : how);
    }

    private static Chip state(ImportJob job) {
        return switch (job.state()) {
            case RUNNING -> Chip.of(t("channels.importScreens.running"), Tone.INFO);
            case DONE -> Chip.of(t("channels.importScreens.done"), Tone.GOOD);
            case FAILED -> Chip.of(t("channels.importScreens.failed"), Tone.BAD);
        };
    }

    @GetMapping("/imports/{id}")
    @Requires("imports:write")
    WebPage one(@PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        ImportPage view = page(id, cursor);
        return WebPage.of("channels/import.jte", view, view.title())
                .in("imports")
                .crumb(t("channels.importScreens.imports"), LIST);
    }

    /** What changes while it goes on. */
    @GetMapping("/imports/{id}/body")
    @Requires("imports:write")
    WebPage body(@PathVariable long id, @RequestParam(required = false) @Nullable String cursor) {
        return WebPage.fragment("channels/importBody.jte", page(id, cursor));
    }

    private ImportPage page(long id, @Nullable String cursor) {
        ImportJob job = find(id);
        Page<ImportException> exceptions = imports.exceptions(id, cursor, ROWS);
        String url = LIST + "/" + id;
        Link body = Link.to(url + "/body");
        return new ImportPage(
                t("channels.importScreens.importOf", show.moment(job.startedAt())),
                "import/" + id,
                cursor == null ? body.toString() : body.with("cursor", cursor).toString(),
                state(job),
                ImportWords.phase(job.phase()),
                job.done(),
                job.total(),
                job.total() == 0
                        ? ""
                        : t("channels.importScreens.of", Show.number(job.done()), Show.number(job.total())),
                job.state() == ImportState.RUNNING,
                job.problem() == null
                        ? ""
                        : String.valueOf(Json.readMap(job.problem()).get("detail")),
                facts(job),
                figures(job),
                next(job, url),
                url + "/report.json",
                exceptions.items().stream().map(this::exception).toList(),
                url + "/rows.csv",
                Pager.of(exceptions, Link.to(url), "cursor", cursor, t("shared.one.row"), t("shared.many.rows")));
    }

    /** After a dry run the file can be taken in, and after a failure it goes on where it was. */
    private static ImportPage.@Nullable Next next(ImportJob job, String url) {
        return switch (job.state()) {
            case RUNNING -> null;
            case DONE ->
                job.wish().dryRun()
                        ? new ImportPage.Next(
                                t("channels.importScreens.itWasADryRun"),
                                t("channels.importScreens.nothingWasChangedYet"),
                                t("channels.importScreens.importItNow"),
                                url + "/run",
                                true)
                        : null;
            case FAILED ->
                new ImportPage.Next(
                        t("channels.importScreens.itCouldNotGoOn"),
                        t("channels.importScreens.goesOnWhereItWas"),
                        t("channels.importScreens.goOn"),
                        url + "/run",
                        false);
        };
    }

    /** What a dry run has shown is asked about once more: the real one is not taken back. */
    @GetMapping("/imports/{id}/run")
    @Requires("imports:write")
    Screen askRun(@PathVariable long id) {
        ImportJob job = find(id);
        String url = LIST + "/" + id;
        return job.state() == ImportState.DONE && job.wish().dryRun()
                ? WebPage.asking(Dialog.of(
                                        t("channels.importScreens.importItNowAsk"),
                                        url + "/run",
                                        url,
                                        t("channels.importScreens.importItNow"))
                                .explained(t("channels.importScreens.importItNowMeans")))
                        .in("imports")
                        .crumb(t("channels.importScreens.imports"), LIST)
                        .crumb(t("channels.importScreens.importOf", show.moment(job.startedAt())), url)
                : Redirect.to(url, Flash.refused(t("channels.importScreens.thereIsNothingToBegin")));
    }

    /** Begins the import that the page of a finished one offers: the real one after a dry run, a failed one again. */
    @PostMapping("/imports/{id}/run")
    @Requires("imports:write")
    Redirect run(@PathVariable long id, Who who) {
        ImportJob job = find(id);
        boolean rehearsed = job.state() == ImportState.DONE && job.wish().dryRun();
        if (!rehearsed && job.state() != ImportState.FAILED) {
            return Redirect.to(LIST + "/" + id, Flash.refused(t("channels.importScreens.thereIsNothingToBegin")));
        }
        ImportWish wish =
                rehearsed ? new ImportWish(job.wish().kind(), job.wish().through(), false) : job.wish();
        return switch (imports.again(who.actor(), id, wish)) {
            case Outcome.Done<ImportJob>(ImportJob begun, boolean replayed) ->
                Redirect.to(LIST + "/" + begun.id(), Flash.done(t("channels.importScreens.itHasBegun")));
            case Outcome.Refused<ImportJob>(List<Refusal> refusals) ->
                Redirect.to(LIST + "/" + id, Flash.refused(refusals.getFirst().reason()));
        };
    }

    private ImportJob find(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no import " + id));
    }

    private List<KeyValue> facts(ImportJob job) {
        List<KeyValue> facts = new ArrayList<>();
        facts.add(KeyValue.of(t("shared.word.what"), what(job)));
        facts.add(KeyValue.of(t("channels.importScreens.file"), job.sha256().substring(0, 12))
                .hint(t("channels.importScreens.beginningOfItsSha")));
        facts.add(KeyValue.number(
                t("channels.importScreens.size"), t("channels.importScreens.bytes", Show.number(job.bytes()))));
        facts.add(KeyValue.of(t("channels.importScreens.startedBy"), Show.actor(job.startedBy())));
        facts.add(KeyValue.of(t("channels.importScreens.started"), show.moment(job.startedAt())));
        if (job.endedAt() != null) {
            facts.add(KeyValue.of(t("channels.importScreens.ended"), show.moment(job.endedAt())));
        }
        return facts;
    }

    /** The single figures of the report; the rest is for programs. */
    private static List<KeyValue> figures(ImportJob job) {
        List<KeyValue> figures = new ArrayList<>();
        if (job.report() != null) {
            for (Map.Entry<String, Object> figure : Json.readMap(job.report()).entrySet()) {
                Object value = figure.getValue();
                if (value instanceof Number || value instanceof String || value instanceof Boolean) {
                    figures.add(KeyValue.number(ImportWords.figure(figure.getKey()), ImportWords.value(value)));
                }
            }
        }
        return figures;
    }

    private ExceptionRow exception(ImportException row) {
        String order = row.reference().isEmpty() ? "" : "/search?q=" + encoded(row.reference());
        return new ExceptionRow(
                Show.number(row.lineNo()),
                row.reference(),
                order,
                row.code(),
                ImportWords.reason(row),
                row.rowText(),
                row.amountMinor() == 0 ? "" : Show.money(new Money(row.amountMinor(), company.currency())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
