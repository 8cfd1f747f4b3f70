package dev.orderwright.billing;

import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.shared.Cursor;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Sql;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

/** What is read of invoices and credit notes for people and programs. */
@Repository
class InvoiceReadStore {

    static final Sql BY_NUMBER = Sql.of("""
            select order_id, id, number, order_number, customer_id, terms, currency, issued_on, due_on, issued_at,
                   net_minor, discount_minor, shipping_minor, tax_minor, total_minor, credited_minor, paid_minor,
                   written_off_minor, asked_minor, state, settled_at, bill_to, ship_to
              from billing.invoice
             where number = :number
            """);

    static final Sql OF_ORDERS = Sql.of("""
            select order_id, id, number, order_number, customer_id, terms, currency, issued_on, due_on, issued_at,
                   net_minor, discount_minor, shipping_minor, tax_minor, total_minor, credited_minor, paid_minor,
                   written_off_minor, asked_minor, state, settled_at
              from billing.invoice
             where order_id = any(:orders::bigint[])
             order by order_id, id
            """);

    static final Sql NEWEST = Sql.of("""
            select order_id, id, number, order_number, customer_id, terms, currency, issued_on, due_on, issued_at,
                   net_minor, discount_minor, shipping_minor, tax_minor, total_minor, credited_minor, paid_minor,
                   written_off_minor, asked_minor, state, settled_at
              from billing.invoice
             where id < :before
             order by id desc
             limit :limit
            """);

    static final Sql OF_CUSTOMER = Sql.of("""
            select order_id, id, number, order_number, customer_id, terms, currency, issued_on, due_on, issued_at,
                   net_minor, discount_minor, shipping_minor, tax_minor, total_minor, credited_minor, paid_minor,
                   written_off_minor, asked_minor, state, settled_at
              from billing.invoice
             where customer_id = :customer and id < :before
             order by id desc
             limit :limit
            """);

    // What waits longest comes first.
    static final Sql OPEN = Sql.of("""
            select order_id, id, number, order_number, customer_id, terms, currency, issued_on, due_on, issued_at,
                   net_minor, discount_minor, shipping_minor, tax_minor, total_minor, credited_minor, paid_minor,
                   written_off_minor, asked_minor, state, settled_at
              from billing.invoice
             where state in ('ISSUED', 'PARTLY_PAID') and (due_on, id) > (:due::date, :after::bigint)
               and due_on < :dueBefore::date and due_on >= :dueFrom::date
               and (:customer::bigint is null or customer_id = :customer)
               and (not :uncollected or (terms = 'PREPAID' and open_minor > asked_minor))
             order by due_on, id
             limit :limit
            """);

    static final Sql LINES = Sql.of("""
            select order_id, invoice_id, position, line_no, first_unit, quantity, item_id, sku, description,
                   quantity_decimals, unit_price, net_minor, discount_minor, shipping_minor, tax_minor, tax_percent,
                   tax_code
              from billing.invoice_line
             where order_id = :order and invoice_id = :invoice
             order by position
            """);

    static final Sql CREDIT_NOTES = Sql.of("""
            select order_id, id, number, invoice_id, customer_id, currency, issued_on, issued_at, net_minor,
                   discount_minor, shipping_minor, tax_minor
              from billing.credit_note
             where order_id = :order
             order by id
            """);

    static final Sql CREDIT_NOTE = Sql.of("""
            select c.order_id, c.id, c.number, c.invoice_id, c.customer_id, c.currency, c.issued_on, c.issued_at,
                   c.net_minor, c.discount_minor, c.shipping_minor, c.tax_minor, i.number as invoice_number
              from billing.credit_note c
              join billing.invoice i on i.order_id = c.order_id and i.id = c.invoice_id
             where c.number = :number
            """);

    static final Sql CREDIT_LINES = Sql.of("""
            select c.order_id, l.invoice_id, c.position, c.line_no, c.first_unit, c.quantity, l.item_id, l.sku,
                   l.description, l.quantity_decimals, l.unit_price, c.net_minor, c.discount_minor, c.shipping_minor,
                   c.tax_minor, l.tax_percent, l.tax_code
              from billing.credit_note_line c
              join billing.invoice_line l
                on l.order_id = c.order_id and l.line_no = c.line_no
               and c.first_unit >= l.first_unit and c.first_unit < l.first_unit + l.quantity
             where c.order_id = :order and c.credit_note_id = :note
             order by c.position
            """);

    static final Sql SETTLEMENTS = Sql.of("""
            select kind, amount_minor, reference, actor, at
              from billing.settlement
             where order_id = :order and invoice_id = :invoice
             order by id
            """);

    private static final RowMapper<Invoice> INVOICE = (row, n) -> new Invoice(
            row.getLong("order_id"),
            row.getLong("id"),
            row.getString("number"),
            row.getString("order_number"),
            Db.longOrNull(row, "customer_id"),
            PaymentTerms.valueOf(row.getString("terms")),
            row.getString("currency"),
            row.getObject("issued_on", LocalDate.class),
            row.getObject("due_on", LocalDate.class),
            Db.instantNotNull(row, "issued_at"),
            money(row),
            amounts(row),
            InvoiceState.valueOf(row.getString("state")),
            Db.instant(row, "settled_at"));

