package dev.orderwright.billing;

import static dev.orderwright.billing.Columns.longs;
import static dev.orderwright.billing.Columns.longsOrNull;
import static dev.orderwright.billing.Columns.texts;

import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import dev.orderwright.shared.SqlCall;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The statements that write invoices and credit notes. Their orders are locked. */
@Repository
class InvoiceStore {

    static final Sql INSERT = Sql.of("""
            insert into billing.invoice
                   (order_id, id, number, order_number, customer_id, terms, currency, issued_on, due_on, issued_at, bill_to,
                    ship_to, net_minor, discount_minor, shipping_minor, tax_minor, total_minor, asked_minor, state,
                    settled_at)
            select i.order_id, i.id, i.number, i.order_number, i.customer_id, i.terms, i.currency, i.issued_on, i.due_on,
                   i.issued_at, i.bill_to::jsonb, i.ship_to::jsonb, i.net, i.discount, i.shipping, i.tax, i.total,
                   i.asked, i.state, i.settled_at
              from unnest(:orders::bigint[], :ids::bigint[], :numbers::text[], :orderNumbers::text[],
                          :customers::bigint[], :terms::text[], :currencies::text[], :issued::date[], :due::date[],
                          :at::timestamptz[], :billTo::text[], :shipTo::text[], :net::bigint[], :discount::bigint[],
                          :shipping::bigint[], :tax::bigint[], :totals::bigint[], :asked::bigint[], :states::text[],
                          :settled::timestamptz[])
                   as i (order_id, id, number, order_number, customer_id, terms, currency, issued_on, due_on, issued_at,
                         bill_to, ship_to, net, discount, shipping, tax, total, asked, state, settled_at)
            """);

    static final Sql INSERT_LINES = Sql.of("""
            insert into billing.invoice_line
                   (order_id, line_no, first_unit, quantity, invoice_id, position, item_id, sku, description,
                    quantity_decimals, unit_price, net_minor, discount_minor, shipping_minor, tax_minor, tax_percent,
                    tax_code)
            select * from unnest(:orders::bigint[], :lines::integer[], :units::bigint[], :quantities::bigint[],
                                 :invoices::bigint[], :positions::integer[], :items::bigint[], :skus::text[],
                                 :descriptions::text[], :decimals::integer[], :prices::numeric[], :net::bigint[],
                                 :discount::bigint[], :shipping::bigint[], :tax::bigint[], :percents::numeric[],
                                 :codes::text[])
            """);

    static final Sql INSERT_CREDIT_NOTES = Sql.of("""
            insert into billing.credit_note
                   (order_id, id, number, invoice_id, customer_id, currency, issued_on, issued_at, net_minor,
                    discount_minor, shipping_minor, tax_minor, total_minor)
            select * from unnest(:orders::bigint[], :ids::bigint[], :numbers::text[], :invoices::bigint[],
                                 :customers::bigint[], :currencies::text[], :issued::date[], :at::timestamptz[],
                                 :net::bigint[], :discount::bigint[], :shipping::bigint[], :tax::bigint[],
                                 :totals::bigint[])
            """);

    static final Sql INSERT_CREDIT_LINES = Sql.of("""
            insert into billing.credit_note_line
                   (order_id, line_no, first_unit, quantity, credit_note_id, position, net_minor, discount_minor,
                    shipping_minor, tax_minor)
            select * from unnest(:orders::bigint[], :lines::integer[], :units::bigint[], :quantities::bigint[],
                                 :notes::bigint[], :positions::integer[], :net::bigint[], :discount::bigint[],
                                 :shipping::bigint[], :tax::bigint[])
            """);

    static final Sql BALANCES = Sql.of("""
            select order_id, id, number, customer_id, terms, currency, total_minor, credited_minor, paid_minor,
                   written_off_minor, asked_minor, state
              from billing.invoice
             where order_id = any(:orders::bigint[])
             order by order_id, id
            """);

    static final Sql UNITS = Sql.of("""
            select order_id, line_no, first_unit, quantity, invoice_id
              from billing.invoice_line
             where order_id = any(:orders::bigint[])
             order by order_id, line_no, first_unit
            """);

