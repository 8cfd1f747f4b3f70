package dev.orderwright.insight;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.shared.ContentHash;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.OpenException.Stake;
import dev.orderwright.shared.exceptions.Reach;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the last check of the books has found and nobody has repaired since. It goes when a repair is booked, or when the
 * next check finds it no more.
 */
@Component
class BooksDrifts implements ExceptionCause {

    private static final String REPAIR = "repair";
    private static final int PLACE = 95;
    private static final int REPAIRS_LOOKED_AT = 500;

    private final Books books;
    private final Repairs repairs;

    BooksDrifts(Books books, Repairs repairs) {
        this.books = books;
        this.repairs = repairs;
    }

    /** A thing that breaks a law, however often it does. */
    private record Broken(long id, String law, String title, Drift drift, Instant at) {}

    @Override
    public String name() {
        return "books-drift";
    }

    @Override
    public String title() {
        return t("insight.exceptions.drift");
    }

    @Override
    public String meaning() {
        return t("insight.exceptions.driftMeans");
    }

    @Override
    public int place() {
        return PLACE;
    }

    @Override
    public Set<String> permissions() {
        return Set.of("books:repair");
    }

    @Override
    public List<Fix> fixes() {
        return List.of(
                Fix.asking(REPAIR, t("insight.exceptions.repair"), t("insight.exceptions.repairDoes"), "books:repair"));
    }

    private List<Broken> broken() {
        BooksReport last = books.last().orElse(null);
        if (last == null || last.balanced()) {
            return List.of();
        }
        Set<String> repaired = repairs.latest(REPAIRS_LOOKED_AT).stream()
                .filter(entry -> !entry.at().isBefore(last.checkedAt()))
                .map(entry -> entry.law() + " " + entry.subjectId())
                .collect(Collectors.toSet());
        Map<Long, Broken> all = new LinkedHashMap<>();
        for (LawResult law : last.laws()) {
            for (Drift drift : law.culprits()) {
                if (!repaired.contains(law.id() + " " + drift.subjectId())) {
                    long id = id(law.id(), drift.subjectId());
                    all.putIfAbsent(id, new Broken(id, law.id(), law.words(), drift, last.checkedAt()));
                }
            }
        }
        return all.values().stream()
                .sorted(Comparator.comparingLong(Broken::id))
                .toList();
    }

    /** The same for the same law and thing in every check. */
    private static long id(String law, String subject) {
        return ByteBuffer.wrap(ContentHash.of(law, subject)).getLong() & Long.MAX_VALUE;
    }

    @Override
    public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
        long after = Cursor.parse(cursor, Cursor.of(-1)).number(0);
        List<Broken> next = broken().stream()
                .filter(one -> one.id() > after)
                .limit(Page.rowsFor(limit))
                .toList();
        return Page.of(next, limit, (Broken one) -> Cursor.of(one.id())).map(BooksDrifts::open);
    }

    @Override
    public List<Long> ofOrder(Reach reach, long orderId) {
        return List.of();
    }

    @Override
    public List<OpenException> find(Collection<Long> ids) {
        return broken().stream()
                .filter(one -> ids.contains(one.id()))
                .map(BooksDrifts::open)
                .toList();
    }

    private static OpenException open(Broken one) {
        boolean possible = Repairs.offer(one.law()).possible()
                && Ids.parse(one.drift().subjectId()).isPresent();
        return new OpenException(
                one.id(),
                one.drift().culprit(),
                "/books",
                t(
                        "insight.exceptions.driftAbout",
                        one.title(),
                        one.drift().expected(),
                        one.drift().found()),
                one.at(),
                Stake.NONE,
                possible ? List.of(REPAIR) : List.of());
    }

    @Override
    public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
        Map<Long, Broken> known = broken().stream().collect(Collectors.toMap(Broken::id, one -> one));
        List<Outcome<String>> outcomes = new ArrayList<>();
        for (OpenException each : open) {
            Broken one = known.get(each.id());
            outcomes.add(
                    one == null
                            ? Outcome.refused("gone", t("insight.refusal.thereIsNoSuchDrift"))
                            : repairs.repair(
                                            mending.about(each.id()),
                                            one.law(),
                                            Long.parseLong(one.drift().subjectId()),
                                            mending.reason())
                                    .map(repaired -> ""));
        }
        return outcomes;
    }
}
