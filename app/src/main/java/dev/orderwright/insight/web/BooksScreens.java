package dev.orderwright.insight.web;

import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport;
import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The books for people: every law, what it was checked on, and each drift with its culprit. */
@Controller
class BooksScreens {

    private final Books books;
    private final Show show;

    BooksScreens(Books books, Show show) {
        this.books = books;
        this.show = show;
    }

    @GetMapping("/books")
    @Requires("books:read")
    WebPage books() {
        BooksReport report = books.check();
        long drifts = report.laws().stream().mapToLong(LawResult::drifts).sum();
        long checked = report.laws().stream().mapToLong(LawResult::checked).sum();
        String headline = report.balanced() ? "The books balance" : Show.number(drifts) + " things do not add up";
        String detail = Show.number(checked) + " checks in " + Show.number(report.tookMillis()) + " ms, "
                + show.moment(report.checkedAt());
        BooksPage view = new BooksPage(
                report.balanced(),
                headline,
                detail,
                report.laws().stream().map(BooksScreens::row).toList());
        return WebPage.of("insight/books.jte", view, "Books").in("books");
    }

    private static BooksPage.LawRow row(LawResult law) {
        Chip state = law.drifts() == 0
                ? Chip.of("holds", Tone.GOOD)
                : Chip.of(Show.number(law.drifts()) + " broken", Tone.BAD);
        List<BooksPage.DriftRow> drifts =
                law.culprits().stream().map(BooksScreens::drift).toList();
        return new BooksPage.LawRow(law.title(), law.id(), Show.number(law.checked()), state, drifts);
    }

    private static BooksPage.DriftRow drift(Drift drift) {
        String url = switch (drift.subjectKind()) {
            case "order" -> "/orders/" + drift.subjectId();
            case "item" -> "/inventory/" + drift.subjectId();
            default -> "";
        };
        return new BooksPage.DriftRow(drift.culprit(), url, drift.expected(), drift.found());
    }
}
