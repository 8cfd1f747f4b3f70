package dev.orderwright.workbench.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Ids;
import dev.orderwright.shared.web.SubjectBook;
import dev.orderwright.shared.web.Who;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Jobs, for pages of other modules; they have no other name than their ids. */
@Component
class JobSubjects implements SubjectBook {

    @Override
    public String kind() {
        return "job";
    }

    @Override
    public String title() {
        return t("workbench.subjects.job");
    }

    @Override
    public Map<Long, Subject> subjects(Collection<Long> ids, Who who) {
        boolean mayOpen = JobPages.seesAll(who);
        return ids.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), id -> new Subject(Long.toString(id), mayOpen ? "/jobs/" + id : "")));
    }

    @Override
    public Optional<Long> find(String name) {
        return Ids.parse(name);
    }
}
