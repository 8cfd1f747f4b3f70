package dev.orderwright.orders.web;

import dev.orderwright.verification.Finding;
import dev.orderwright.verification.Verdict;
import dev.orderwright.verification.Verification.Report;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was looked at when an order came, as the API answers it.
 *
 * @param policyVersion by which it went
 */
record ChecksAnswer(int policyVersion, List<CheckAnswer> checks) {

    /**
     * @param verdict {@code PASS}, {@code WARN} or {@code HOLD}
     * @param reason null when the order passed
     * @param words the same for people
     * @param evidence what the reason speaks of, in its order
     */
    record CheckAnswer(
            String check,
            String verdict,
            @Nullable String reason,
            @Nullable String words,
            List<String> evidence) {}

    static ChecksAnswer of(Report report) {
        return new ChecksAnswer(
                report.policyVersion(),
                report.checks().stream()
                        .map(said -> answer(said.check().name(), said.finding()))
                        .toList());
    }

    private static CheckAnswer answer(String check, @Nullable Finding finding) {
        return finding == null
                ? new CheckAnswer(check, Verdict.PASS.name(), null, null, List.of())
                : new CheckAnswer(
                        check, finding.verdict().name(), finding.reason().name(), finding.words(), finding.evidence());
    }
}
