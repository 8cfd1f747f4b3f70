package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport;
import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.insight.Repairs;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The books for scripts: checked anew, kept, and repaired. */
@RestController
class BooksApi {

    private final Books books;
    private final Repairs repairs;

    BooksApi(Books books, Repairs repairs) {
        this.books = books;
        this.repairs = repairs;
    }

    record BooksAnswer(boolean balanced, Instant checkedAt, long tookMillis, List<LawAnswer> laws) {}

    /** @param culprits the first hundred, in words */
    record LawAnswer(String id, String title, long checked, long drifts, List<String> culprits) {}

    /**
     * @param law id of the broken law
     * @param subject id of the culprit: the item, the order, the customer
     * @param reason why this is right; it is kept
     */
    record RepairInput(
            @Nullable String law,
            @Nullable String subject,
            @Nullable String reason) {}

    record RepairAnswer(String law, List<String> changes) {}

    /** Checks every law on the whole database now; nothing is kept. */
    @GetMapping("/api/v1/books")
    @Requires("books:read")
    @Operation(summary = "Check every law now; nothing is kept")
    BooksAnswer check() {
        return answer(books.check());
    }

    /** Checks every law on the whole database now and keeps what was found, for the page and its history. */
    @PostMapping("/api/v1/books/checks")
    @Requires("books:read")
    @Operation(summary = "Check every law now and keep what was found")
    BooksAnswer checkAndKeep(Cause cause) {
        return answer(books.checkAndKeep(cause).orThrow());
    }

    /** The last check that was kept. */
    @GetMapping("/api/v1/books/checks/last")
    @Requires("books:read")
    @Operation(summary = "The last check that was kept")
    BooksAnswer last() {
        return answer(books.last().orElseThrow(() -> ApiRefusal.notFound(t("insight.refusal.checkOfTheBooksYet"))));
    }

    /** Books a repair for one culprit of a law, where there is a right one. */
    @PostMapping("/api/v1/books/repairs")
    @Requires("books:repair")
    @Operation(summary = "Book a repair for one culprit of a law")
    RepairAnswer repair(@RequestBody RepairInput input, Cause cause) {
        List<Refusal> missing = new ArrayList<>();
        String law = required("law", input.law(), missing);
        String subject = required("subject", input.subject(), missing);
        String reason = required("reason", input.reason(), missing);
        if (missing.isEmpty() && !subject.matches("\\d{1,18}")) {
            missing.add(Refusal.of("bad-id", "subject", t("insight.refusal.isNotAnIdThat", subject)));
        }
        if (!missing.isEmpty()) {
            throw ApiRefusal.of(missing);
        }
        Repairs.Repaired repaired = ApiRefusal.orThrow(repairs.repair(cause, law, Long.parseLong(subject), reason));
        return new RepairAnswer(repaired.law(), repaired.changes());
    }

    private static String required(String field, @Nullable String value, List<Refusal> missing) {
        if (value == null || value.isBlank()) {
            missing.add(Refusal.of("missing", field, t("insight.refusal.isRequired", field)));
            return "";
        }
        return value.strip();
    }

    private static BooksAnswer answer(BooksReport report) {
        return new BooksAnswer(
                report.balanced(),
                report.checkedAt(),
                report.tookMillis(),
                report.laws().stream()
                        .map(law -> new LawAnswer(
                                law.id(),
                                law.title(),
                                law.checked(),
                                law.drifts(),
                                law.culprits().stream().map(BooksApi::words).toList()))
                        .toList());
    }

    private static String words(Drift drift) {
        return drift.culprit() + ": expected " + drift.expected() + ", found " + drift.found();
    }
}
