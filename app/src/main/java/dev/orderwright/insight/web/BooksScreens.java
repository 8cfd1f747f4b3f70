package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport;
import dev.orderwright.insight.Repairs;
import dev.orderwright.insight.Repairs.Repaired;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The books for people: the last check, each drift with its culprit, and repairs that are booked. */
@Controller
class BooksScreens {

    private static final int UNPROCESSABLE = 422;

    private final Books books;
    private final Repairs repairs;
    private final BooksPages pages;

    BooksScreens(Books books, Repairs repairs, BooksPages pages) {
        this.books = books;
        this.repairs = repairs;
        this.pages = pages;
    }

    @GetMapping("/books")
    @Requires("books:read")
    WebPage books(Who who) {
        return page(who, List.of());
    }

    @PostMapping("/books/check")
    @Requires("books:read")
    Redirect check(Cause cause) {
        BooksReport report = books.checkAndKeep(cause).orThrow();
        return Redirect.to(
                "/books",
                report.balanced()
                        ? Flash.done(t("insight.booksScreens.theBooksBalance"))
                        : Flash.refused(t("insight.refusal.somethingDoesNotAddUp")));
    }

    /** Books a repair for one culprit, and checks again, so that the page shows what is left. */
    @PostMapping("/books/repair")
    @Requires("books:repair")
    Screen repair(
            @RequestParam String law, @RequestParam long subject, @RequestParam String reason, Cause cause, Who who) {
        return switch (repairs.repair(cause, law, subject, reason)) {
            case Outcome.Refused<Repaired>(List<Refusal> refusals) ->
                page(who, refusals).status(UNPROCESSABLE);
            case Outcome.Done<Repaired>(Repaired repaired, boolean replayed) -> {
                books.checkAndKeep(cause.step("check")).orThrow();
                yield Redirect.to(
                        "/books",
                        Flash.done(t("insight.booksScreens.repaired", String.join("; ", repaired.changes()))));
            }
        };
    }

    private WebPage page(Who who, List<Refusal> refusals) {
        return WebPage.of("insight/books.jte", pages.page(who, refusals), t("insight.booksScreens.books"))
                .in("books");
    }
}
