package dev.orderwright.insight;

import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.insight.LawStore.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a check has found so far: counted in full, the culprits only as many as anybody reads. */
final class Tally {

    private static final int CULPRITS_MAX = 100;

    private final Map<Law, Sum> sums = new LinkedHashMap<>();
    private Duration worked = Duration.ZERO;

    Tally(List<Law> laws) {
        laws.forEach(law -> sums.put(law, new Sum()));
    }

    private static final class Sum {
        private final List<Drift> culprits = new ArrayList<>();
        private long checked;
        private long drifts;

        void add(LawStore.Found found) {
            checked += found.checked();
            drifts += found.drifts().size();
            found.drifts().stream().limit(CULPRITS_MAX - culprits.size()).forEach(culprits::add);
        }
    }

    void add(Answer answer, Duration took) {
        worked = worked.plus(took);
        sums.forEach((law, sum) -> {
            LawStore.Found found = answer.found().get(law);
            if (found != null) {
                sum.add(found);
            }
        });
    }

    /** Says of a check how long it worked; its rests are not counted. */
    BooksReport report(Instant at) {
        List<LawResult> laws = sums.entrySet().stream()
                .map(entry -> new LawResult(
                        entry.getKey().id(),
                        entry.getKey().title(),
                        entry.getValue().checked,
                        entry.getValue().drifts,
                        List.copyOf(entry.getValue().culprits)))
                .toList();
        boolean balanced = laws.stream().allMatch(law -> law.drifts() == 0);
        return new BooksReport(balanced, at, worked.toMillis(), laws);
    }
}