    private static final RowMapper<InvoiceLine> LINE = (row, n) -> new InvoiceLine(
            row.getLong("order_id"),
            row.getLong("invoice_id"),
            row.getInt("position"),
            row.getInt("line_no"),
            row.getLong("first_unit"),
            row.getLong("quantity"),
            row.getLong("item_id"),
            row.getString("sku"),
            row.getString("description"),
            row.getInt("quantity_decimals"),
            row.getBigDecimal("unit_price"),
            money(row),
            row.getBigDecimal("tax_percent"),
            row.getString("tax_code"));

    private static final RowMapper<CreditNote> NOTE = (row, n) -> new CreditNote(
            row.getLong("order_id"),
            row.getLong("id"),
            row.getString("number"),
            row.getLong("invoice_id"),
            Db.longOrNull(row, "customer_id"),
            row.getString("currency"),
            row.getObject("issued_on", LocalDate.class),
            Db.instantNotNull(row, "issued_at"),
            money(row));

    private final Db db;

    InvoiceReadStore(Db db) {
        this.db = db;
    }

    /** An invoice with the addresses that stand on it. */
    record Addressed(Invoice invoice, Address billTo, Address shipTo) {}

    /** A credit note with the invoice it is about. */
    record NoteOn(CreditNote note, String invoiceNumber) {}

    static InvoiceAmounts amounts(ResultSet row) throws SQLException {
        return new InvoiceAmounts(
                row.getLong("total_minor"),
                row.getLong("credited_minor"),
                row.getLong("paid_minor"),
                row.getLong("written_off_minor"),
                row.getLong("asked_minor"));
    }

    private static OrderMoney money(ResultSet row) throws SQLException {
        return new OrderMoney(
                row.getLong("net_minor"),
                row.getLong("discount_minor"),
                row.getLong("shipping_minor"),
                row.getLong("tax_minor"));
    }

    Optional<Addressed> byNumber(String number) {
        return db.sql(BY_NUMBER)
                .param("number", number)
                .query((row, n) -> new Addressed(
                        INVOICE.mapRow(row, n),
                        Json.read(row.getString("bill_to"), Address.class),
                        Json.read(row.getString("ship_to"), Address.class)))
                .optional();
    }

    /** By order, oldest first. */
    List<Invoice> ofOrders(Collection<Long> orderIds) {
        return db.sql(OF_ORDERS)
                .param("orders", orderIds.stream().mapToLong(Long::longValue).toArray())
                .query(INVOICE)
                .list();
    }

    List<Invoice> newest(long before, int limit) {
        return db.sql(NEWEST)
                .param("before", before)
                .param("limit", Page.rowsFor(limit))
                .query(INVOICE)
                .list();
    }

    List<Invoice> ofCustomer(long customerId, long before, int limit) {
        return db.sql(OF_CUSTOMER)
                .param("customer", customerId)
                .param("before", before)
                .param("limit", Page.rowsFor(limit))
                .query(INVOICE)
                .list();
    }

    /** @param after due date and id of the last row of the page before */
    List<Invoice> open(@Nullable Long customerId, DueDays due, boolean uncollected, Cursor after, int limit) {
        return db.sql(OPEN)
                .param("customer", customerId)
                .param("dueFrom", due.from())
                .param("dueBefore", due.before())
                .param("uncollected", uncollected)
                .param("due", after.day(0))
                .param("after", after.number(1))
                .param("limit", Page.rowsFor(limit))
                .query(INVOICE)
                .list();
    }

    List<InvoiceLine> lines(Invoice invoice) {
        return db.sql(LINES)
                .param("order", invoice.orderId())
                .param("invoice", invoice.id())
                .query(LINE)
                .list();
    }

    List<CreditNote> creditNotes(long orderId) {
        return db.sql(CREDIT_NOTES).param("order", orderId).query(NOTE).list();
    }

    Optional<NoteOn> creditNote(String number) {
        return db.sql(CREDIT_NOTE)
                .param("number", number)
                .query((row, n) -> new NoteOn(NOTE.mapRow(row, n), row.getString("invoice_number")))
                .optional();
    }

    List<InvoiceLine> creditLines(CreditNote note) {
        return db.sql(CREDIT_LINES)
                .param("order", note.orderId())
                .param("note", note.id())
                .query(LINE)
                .list();
    }

    List<InvoiceDetail.Settled> settlements(Invoice invoice) {
        return db.sql(SETTLEMENTS)
                .param("order", invoice.orderId())
                .param("invoice", invoice.id())
                .query((row, n) -> new InvoiceDetail.Settled(
                        SettlementKind.valueOf(row.getString("kind")),
                        row.getLong("amount_minor"),
                        row.getString("reference"),
                        row.getString("actor"),
                        Db.instantNotNull(row, "at")))
                .list();
    }
}
