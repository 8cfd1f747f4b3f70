package dev.orderwright.channels;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.channels.ImportExceptionStore.Unsettled;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Workers;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.ExceptionSource;
import dev.orderwright.shared.exceptions.Fix;
import dev.orderwright.shared.exceptions.Mending;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.OpenException.Stake;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shared.ui.Show;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What goes wrong with imports: they fail, or leave rows out. */
@Component
class ImportExceptions implements ExceptionSource {

    private static final String GO_ON = "go-on";
    private static final String SETTLE = "settle";
    private static final String WRITE = "imports:write";
    private static final int PLACE = 90;

    private final ImportExceptionStore store;
    private final ImportStore imports;
    private final Workers workers;

    ImportExceptions(ImportExceptionStore store, ImportStore imports, Workers workers) {
        this.store = store;
        this.imports = imports;
        this.workers = workers;
    }

    @Override
    public List<ExceptionCause> causes() {
        return List.of(new Failed(), new RowsLeft());
    }

    private abstract class ImportCause implements ExceptionCause {

        abstract List<Unsettled> page(long after, int limit);

        abstract List<Unsettled> some(Collection<Long> ids);

        abstract OpenException open(Unsettled one);

        @Override
        public Set<String> permissions() {
            return Set.of(WRITE);
        }

        @Override
        public Page<OpenException> list(Reach reach, @Nullable String cursor, int limit) {
            long after = Cursor.parse(cursor, Cursor.of(0)).number(0);
            return Page.of(page(after, limit), limit, (Unsettled one) -> Cursor.of(one.id()))
                    .map(this::open);
        }

        @Override
        public List<Long> ofOrder(Reach reach, long orderId) {
            return List.of();
        }

        @Override
        public List<OpenException> find(Collection<Long> ids) {
            return some(ids).stream().map(this::open).toList();
        }

        @Override
        public List<Outcome<String>> fix(Mending mending, List<OpenException> open) {
            return open.stream()
                    .map(each -> mending.fix().equals(GO_ON) ? goOn(mending, each.id()) : settle(mending, each.id()))
                    .toList();
        }
    }

    private Outcome<String> goOn(Mending mending, long id) {
        if (!imports.resume(id, mending.run().at())) {
            return Outcome.refused("not-failed", t("channels.refusal.itIsNotFailedAnyMore"));
        }
        mending.run().fact(new Fact("import", id, "ImportResumed", Facts.data()));
        workers.wake();
        return Outcome.done("");
    }

    private Outcome<String> settle(Mending mending, long id) {
        if (!store.settle(
                id, mending.reason(), mending.run().actor(), mending.run().at())) {
            return Outcome.refused("settled-already", t("channels.refusal.somebodyHasSettledIt"));
        }
        mending.run().fact(new Fact("import", id, "ImportSettled", Facts.data("reason", mending.reason())));
        return Outcome.done("");
    }

    private static OpenException open(Unsettled one, String about, List<String> fixes) {
        return new OpenException(
                one.id(),
                t("channels.exceptions.import", one.kind()),
                "/imports/" + one.id(),
                about,
                one.since(),
                Stake.NONE,
                fixes);
    }

    private static Fix settleFix() {
        return Fix.asking(SETTLE, t("channels.exceptions.settle"), t("channels.exceptions.settleDoes"), WRITE);
    }

    private final class Failed extends ImportCause {

        @Override
        public String name() {
            return "import-failed";
        }

        @Override
        public String title() {
            return t("channels.exceptions.failed");
        }

        @Override
        public String meaning() {
            return t("channels.exceptions.failedMeans");
        }

        @Override
        public int place() {
            return PLACE;
        }

        @Override
        public List<Fix> fixes() {
            return List.of(
                    Fix.of(GO_ON, t("channels.exceptions.goOn"), t("channels.exceptions.goOnDoes"), WRITE),
                    settleFix());
        }

        @Override
        List<Unsettled> page(long after, int limit) {
            return store.failed(after, limit);
        }

        @Override
        List<Unsettled> some(Collection<Long> ids) {
            return store.stillFailed(ids);
        }

        @Override
        OpenException open(Unsettled one) {
            String detail = one.problem() == null
                    ? ""
                    : String.valueOf(Json.readMap(one.problem()).getOrDefault("detail", ""));
            return ImportExceptions.open(one, detail, List.of(GO_ON, SETTLE));
        }
    }

    private final class RowsLeft extends ImportCause {

        @Override
        public String name() {
            return "import-rows";
        }

        @Override
        public String title() {
            return t("channels.exceptions.rowsLeft");
        }

        @Override
        public String meaning() {
            return t("channels.exceptions.rowsLeftMeans");
        }

        @Override
        public int place() {
            return PLACE + 1;
        }

        @Override
        public List<Fix> fixes() {
            return List.of(settleFix());
        }

        @Override
        List<Unsettled> page(long after, int limit) {
            return store.withRows(after, limit);
        }

        @Override
        List<Unsettled> some(Collection<Long> ids) {
            return store.stillWithRows(ids);
        }

        @Override
        OpenException open(Unsettled one) {
            return ImportExceptions.open(
                    one, t("channels.exceptions.rowsLeftAbout", Show.number(one.rows())), List.of(SETTLE));
        }
    }
}
