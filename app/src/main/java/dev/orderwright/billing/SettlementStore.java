package dev.orderwright.billing;

import static dev.orderwright.billing.Columns.longs;
import static dev.orderwright.billing.Columns.longsOrNull;
import static dev.orderwright.billing.Columns.texts;

import dev.orderwright.billing.MoneyChanges.CreditEntry;
import dev.orderwright.billing.MoneyChanges.Settlement;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Run;
import dev.orderwright.shared.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Repository;

/** The statements on what invoices and customers' credit are the fold of. */
@Repository
class SettlementStore {

    static final Sql INSERT_SETTLEMENTS = Sql.of("""
            insert into billing.settlement
                   (order_id, id, invoice_id, kind, amount_minor, transaction_id, reference, actor, at)
            select s.order_id, s.id, s.invoice_id, s.kind, s.amount, s.transaction_id, s.reference, :actor, :at
              from unnest(:orders::bigint[], :ids::bigint[], :invoices::bigint[], :kinds::text[], :amounts::bigint[],
                          :transactions::bigint[], :references::text[])
                   as s (order_id, id, invoice_id, kind, amount, transaction_id, reference)
            """);

    static final Sql OPEN_CREDIT = Sql.of("""
            insert into billing.account_credit (customer_id, currency, balance_minor)
            select distinct c.customer_id, c.currency, 0
              from unnest(:customers::bigint[], :currencies::text[]) as c (customer_id, currency)
             order by 1, 2
            on conflict do nothing
            """);

    static final Sql INSERT_ENTRIES = Sql.of("""
            insert into billing.account_credit_entry
                   (customer_id, id, currency, kind, amount_minor, order_id, invoice_id, reference, actor, at)
            select e.customer_id, e.id, e.currency, e.kind, e.amount, e.order_id, e.invoice_id, e.reference, :actor, :at
              from unnest(:customers::bigint[], :ids::bigint[], :currencies::text[], :kinds::text[],
                          :amounts::bigint[], :orders::bigint[], :invoices::bigint[], :references::text[])
                   as e (customer_id, id, currency, kind, amount, order_id, invoice_id, reference)
            """);

    // Locks by ascending key: two sets for the same customers do not wait for each other in a circle.
    static final Sql ADD_CREDIT = Sql.of("""
            with locked as materialized (
                select c.customer_id, c.currency
                  from billing.account_credit c
                 where c.customer_id = any(:customers::bigint[])
                 order by c.customer_id, c.currency
                   for update)
            update billing.account_credit c
               set balance_minor = c.balance_minor + d.amount
              from locked l
              join (select e.customer_id, e.currency, sum(e.amount) as amount
                      from unnest(:customers::bigint[], :currencies::text[], :amounts::bigint[])
                           as e (customer_id, currency, amount)
                     group by e.customer_id, e.currency) d using (customer_id, currency)
             where c.customer_id = l.customer_id and c.currency = l.currency
            """);

    static final Sql LOCK_BALANCE = Sql.of("""
            select balance_minor from billing.account_credit
             where customer_id = :customer and currency = :currency
               for update
            """);

    static final Sql BALANCES = Sql.of("""
            select currency, balance_minor from billing.account_credit
             where customer_id = :customer
             order by currency
            """);

    private final Db db;

    SettlementStore(Db db) {
        this.db = db;
    }

    void settle(Run run, List<Settlement> rows) {
        if (rows.isEmpty()) {
            return;
        }
        db.sql(INSERT_SETTLEMENTS)
                .param("orders", longs(rows, Settlement::orderId))
                .param("ids", longs(rows, Settlement::id))
                .param("invoices", longs(rows, Settlement::invoiceId))
                .param("kinds", texts(rows, s -> s.kind().name()))
                .param("amounts", longs(rows, Settlement::amount))
                .param("transactions", longsOrNull(rows, Settlement::transactionId))
                .param("references", texts(rows, Settlement::reference))
                .param("actor", run.actor().code())
                .param("at", Db.timestamp(run.at()))
                .update();
    }

    /** What customers get (positive) or use. Who uses credit has locked its balance and seen that it suffices. */
    void credit(Run run, List<CreditEntry> rows) {
        if (rows.isEmpty()) {
            return;
        }
        long[] customers = longs(rows, CreditEntry::customerId);
        String[] currencies = rows.stream().map(CreditEntry::currency).toArray(String[]::new);
        long[] amounts = longs(rows, CreditEntry::amount);
        db.sql(OPEN_CREDIT)
                .param("customers", customers)
                .param("currencies", currencies)
                .update();
        db.sql(INSERT_ENTRIES)
                .param("customers", customers)
                .param("ids", longs(rows, CreditEntry::id))
                .param("currencies", currencies)
                .param("kinds", texts(rows, e -> e.kind().name()))
                .param("amounts", amounts)
                .param("orders", longsOrNull(rows, CreditEntry::orderId))
                .param("invoices", longsOrNull(rows, CreditEntry::invoiceId))
                .param("references", texts(rows, CreditEntry::reference))
                .param("actor", run.actor().code())
                .param("at", Db.timestamp(run.at()))
                .update();
        db.sql(ADD_CREDIT)
                .param("customers", customers)
                .param("currencies", currencies)
                .param("amounts", amounts)
                .update();
    }

    /** What the customer has with us, locked until the transaction ends. */
    long lockBalance(long customerId, String currency) {
        return db.sql(LOCK_BALANCE)
                .param("customer", customerId)
                .param("currency", currency)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    Map<String, Long> balances(long customerId) {
        Map<String, Long> balances = new LinkedHashMap<>();
        db.sql(BALANCES).param("customer", customerId).query(row -> {
            balances.put(row.getString("currency"), row.getLong("balance_minor"));
        });
        return balances;
    }
}
