package dev.orderwright.insight;

import dev.orderwright.insight.Law.Scope;
import dev.orderwright.shared.Sql;
import java.util.List;

/** Laws 5, 6 and 7 and the balances of money, as questions. */
final class MoneyLawStore {

    private MoneyLawStore() {}

    static final Sql INVOICES = Sql.of("select count(*) from billing.invoice where order_id between :first and :last");

    static final Sql DOCUMENTS = Sql.of("""
            select (select count(*) from billing.invoice where order_id between :first and :last)
                 + (select count(*) from billing.credit_note where order_id between :first and :last)
            """);

    static final Sql ALL_DOCUMENTS =
            Sql.of("select (select count(*) from billing.invoice) + (select count(*) from billing.credit_note)");

    static final Sql PAYMENTS = Sql.of("select count(*) from billing.payment where order_id between :first and :last");

    static final Sql CREDITS = Sql.of("select count(*) from customers.credit");

    static final Sql ACCOUNT_CREDITS =
            Sql.of("select count(*) from billing.account_credit where customer_id between :first and :last");

    // The money of a range of units is what lies between two rounded shares of the line's, as when it was invoiced.
    static final Sql INVOICED_IS_SHIPPED = Sql.of("""
            with shipped as (
                select s.order_id,
                       sum(div((l.net_minor - l.discount_minor)::numeric * (s.first_unit + s.quantity), l.quantity)
                         - div((l.net_minor - l.discount_minor)::numeric * s.first_unit, l.quantity)
                         + div(l.shipping_minor::numeric * (s.first_unit + s.quantity), l.quantity)
                         - div(l.shipping_minor::numeric * s.first_unit, l.quantity)
                         + div(l.tax_minor::numeric * (s.first_unit + s.quantity), l.quantity)
                         - div(l.tax_minor::numeric * s.first_unit, l.quantity)) as money
                  from orders.slice s
                  join orders.order_line l on l.order_id = s.order_id and l.line_no = s.line_no
                 where s.order_id between :first and :last and l.order_id between :first and :last
                   and s.state in ('SHIPPED', 'DELIVERED', 'LOST')
                 group by s.order_id),
            billed as (
                select b.order_id, sum(b.minor) as money
                  from (select order_id, total_minor as minor from billing.invoice
                         where order_id between :first and :last
                        union all
                        select order_id, -total_minor from billing.credit_note
                         where order_id between :first and :last) b
                 group by b.order_id)
            select 'order' as subject_kind, order_id as subject_id,
                   coalesce('order ' || o.number, 'order that does not exist') as culprit,
                   coalesce(s.money, 0)::text as expected, coalesce(b.money, 0)::text as found
              from shipped s
              full join billed b using (order_id)
              left join orders.sales_order o on o.id = order_id and o.id between :first and :last
             where coalesce(s.money, 0) <> coalesce(b.money, 0)
            """);

    static final Sql UNITS_INVOICED_ONCE = Sql.of("""
            select 'order' as subject_kind, b.order_id as subject_id,
                   b.what || ' of order ' || b.order_id || ' line ' || b.line_no as culprit,
                   'from unit ' || b.until as expected, 'from unit ' || b.first_unit as found
              from (select 'invoice line' as what, order_id, line_no, first_unit,
                           lag(first_unit + quantity) over (partition by order_id, line_no order by first_unit) as until
                      from billing.invoice_line where order_id between :first and :last
                    union all
                    select 'credit line', order_id, line_no, first_unit,
                           lag(first_unit + quantity) over (partition by order_id, line_no order by first_unit)
                      from billing.credit_note_line where order_id between :first and :last) b
             where b.first_unit < b.until
            """);

    static final Sql DOCUMENTS_ADD_UP = Sql.of("""
            select 'order' as subject_kind, d.order_id as subject_id, d.number as culprit,
                   d.total_minor::text as expected, coalesce(l.total, 0)::text as found
              from (select order_id, id, number, total_minor from billing.invoice
                     where order_id between :first and :last
                    union all
                    select order_id, id, number, total_minor from billing.credit_note
                     where order_id between :first and :last) d
              left join (select order_id, invoice_id as id,
                                sum(net_minor - discount_minor + shipping_minor + tax_minor) as total
                           from billing.invoice_line where order_id between :first and :last
                           group by order_id, invoice_id
                         union all
                         select order_id, credit_note_id,
                                sum(net_minor - discount_minor + shipping_minor + tax_minor)
                           from billing.credit_note_line where order_id between :first and :last
                           group by order_id, credit_note_id) l
                on l.order_id = d.order_id and l.id = d.id
             where d.total_minor is distinct from l.total
            """);

    static final Sql NUMBERS_WITHOUT_GAPS = Sql.of("""
            select 'series' as subject_kind, 0 as subject_id, d.series as culprit,
                   (coalesce(n.next_value, 100001) - 100001)::text || ' documents' as expected,
                   d.documents::text || ', the last is ' || coalesce(d.series || '-' || d.last, 'none') as found
              from (select 'INV' as series, count(*) as documents, max(substr(number, 5)::bigint) as last
                      from billing.invoice
                    union all
                    select 'CN', count(*), max(substr(number, 4)::bigint) from billing.credit_note) d
              left join shared.number_series n on n.series = d.series
             where d.documents <> coalesce(n.next_value, 100001) - 100001 or d.last <> n.next_value - 1
            """);

