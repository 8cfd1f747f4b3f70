package dev.orderwright.insight;

import dev.orderwright.shared.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What a check of the books has found. */
public record BooksReport(boolean balanced, Instant checkedAt, long tookMillis, List<LawResult> laws) {

    /** How many things break a law. */
    public long drifts() {
        return laws.stream().mapToLong(LawResult::drifts).sum();
    }

    /**
     * How one law stands.
     *
     * @param checked how many things it was checked on
     * @param drifts how many of them break it
     * @param culprits the first of those
     */
    public record LawResult(String id, String title, long checked, long drifts, List<Drift> culprits) {

        /** The law in the language of who reads; as it was called then, when it is none of today's. */
        public String words() {
            String key = "insight.Law." + id.toUpperCase(Locale.ROOT).replace('-', '_');
            return Texts.has(key) ? Texts.t(key) : title;
        }
    }

    /**
     * A thing that breaks a law.
     *
     * @param culprit in words: which order line, which item at which node
     */
    public record Drift(String subjectKind, String subjectId, String culprit, String expected, String found) {}
}
