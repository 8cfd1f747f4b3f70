package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.HealthSource;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** The books as a part of the system's health: what does not add up is worse than what does not answer. */
@Component
class BooksSign implements HealthSource {

    private static final int PLACE = 70;

    private final Books books;
    private final Show show;
    private final InstantSource clock;

    BooksSign(Books books, Show show, InstantSource clock) {
        this.books = books;
        this.show = show;
        this.clock = clock;
    }

    @Override
    public List<Sign> signs() {
        return List.of(books.last()
                .map(this::sign)
                .orElseGet(() -> sign(
                        Chip.of(t("insight.booksSign.unchecked")), t("insight.booksSign.notCheckedYet"), List.of())));
    }

    private Sign sign(BooksReport last) {
        List<KeyValue> details = List.of(
                KeyValue.of(t("insight.booksSign.checked"), show.moment(last.checkedAt()))
                        .hint(Show.ago(last.checkedAt(), clock.instant())),
                KeyValue.of(t("insight.booksSign.laws"), Show.number(last.laws().size())),
                KeyValue.of(t("insight.booksSign.drifts"), Show.number(last.drifts())));
        return last.balanced()
                ? sign(
                        Chip.of(t("insight.booksSign.balanced"), Tone.GOOD),
                        t("insight.booksSign.everythingAddsUp"),
                        details)
                : sign(
                        Chip.of(t("insight.booksSign.notBalanced"), Tone.BAD),
                        t("insight.booksSign.lookAtTheCulprits"),
                        details);
    }

    private static Sign sign(Chip state, String says, List<KeyValue> details) {
        return new Sign(t("insight.booksSign.books"), state, says, details, "/books", PLACE);
    }
}