    static final Sql INVOICES_ARE_THEIR_SETTLEMENTS = Sql.of("""
            select 'order' as subject_kind, i.order_id as subject_id, 'invoice ' || i.number as culprit,
                   'credited ' || coalesce(c.credited, 0) || ', paid ' || coalesce(s.paid, 0) || ', written off '
                       || coalesce(s.written_off, 0) || ', asked ' || coalesce(t.asked, 0) as expected,
                   'credited ' || i.credited_minor || ', paid ' || i.paid_minor || ', written off '
                       || i.written_off_minor || ', asked ' || i.asked_minor as found
              from billing.invoice i
              left join (select order_id, invoice_id, sum(total_minor) as credited
                           from billing.credit_note where order_id between :first and :last
                          group by order_id, invoice_id) c
                on c.order_id = i.order_id and c.invoice_id = i.id
              left join (select order_id, invoice_id,
                                sum(amount_minor) filter (where kind not like 'WRITE_OFF%') as paid,
                                sum(amount_minor) filter (where kind like 'WRITE_OFF%') as written_off
                           from billing.settlement where order_id between :first and :last
                          group by order_id, invoice_id) s
                on s.order_id = i.order_id and s.invoice_id = i.id
              left join (select order_id, invoice_id, sum(amount_minor) as asked
                           from billing.payment_transaction
                          where order_id between :first and :last
                            and kind = 'CAPTURE' and state in ('PENDING', 'UNKNOWN')
                          group by order_id, invoice_id) t
                on t.order_id = i.order_id and t.invoice_id = i.id
             where i.order_id between :first and :last
               and (i.credited_minor, i.paid_minor, i.written_off_minor, i.asked_minor)
                   is distinct from (coalesce(c.credited, 0), coalesce(s.paid, 0), coalesce(s.written_off, 0),
                                     coalesce(t.asked, 0))
            """);

    static final Sql PAYMENTS_ARE_THEIR_TRANSACTIONS = Sql.of("""
            with told as (
                select p.order_id, p.id,
                       array[p.authorised_minor, p.capture_asked_minor, p.captured_minor, p.void_asked_minor,
                             p.voided_minor, p.refund_asked_minor, p.refunded_minor] as found,
                       array[coalesce(sum(t.amount_minor) filter (where t.kind = 'AUTHORISE' and t.state = 'SUCCEEDED'), 0),
                             coalesce(sum(t.amount_minor) filter (where t.kind = 'CAPTURE' and t.state <> 'FAILED'), 0),
                             coalesce(sum(t.amount_minor) filter (where t.kind = 'CAPTURE' and t.state = 'SUCCEEDED'), 0),
                             coalesce(sum(t.amount_minor) filter (where t.kind = 'VOID' and t.state <> 'FAILED'), 0),
                             coalesce(sum(t.amount_minor) filter (where t.kind = 'VOID' and t.state = 'SUCCEEDED'), 0),
                             coalesce(sum(t.amount_minor) filter (where t.kind = 'REFUND' and t.state <> 'FAILED'), 0),
                             coalesce(sum(t.amount_minor) filter (where t.kind = 'REFUND' and t.state = 'SUCCEEDED'), 0)]
                           ::bigint[] as expected
                  from billing.payment p
                  left join billing.payment_transaction t on t.order_id = p.order_id and t.payment_id = p.id
                       and t.order_id between :first and :last
                 where p.order_id between :first and :last
                 group by p.order_id, p.id)
            select 'order' as subject_kind, order_id as subject_id,
                   'payment ' || id || ': authorised, captures asked and done, voids, refunds' as culprit,
                   expected::text as expected, found::text as found
              from told
             where expected <> found
            """);

    static final Sql MONEY_STAYS_WITHIN = Sql.of("""
            select 'order' as subject_kind, order_id as subject_id, 'payment ' || id as culprit,
                   'captured <= authorised, refunded <= captured' as expected,
                   authorised_minor || ' authorised, ' || captured_minor || ' captured, ' || refunded_minor || ' refunded'
                       as found
              from billing.payment
             where order_id between :first and :last
               and (captured_minor + voided_minor > authorised_minor or refunded_minor > captured_minor)
            """);

    // What the provider refused waits for a person, who finds it among the payments that need attention.
    static final Sql ENDED_ORDERS_KEEP_NO_AUTHORISATION = Sql.of("""
            select 'order' as subject_kind, o.id as subject_id, 'order ' || o.number || ', payment ' || p.id as culprit,
                   'nothing set aside' as expected,
                   (p.authorised_minor - p.capture_asked_minor - p.void_asked_minor)::text as found
              from orders.sales_order o
              join billing.payment p on p.order_id = o.id
             where o.id between :first and :last and p.order_id between :first and :last
               and o.lifecycle not in ('DRAFT', 'PLACED', 'CONFIRMED')
               and p.authorised_minor > p.capture_asked_minor + p.void_asked_minor
               and not exists (select 1 from billing.payment_transaction t
                                where t.order_id = p.order_id and t.payment_id = p.id
                                  and t.order_id between :first and :last and t.state = 'FAILED'
                                  and t.attention is not null)
            """);

