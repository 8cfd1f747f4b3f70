package dev.orderwright.insight.web;

import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport;
import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.shared.web.Requires;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The books for scripts: checked anew with each request. */
@RestController
class BooksApi {

    private final Books books;

    BooksApi(Books books) {
        this.books = books;
    }

    record BooksAnswer(boolean balanced, Instant checkedAt, long tookMillis, List<LawAnswer> laws) {}

    /** @param culprits the first hundred, in words */
    record LawAnswer(String id, String title, long checked, long drifts, List<String> culprits) {}

    @GetMapping("/api/v1/books")
    @Requires("books:read")
    BooksAnswer check() {
        BooksReport report = books.check();
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
