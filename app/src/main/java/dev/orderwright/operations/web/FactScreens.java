package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.FactLog;
import dev.orderwright.operations.FactLog.About;
import dev.orderwright.operations.FactLog.Filter;
import dev.orderwright.operations.FactLog.Found;
import dev.orderwright.shared.ui.FactWords;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that has happened, newest first, for those who look for one thing among all of it. */
@Controller
class FactScreens {

    private static final String LIST = "/admin/facts";
    private static final int ROWS = 50;

    private final FactLog log;
    private final FactRows rows;
    private final Subjects subjects;
    private final Show show;

    FactScreens(FactLog log, FactRows rows, Subjects subjects, Show show) {
        this.log = log;
        this.rows = rows;
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
            @RequestParam(required = false) @Nullable String cursor,
            Who who) {
        LogInput in = new LogInput(what, about, name, by, from, until);
        Optional<About> subject = in.namesSubject() ? subjects.find(in.about(), in.name()) : Optional.empty();
        boolean unknown = in.namesSubject() && subject.isEmpty();
        Found found = unknown ? new Found(List.of(), null, null) : find(in, subject.orElse(null), cursor);
        Link link = LogLinks.of(LIST, in);
        FactsPage view = new FactsPage(
                LogLinks.fields(in, t("operations.facts.what"), types(), subjects.kinds()),
                in.isEmpty() ? "" : LIST,
                unknown ? in.name() : "",
                !who.seesPersonalData(),
                rows.rows(found.facts(), who),
                pager(found, link, cursor));
        return WebPage.of("operations/facts.jte", view, t("operations.facts.title"))
                .in("admin")
                .crumb(t("operations.admin.title"), IndexScreens.INDEX)
                .with("console/operations.css");
    }

    private Found find(LogInput in, @Nullable About subject, @Nullable String cursor) {
        Filter filter =
                new Filter(in.what(), in.actors(), subject, in.fromMoment(show.zone()), in.untilMoment(show.zone()));
        return log.find(filter, cursor, ROWS);
    }

    private static Map<String, String> types() {
        Map<String, String> types = new LinkedHashMap<>();
        FactWords.types().forEach(type -> types.put(type, FactWords.happened(type)));
        return types;
    }

    private Pager pager(Found found, Link first, @Nullable String cursor) {
        return LogLinks.pager(
                found.facts().size(),
                found.next(),
                found.lookedBackTo() == null ? "" : show.moment(found.lookedBackTo()),
                first,
                cursor);
    }
}
