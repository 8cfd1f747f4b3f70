package dev.orderwright.billing;

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
}
