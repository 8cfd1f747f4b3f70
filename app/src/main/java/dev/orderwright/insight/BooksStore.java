package dev.orderwright.insight;

import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.insight.BooksReport.LawResult;
import dev.orderwright.shared.Db;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the laws' questions to the database. */
@Repository
class BooksStore {

    private static final int CULPRITS_MAX = 100;

    private final Db db;
    private final TransactionTemplate snapshot;

    BooksStore(Db db, PlatformTransactionManager transactions) {
        this.db = db;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /** All reads see the same moment: the laws hold at every commit, not between. */
    <T> T inSnapshot(Supplier<T> work) {
        return Objects.requireNonNull(snapshot.execute(status -> work.get()));
    }

    LawResult check(Law law) {
        long checked = db.sql(law.counts()).query((row, n) -> row.getLong(1)).single();
        List<Drift> drifts = db.sql(law.drifts())
                .query((row, n) -> new Drift(
                        row.getString("subject_kind"),
                        row.getString("subject_id"),
                        row.getString("culprit"),
                        row.getString("expected"),
                        row.getString("found")))
                .list();
        return new LawResult(
                law.id(),
                law.title(),
                checked,
                drifts.size(),
                drifts.stream().limit(CULPRITS_MAX).toList());
    }
}
