package dev.orderwright.billing;

import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** What is open on invoices, added up. */
@Repository
class AgingStore {

    static final Sql AGING = Sql.of("""
            select currency,
                   coalesce(sum(open_minor) filter (where due_on >= :today::date), 0) as not_due,
                   coalesce(sum(open_minor) filter (where due_on between :today::date - 30 and :today::date - 1), 0)
                       as days_30,
                   coalesce(sum(open_minor) filter (where due_on between :today::date - 60 and :today::date - 31), 0)
                       as days_60,
                   coalesce(sum(open_minor) filter (where due_on between :today::date - 90 and :today::date - 61), 0)
                       as days_90,
                   coalesce(sum(open_minor) filter (where due_on < :today::date - 90), 0) as older
              from billing.invoice
             where state in ('ISSUED', 'PARTLY_PAID')
               and (:customer::bigint is null or customer_id = :customer)
             group by currency
             order by currency
            """);

    static final Sql COUNTS = Sql.of("""
            select count(*) as open,
                   count(*) filter (where due_on < :today::date) as overdue,
                   count(*) filter (where terms = 'PREPAID' and open_minor > asked_minor) as uncollected,
                   min(due_on) filter (where due_on < :today::date) as first_due,
                   min(issued_at) filter (where terms = 'PREPAID' and open_minor > asked_minor) as first_uncollected
              from billing.invoice
             where state in ('ISSUED', 'PARTLY_PAID')
            """);

    private final Db db;

    AgingStore(Db db) {
        this.db = db;
    }

    List<Aging> of(@Nullable Long customerId, LocalDate today) {
        return db.sql(AGING)
                .param("today", today)
                .param("customer", customerId)
                .query((row, n) -> new Aging(
                        row.getString("currency"),
                        row.getLong("not_due"),
                        row.getLong("days_30"),
                        row.getLong("days_60"),
                        row.getLong("days_90"),
                        row.getLong("older")))
                .list();
    }

    Invoices.Counts counts(LocalDate today) {
        return db.sql(COUNTS)
                .param("today", today)
                .query((row, n) -> new Invoices.Counts(
                        row.getLong("open"),
                        row.getLong("overdue"),
                        row.getObject("first_due", LocalDate.class),
                        new Backlog(row.getLong("uncollected"), Db.instant(row, "first_uncollected"))))
                .single();
    }
}
