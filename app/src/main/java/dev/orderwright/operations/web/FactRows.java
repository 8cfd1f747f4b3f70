package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.FactLog.About;
import dev.orderwright.operations.PersonalRules;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.ui.FactWords;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.SubjectBook.Subject;
import dev.orderwright.shared.web.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Makes facts ready to be shown, wherever they are. */
@Component
class FactRows {

    private static final Duration AT_ONCE = Duration.ofMinutes(1);

    private final Subjects subjects;
    private final Show show;

    FactRows(Subjects subjects, Show show) {
        this.subjects = subjects;
        this.show = show;
    }

    List<FactsPage.Row> rows(List<RecordedFact> facts, Who who) {
        Map<About, Subject> named =
                subjects.named(facts.stream().map(FactRows::about).toList(), who);
        return facts.stream()
                .map(fact -> row(fact, Objects.requireNonNull(named.get(about(fact))), who))
                .toList();
    }

    private static About about(RecordedFact fact) {
        return new About(fact.fact().subjectKind(), fact.fact().subjectId());
    }

    private FactsPage.Row row(RecordedFact fact, Subject subject, Who who) {
        Map<String, Object> data = fact.fact().data();
        Object visible = PersonalRules.visible(data, fact.fact().subjectKind(), who.seesPersonalData());
        return new FactsPage.Row(
                show.moment(fact.at()),
                fact.at().toString(),
                later(fact.at(), fact.recordedAt()),
                FactWords.happened(fact.fact().type()),
                fact.fact().type(),
                subjects.title(fact.fact().subjectKind()),
                subject.label(),
                subject.url(),
                Show.actor(fact.actor()),
                data.isEmpty() ? "" : Json.pretty(Objects.requireNonNull(visible)),
                "/admin/audit/" + fact.commandId());
    }

    /** When something was written down that happened on another day, as imports and trials do. */
    String later(Instant at, Instant recorded) {
        return Duration.between(at, recorded).abs().compareTo(AT_ONCE) < 0
                ? ""
                : t("operations.facts.recordedAt", show.moment(recorded));
    }
}
