package dev.orderwright.insight;

import dev.orderwright.insight.BooksReport.Drift;
import dev.orderwright.insight.Law.Scope;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the laws' questions to the database, range by range. */
@Repository
class LawStore {

    // Each range is planned for what it holds, and a check takes one processor at most.
    static final Sql MODESTLY = Sql.of("""
            select set_config('plan_cache_mode', 'force_custom_plan', true),
                   set_config('max_parallel_workers_per_gather', '0', true),
                   set_config('jit', 'off', true),
                   set_config('work_mem', '32MB', true)
            """);

    static final Sql NEXT_ORDER = Sql.of("""
            select order_id from orders.slice where order_id >= :first order by order_id offset :rows limit 1
            """);

    static final Sql NEXT_ITEM = Sql.of("""
            select item_id from inventory.move where item_id >= :first order by item_id offset :rows limit 1
            """);

    static final Sql NEXT_CUSTOMER = Sql.of("""
            select customer_id from billing.account_credit_entry
             where customer_id >= :first order by customer_id offset :rows limit 1
            """);

    // Some fifty rows lie on a page.
    static final Sql NEXT_PAGE = Sql.of("""
            select p.next
              from (select :first::bigint + greatest(:rows / 50, 1) as next) p
             where p.next < greatest(pg_relation_size('inventory.move'), pg_relation_size('shared.fact'))
                            / current_setting('block_size')::bigint
            """);

    private final Db db;
    private final TransactionTemplate snapshot;

    LawStore(Db db, PlatformTransactionManager transactions) {
        this.db = db;
        snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        snapshot.setReadOnly(true);
    }

    /**
     * How laws stand in a range.
     *
     * @param last where the range ends
     */
    record Answer(long last, Map<Law, Found> found) {}

    /** How one law stands in a range. */
    record Found(long checked, List<Drift> drifts) {}

    /**
     * Asks laws of one scope about its range that begins with {@code first} and holds about so many rows. All of them see
     * the same moment: they hold at every commit, not between.
     */
    Answer ask(Scope scope, List<Law> laws, long first, int rows) {
        return Objects.requireNonNull(snapshot.execute(status -> {
            db.sql(MODESTLY).query((row, n) -> n).single();
            long last = last(scope, first, rows);
            Map<Sql, Long> counts = new HashMap<>();
            Map<Law, Found> found = new HashMap<>();
            for (Law law : laws) {
                long checked = counts.computeIfAbsent(
                        law.counts(),
                        counting -> call(scope, counting, first, last)
                                .query(Long.class)
                                .single());
                found.put(law, new Found(checked, drifts(law, first, last)));
            }
            return new Answer(last, found);
        }));
    }

    /** A range ends before the id that is so many rows further on; whatever belongs to one id stays in one range. */
    private long last(Scope scope, long first, int rows) {
        Optional<Sql> next = switch (scope) {
            case ORDERS -> Optional.of(NEXT_ORDER);
            case ITEMS -> Optional.of(NEXT_ITEM);
            case CUSTOMERS -> Optional.of(NEXT_CUSTOMER);
            case LEDGERS -> Optional.of(NEXT_PAGE);
            case WHOLE -> Optional.empty();
        };
        return next.flatMap(sql -> db.sql(sql)
                        .param("first", first)
                        .param("rows", rows)
                        .query(Long.class)
                        .optional())
                .map(id -> id > first ? id - 1 : first)
                .orElse(scope.last());
    }

    private SqlCall call(Scope scope, Sql sql, long first, long last) {
        return scope == Scope.WHOLE
                ? db.sql(sql)
                : db.sql(sql).param("first", first).param("last", last);
    }

    private List<Drift> drifts(Law law, long first, long last) {
        return call(law.scope(), law.drifts(), first, last)
                .query((row, n) -> new Drift(
                        row.getString("subject_kind"),
                        row.getString("subject_id"),
                        row.getString("culprit"),
                        row.getString("expected"),
                        row.getString("found")))
                .list();
    }
}
