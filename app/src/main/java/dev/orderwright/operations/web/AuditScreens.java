package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.CommandLog;
import dev.orderwright.operations.CommandLog.Answered;
import dev.orderwright.operations.CommandLog.Entry;
import dev.orderwright.operations.CommandLog.Filter;
import dev.orderwright.operations.CommandLog.Found;
import dev.orderwright.operations.FactLog.About;
import dev.orderwright.operations.PersonalRules;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The log of commands for those who have to know who did what. */
@Controller
class AuditScreens {

    private static final String LIST = "/admin/audit";
    private static final int ROWS = 50;
    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final CommandLog log;
    private final FactRows facts;
    private final Subjects subjects;
    private final Show show;

    AuditScreens(CommandLog log, FactRows facts, Subjects subjects, Show show) {
        this.log = log;
        this.facts = facts;
        this.subjects = subjects;
        this.show = show;
    }

    @GetMapping(LIST)
    @Requires("audit:read")
    WebPage list(
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(required = false) @Nullable String cursor) {
        LogInput in = new LogInput(what, about, name, by, from, until);
        Optional<About> subject = in.namesSubject() ? subjects.find(in.about(), in.name()) : Optional.empty();
        boolean unknown = in.namesSubject() && subject.isEmpty();
        Found found = unknown
                ? new Found(List.of(), null, null)
                : log.find(
                        new Filter(
                                in.what(),
                                in.actors(),
                                subject.orElse(null),
                                in.fromMoment(show.zone()),
                                in.untilMoment(show.zone())),
                        cursor,
                        ROWS);
        Link link = LogLinks.of(LIST, in);
        AuditPage view = new AuditPage(
                LogLinks.fields(in, t("operations.audit.what"), CommandWords.all(), subjects.kinds()),
                in.isEmpty() ? "" : LIST,
                unknown ? in.name() : "",
                found.entries().stream().map(this::row).toList(),
                LogLinks.pager(
                        found.entries().size(),
                        found.next(),
                        found.lookedBackTo() == null ? "" : show.moment(found.lookedBackTo()),
                        link,
                        cursor));
        return WebPage.of("operations/audit.jte", view, t("operations.audit.title"))
                .in("admin")
                .crumb(t("operations.admin.title"), IndexScreens.INDEX)
                .with("console/operations.css");
    }

    private AuditPage.Row row(Entry entry) {
        return new AuditPage.Row(
                LIST + "/" + entry.id(),
                show.moment(entry.doneAt()),
                entry.doneAt().toString(),
                business(entry),
                CommandWords.of(entry.kind()),
                entry.kind(),
                Show.actor(entry.actor().code()),
                from(entry.actor()),
                entry.key());
    }

    private String business(Entry entry) {
        return Duration.between(entry.at(), entry.doneAt()).abs().compareTo(AT_ONCE) < 0
                ? ""
                : t("operations.audit.givenFor", show.moment(entry.at()));
    }

    private static String from(Actor actor) {
        return switch (actor.kind()) {
            case USER -> t("operations.audit.fromConsole");
            case CLIENT -> t("operations.audit.fromApi");
            case SYSTEM -> t("operations.audit.byItself");
        };
    }

    @GetMapping(LIST + "/{id}")
    @Requires("audit:read")
    WebPage one(@PathVariable String id, Who who) {
        Answered one = Ids.parse(id)
                .flatMap(log::one)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no command " + id));
        CommandPage view = new CommandPage(
                CommandWords.of(one.entry().kind()),
                details(one.entry()),
                one.answer() == null ? "" : answer(one.answer(), who),
                t("operations.audit.characters", Show.number(one.characters())),
                !who.seesPersonalData(),
                facts.rows(log.factsOf(one.entry().id()), who));
        return WebPage.of("operations/command.jte", view, view.title())
                .in("admin")
                .crumb(t("operations.admin.title"), IndexScreens.INDEX)
                .crumb(t("operations.audit.title"), LIST)
                .with("console/operations.css");
    }

    private List<KeyValue> details(Entry entry) {
        List<KeyValue> details = new ArrayList<>();
        String actor = entry.actor().code();
        details.add(KeyValue.link(
                t("shared.word.by"),
                Show.actor(actor),
                Link.to(LIST).with("by", actor).toString()));
        details.add(KeyValue.of(t("operations.audit.from"), from(entry.actor())));
        details.add(
                KeyValue.of(t("shared.word.when"), show.moment(entry.doneAt())).hint(business(entry)));
        details.add(KeyValue.code(t("operations.audit.command"), entry.kind())
                .to(Link.to(LIST).with("what", entry.kind()).toString()));
        details.add(KeyValue.of(t("operations.audit.key"), entry.key()).hint(t("operations.audit.keyHint")));
        if (!entry.scope().equals(actor)) {
            details.add(KeyValue.code(t("operations.audit.scope"), entry.scope()));
        }
        details.add(KeyValue.of(t("operations.audit.number"), Long.toString(entry.id())));
        return details;
    }

    private static String answer(String json, Who who) {
        @Nullable Object answer = PersonalRules.visible(Json.read(json, Object.class), "", who.seesPersonalData());
        return answer == null ? json : Json.pretty(answer);
    }
}