    // What was ordered and is not invoiced is found in open orders: by the law of their ends others have no such units.
    static final Sql EXPOSURE_IS_WHAT_IS_OWED = Sql.of("""
            with owed as (
                select o.customer_id,
                       sum(div((l.net_minor - l.discount_minor)::numeric * (s.first_unit + s.quantity), l.quantity)
                         - div((l.net_minor - l.discount_minor)::numeric * s.first_unit, l.quantity)
                         + div(l.shipping_minor::numeric * (s.first_unit + s.quantity), l.quantity)
                         - div(l.shipping_minor::numeric * s.first_unit, l.quantity)
                         + div(l.tax_minor::numeric * (s.first_unit + s.quantity), l.quantity)
                         - div(l.tax_minor::numeric * s.first_unit, l.quantity)) as minor
                  from orders.sales_order o
                  join orders.slice s on s.order_id = o.id
                  join orders.order_line l on l.order_id = s.order_id and l.line_no = s.line_no
                 where o.lifecycle in ('PLACED', 'CONFIRMED') and o.terms = 'ACCOUNT'
                   and s.state not in ('SHIPPED', 'DELIVERED', 'LOST', 'RETURNED', 'CANCELLED')
                 group by o.customer_id
                union all
                select customer_id, sum(open_minor)
                  from billing.invoice where state in ('ISSUED', 'PARTLY_PAID') and terms = 'ACCOUNT'
                 group by customer_id)
            select 'customer' as subject_kind, c.customer_id as subject_id,
                   'customer ' || coalesce(k.number, c.customer_id::text) as culprit,
                   coalesce(sum(w.minor), 0)::text as expected, c.exposure_minor::text as found
              from customers.credit c
              left join customers.customer k on k.id = c.customer_id
              left join owed w on w.customer_id = c.customer_id
             group by c.customer_id, c.exposure_minor, k.number
            having coalesce(sum(w.minor), 0) <> c.exposure_minor
            """);

    static final Sql CREDIT_IS_ITS_ENTRIES = Sql.of("""
            select 'customer' as subject_kind, customer_id as subject_id,
                   'credit of customer ' || customer_id || ' in ' || currency as culprit,
                   coalesce(e.balance, 0)::text as expected, coalesce(c.balance_minor, 0)::text as found
              from (select customer_id, currency, balance_minor from billing.account_credit
                     where customer_id between :first and :last) c
              full join (select customer_id, currency, sum(amount_minor) as balance
                           from billing.account_credit_entry where customer_id between :first and :last
                          group by customer_id, currency) e
             using (customer_id, currency)
             where c.balance_minor is distinct from e.balance
            """);

    static final List<Law> ALL = List.of(
            new Law(
                    "invoiced-is-shipped",
                    "What is invoiced and not credited is what was shipped",
                    Scope.ORDERS,
                    INVOICED_IS_SHIPPED,
                    SliceLawStore.ORDERS),
            new Law(
                    "units-invoiced-once",
                    "No unit is invoiced or credited twice",
                    Scope.ORDERS,
                    UNITS_INVOICED_ONCE,
                    DOCUMENTS),
            new Law(
                    "documents-add-up",
                    "The lines of a document sum to its total",
                    Scope.ORDERS,
                    DOCUMENTS_ADD_UP,
                    DOCUMENTS),
            new Law(
                    "numbers-without-gaps",
                    "Invoices and credit notes are numbered without gaps",
                    Scope.WHOLE,
                    NUMBERS_WITHOUT_GAPS,
                    ALL_DOCUMENTS),
            new Law(
                    "invoices-are-settlements",
                    "What an invoice says was paid, credited or asked for is so",
                    Scope.ORDERS,
                    INVOICES_ARE_THEIR_SETTLEMENTS,
                    INVOICES),
            new Law(
                    "payments-are-transactions",
                    "What a payment says was asked and done is so",
                    Scope.ORDERS,
                    PAYMENTS_ARE_THEIR_TRANSACTIONS,
                    PAYMENTS),
            new Law(
                    "money-within",
                    "Captured was authorised, refunded was captured",
                    Scope.ORDERS,
                    MONEY_STAYS_WITHIN,
                    PAYMENTS),
            new Law(
                    "ended-orders-money",
                    "Ended orders keep no authorisation",
                    Scope.ORDERS,
                    ENDED_ORDERS_KEEP_NO_AUTHORISATION,
                    PAYMENTS),
            new Law(
                    "exposure-is-owed",
                    "A customer's exposure is what he ordered and owes",
                    Scope.WHOLE,
                    EXPOSURE_IS_WHAT_IS_OWED,
                    CREDITS),
            new Law(
                    "credit-is-entries",
                    "A customer's credit with us is the fold of its entries",
                    Scope.CUSTOMERS,
                    CREDIT_IS_ITS_ENTRIES,
                    ACCOUNT_CREDITS));
}
