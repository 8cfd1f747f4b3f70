package dev.orderwright.exceptions;

import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.exceptions.OpenException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Takes away the assignments of exceptions that are gone, so that the next one of the same thing is nobody's again. */
@Component
class ForgetAssignments implements BackgroundWork {

    private static final int AT_ONCE = 200;
    private static final Place START = new Place("", 0);

    private final AssignmentStore store;
    private final ExceptionCauses causes;
    private volatile Place place = START;

    ForgetAssignments(AssignmentStore store, ExceptionCauses causes) {
        this.store = store;
        this.causes = causes;
    }

    /** The last one that was looked at; another program may look at the same, which does no harm. */
    private record Place(String cause, long subject) {}

    @Override
    public String name() {
        return "forget-assignments";
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public int round() {
        List<Assignment> next = store.next(place.cause(), place.subject(), AT_ONCE);
        List<Assignment> gone = new ArrayList<>();
        Map<String, List<Assignment>> byCause = next.stream().collect(Collectors.groupingBy(Assignment::cause));
        byCause.forEach((cause, own) -> {
            Set<Long> there = there(cause, own);
            own.stream().filter(each -> !there.contains(each.subject())).forEach(gone::add);
        });
        store.forget(gone);
        boolean more = next.size() == AT_ONCE;
        place = more ? new Place(next.getLast().cause(), next.getLast().subject()) : START;
        return more ? next.size() : 0;
    }

    private Set<Long> there(String cause, List<Assignment> own) {
        return causes
                .find(cause)
                .map(known -> known.find(own.stream().map(Assignment::subject).toList()))
                .orElse(List.of())
                .stream()
                .map(OpenException::id)
                .collect(Collectors.toSet());
    }
}
