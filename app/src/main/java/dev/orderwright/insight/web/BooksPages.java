package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Books;
import dev.orderwright.insight.BooksReport;
import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.insight.BooksRun;
import dev.orderwright.insight.Repairs;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Makes the page of the books. */
@Component
class BooksPages {

    private static final int RUNS = 10;
    private static final int REPAIRS = 20;

    private final Books books;
    private final Repairs repairs;
    private final Show show;

    BooksPages(Books books, Repairs repairs, Show show) {
        this.books = books;
        this.repairs = repairs;
        this.show = show;
    }

    BooksPage page(Who who, List<Refusal> refusals) {
        BooksReport report = books.last().orElse(null);
        List<BooksPage.RunRow> runs = books.runs(RUNS).stream().map(this::run).toList();
        List<BooksPage.RepairRow> booked =
                repairs.latest(REPAIRS).stream().map(this::repair).toList();
        if (report == null) {
            return new BooksPage(false, Tone.INFO, "", "", false, refusals, List.of(), List.of(), runs, booked);
        }
        long checked = report.laws().stream().mapToLong(LawResult::checked).sum();
        return new BooksPage(
                true,
                report.balanced() ? Tone.GOOD : Tone.BAD,
                report.balanced()
                        ? t("insight.booksPages.theBooksBalance")
                        : t("insight.booksPages.thingsDoNotAddUp", Show.number(report.drifts())),
                t(
                        "insight.booksPages.checkedInMs",
                        show.moment(report.checkedAt()),
                        Show.number(checked),
                        Show.number(report.tookMillis())),
                who.may("books:repair"),
                refusals,
                report.laws().stream()
                        .filter(law -> law.drifts() > 0)
                        .map(BooksPages::broken)
                        .toList(),
                report.laws().stream().map(BooksPages::row).toList(),
                runs,
                booked);
    }

    private static BooksPage.LawRow row(LawResult law) {
        return new BooksPage.LawRow(law.words(), law.id(), Show.number(law.checked()), state(law.drifts()));
    }

    private static Chip state(long drifts) {
        return drifts == 0
                ? Chip.of(t("insight.booksPages.holds"), Tone.GOOD)
                : Chip.of(t("insight.booksPages.broken", Show.number(drifts)), Tone.BAD);
    }

    private static BooksPage.BrokenLaw broken(LawResult law) {
        Repairs.Offer offer = Repairs.offer(law.id());
        Set<String> offered = new HashSet<>();
        List<BooksPage.DriftRow> drifts = new ArrayList<>();
        for (Drift drift : law.culprits()) {
            boolean first = offer.possible() && offered.add(drift.subjectId());
            drifts.add(new BooksPage.DriftRow(
                    drift.culprit(),
                    url(drift.subjectKind(), drift.subjectId()),
                    drift.expected(),
                    drift.found(),
                    first ? drift.subjectId() : ""));
        }
        long more = law.drifts() - law.culprits().size();
        return new BooksPage.BrokenLaw(
                law.words(),
                law.id(),
                state(law.drifts()),
                offer.possible(),
                offer.what(),
                drifts,
                more == 0 ? "" : t("insight.booksPages.andMore", Show.number(more)));
    }

    private static String url(String kind, String id) {
        return switch (kind) {
            case "order" -> "/orders/" + id;
            case "item" -> "/inventory/" + id;
            case "customer" -> "/customers/" + id;
            default -> "";
        };
    }

    private BooksPage.RunRow run(BooksRun run) {
        return new BooksPage.RunRow(
                show.moment(run.checkedAt()),
                Show.actor(run.actor()),
                t("insight.booksPages.ms", Show.number(run.tookMillis())),
                run.drifts() == 0
                        ? Chip.of(t("insight.booksPages.balance"), Tone.GOOD)
                        : Chip.of(t("insight.booksPages.broken", Show.number(run.drifts())), Tone.BAD));
    }

    private BooksPage.RepairRow repair(Repairs.Entry entry) {
        return new BooksPage.RepairRow(
                show.moment(entry.at()),
                Show.actor(entry.actor()),
                entry.law(),
                url(entry.subjectKind(), Long.toString(entry.subjectId())),
                String.join("; ", entry.changes()),
                entry.reason());
    }
}