    static final Sql ORDERS_OF = Sql.of("""
            select number, order_id, id from billing.invoice where number = any(:numbers::text[])
            """);

    static final Sql SETTLE = Sql.of("""
            update billing.invoice i
               set credited_minor = n.credited, paid_minor = n.paid, written_off_minor = n.written_off,
                   asked_minor = n.asked, state = n.state,
                   settled_at = case when n.state in ('ISSUED', 'PARTLY_PAID') then null
                                     else coalesce(i.settled_at, :at) end
              from unnest(:orders::bigint[], :ids::bigint[], :credited::bigint[], :paid::bigint[],
                          :writtenOff::bigint[], :asked::bigint[], :states::text[])
                   as n (order_id, id, credited, paid, written_off, asked, state)
             where i.order_id = n.order_id and i.id = n.id
            """);

    private final Db db;

    InvoiceStore(Db db) {
        this.db = db;
    }

    /** An invoice with what is written beside it. */
    record NewInvoice(Invoice invoice, Address billTo, Address shipTo, List<InvoiceLine> lines) {}

    /** Where the units of an order line were invoiced. */
    record InvoicedUnits(long orderId, int lineNo, long firstUnit, long quantity, long invoiceId) {

        long endUnit() {
            return firstUnit + quantity;
        }
    }

    /** Which order an invoice belongs to. */
    record InvoiceKey(String number, long orderId, long id) {}

    void insert(List<NewInvoice> rows) {
        List<Invoice> invoices = rows.stream().map(NewInvoice::invoice).toList();
        money(db.sql(INSERT), invoices.stream().map(Invoice::money).toList())
                .param("orders", longs(invoices, Invoice::orderId))
                .param("ids", longs(invoices, Invoice::id))
                .param("numbers", texts(invoices, Invoice::number))
                .param("orderNumbers", texts(invoices, Invoice::orderNumber))
                .param("customers", longsOrNull(invoices, Invoice::customerId))
                .param("terms", texts(invoices, i -> i.terms().name()))
                .param("currencies", texts(invoices, Invoice::currency))
                .param(
                        "issued",
                        Db.dates(invoices.stream().map(Invoice::issuedOn).toList()))
                .param("due", Db.dates(invoices.stream().map(Invoice::dueOn).toList()))
                .param(
                        "at",
                        Db.timestamps(invoices.stream().map(Invoice::issuedAt).toList()))
                .param("billTo", texts(rows, r -> Json.write(r.billTo())))
                .param("shipTo", texts(rows, r -> Json.write(r.shipTo())))
                .param("totals", longs(invoices, i -> i.money().total()))
                .param("asked", longs(invoices, i -> i.amounts().asked()))
                .param("states", texts(invoices, i -> i.state().name()))
                .param(
                        "settled",
                        Db.timestamps(invoices.stream().map(Invoice::settledAt).toList()))
                .update();
        insertLines(rows.stream().flatMap(row -> row.lines().stream()).toList());
    }

    private void insertLines(List<InvoiceLine> lines) {
        money(db.sql(INSERT_LINES), lines.stream().map(InvoiceLine::money).toList())
                .param("orders", longs(lines, InvoiceLine::orderId))
                .param("lines", lines.stream().mapToInt(InvoiceLine::lineNo).toArray())
                .param("units", longs(lines, InvoiceLine::firstUnit))
                .param("quantities", longs(lines, InvoiceLine::quantity))
                .param("invoices", longs(lines, InvoiceLine::invoiceId))
                .param(
                        "positions",
                        lines.stream().mapToInt(InvoiceLine::position).toArray())
                .param("items", longs(lines, InvoiceLine::itemId))
                .param("skus", texts(lines, InvoiceLine::sku))
                .param("descriptions", texts(lines, InvoiceLine::description))
                .param(
                        "decimals",
                        lines.stream().mapToInt(InvoiceLine::quantityDecimals).toArray())
                .param("prices", lines.stream().map(InvoiceLine::unitPrice).toArray(BigDecimal[]::new))
                .param("percents", lines.stream().map(InvoiceLine::taxPercent).toArray(BigDecimal[]::new))
                .param("codes", texts(lines, InvoiceLine::taxCode))
                .update();
    }

    void insertCreditNotes(List<CreditNote> notes, List<CreditNoteLine> lines) {
        money(db.sql(INSERT_CREDIT_NOTES), notes.stream().map(CreditNote::money).toList())
                .param("orders", longs(notes, CreditNote::orderId))
                .param("ids", longs(notes, CreditNote::id))
                .param("numbers", texts(notes, CreditNote::number))
                .param("invoices", longs(notes, CreditNote::invoiceId))
                .param("customers", longsOrNull(notes, CreditNote::customerId))
                .param("currencies", texts(notes, CreditNote::currency))
                .param(
                        "issued",
                        Db.dates(notes.stream().map(CreditNote::issuedOn).toList()))
                .param(
                        "at",
                        Db.timestamps(notes.stream().map(CreditNote::issuedAt).toList()))
                .param("totals", longs(notes, n -> n.money().total()))
                .update();
        money(
                        db.sql(INSERT_CREDIT_LINES),
                        lines.stream().map(CreditNoteLine::money).toList())
                .param("orders", longs(lines, CreditNoteLine::orderId))
                .param("lines", lines.stream().mapToInt(CreditNoteLine::lineNo).toArray())
                .param("units", longs(lines, CreditNoteLine::firstUnit))
                .param("quantities", longs(lines, CreditNoteLine::quantity))
                .param("notes", longs(lines, CreditNoteLine::creditNoteId))
                .param(
                        "positions",
                        lines.stream().mapToInt(CreditNoteLine::position).toArray())
                .update();
    }

    private static SqlCall money(SqlCall statement, List<OrderMoney> money) {
        return statement
                .param("net", longs(money, OrderMoney::net))
                .param("discount", longs(money, OrderMoney::discount))
                .param("shipping", longs(money, OrderMoney::shipping))
                .param("tax", longs(money, OrderMoney::tax));
    }

    List<InvoiceBalance> balances(Collection<Long> orderIds) {
        return db.sql(BALANCES)
                .param("orders", longs(orderIds))
                .query((row, n) -> new InvoiceBalance(
                        row.getLong("order_id"),
                        row.getLong("id"),
                        row.getString("number"),
                        Db.longOrNull(row, "customer_id"),
                        PaymentTerms.valueOf(row.getString("terms")),
                        row.getString("currency"),
                        InvoiceReadStore.amounts(row),
                        InvoiceState.valueOf(row.getString("state"))))
                .list();
    }

    List<InvoicedUnits> units(Collection<Long> orderIds) {
        return db.sql(UNITS)
                .param("orders", longs(orderIds))
                .query((row, n) -> new InvoicedUnits(
                        row.getLong("order_id"),
                        row.getInt("line_no"),
                        row.getLong("first_unit"),
                        row.getLong("quantity"),
                        row.getLong("invoice_id")))
                .list();
    }

    List<InvoiceKey> keys(Collection<String> numbers) {
        return db.sql(ORDERS_OF)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> new InvoiceKey(row.getString("number"), row.getLong("order_id"), row.getLong("id")))
                .list();
    }

    void settle(List<InvoiceBalance> invoices, Instant at) {
        if (invoices.isEmpty()) {
            return;
        }
        db.sql(SETTLE)
                .param("orders", longs(invoices, InvoiceBalance::orderId))
                .param("ids", longs(invoices, InvoiceBalance::id))
                .param("credited", longs(invoices, i -> i.amounts().credited()))
                .param("paid", longs(invoices, i -> i.amounts().paid()))
                .param("writtenOff", longs(invoices, i -> i.amounts().writtenOff()))
                .param("asked", longs(invoices, i -> i.amounts().asked()))
                .param("states", texts(invoices, i -> i.state().name()))
                .param("at", Db.timestamp(at))
                .update();
    }
}
