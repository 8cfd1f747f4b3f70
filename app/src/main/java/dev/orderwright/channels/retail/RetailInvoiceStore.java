package dev.orderwright.channels.retail;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Sql;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Repository;

/** The statements of invoices that were taken in. */
@Repository
class RetailInvoiceStore {

    static final Sql FIND = Sql.of("""
            select invoice_no, content_hash, import_id
              from channels.retail_invoice
             where invoice_no = any(:numbers::text[])
            """);

    static final Sql INSERT = Sql.of("""
            insert into channels.retail_invoice
                   (invoice_no, content_hash, import_id, at, row_count, order_id, order_lines, ordered_units,
                    backordered_units, ordered_minor, cancelled_units, cancelled_minor, credited_units, credited_minor,
                    found_units, written_off_units, ledger_minor, unbooked_minor)
            select i.invoice_no, i.content_hash, :import, i.at, i.row_count, i.order_id, i.order_lines,
                   i.ordered_units, i.backordered_units, i.ordered_minor, i.cancelled_units, i.cancelled_minor,
                   i.credited_units, i.credited_minor, i.found_units, i.written_off_units, i.ledger_minor,
                   i.unbooked_minor
              from unnest(:numbers::text[], :hashes::bytea[], :ats::timestamptz[], :rows::integer[],
                          :orders::bigint[], :lines::integer[], :ordered::bigint[], :backordered::bigint[],
                          :orderedMinor::bigint[], :cancelled::bigint[], :cancelledMinor::bigint[],
                          :credited::bigint[], :creditedMinor::bigint[], :found::bigint[], :writtenOff::bigint[],
                          :ledgerMinor::bigint[], :unbookedMinor::bigint[])
                   as i (invoice_no, content_hash, at, row_count, order_id, order_lines, ordered_units,
                         backordered_units, ordered_minor, cancelled_units, cancelled_minor, credited_units,
                         credited_minor, found_units, written_off_units, ledger_minor, unbooked_minor)
             order by i.invoice_no
            """);

    static final Sql INSERT_LEDGER = Sql.of("""
            insert into channels.ledger_row (invoice_no, row_no, import_id, line_no, at, code, description, quantity,
                                             unit_price, amount_minor, reason)
            select l.invoice_no, l.row_no, :import, l.line_no, l.at, l.code, l.description, l.quantity, l.unit_price,
                   l.amount_minor, l.reason
              from unnest(:invoices::text[], :rowNos::integer[], :lines::bigint[], :ats::timestamptz[], :codes::text[],
                          :descriptions::text[], :quantities::bigint[], :prices::numeric[], :amounts::bigint[],
                          :reasons::text[])
                   as l (invoice_no, row_no, line_no, at, code, description, quantity, unit_price, amount_minor, reason)
            """);

    static final Sql SUMS = Sql.of("""
            select count(*) as invoices, coalesce(sum(row_count), 0)::bigint as row_count, count(order_id) as orders,
                   coalesce(sum(order_lines), 0)::bigint as order_lines,
                   coalesce(sum(ordered_units), 0)::bigint as ordered_units,
                   coalesce(sum(backordered_units), 0)::bigint as backordered_units,
                   coalesce(sum(ordered_minor), 0)::bigint as ordered_minor,
                   coalesce(sum(cancelled_units), 0)::bigint as cancelled_units,
                   coalesce(sum(cancelled_minor), 0)::bigint as cancelled_minor,
                   coalesce(sum(credited_units), 0)::bigint as credited_units,
                   coalesce(sum(credited_minor), 0)::bigint as credited_minor,
                   coalesce(sum(found_units), 0)::bigint as found_units,
                   coalesce(sum(written_off_units), 0)::bigint as written_off_units,
                   coalesce(sum(ledger_minor), 0)::bigint as ledger_minor,
                   coalesce(sum(unbooked_minor), 0)::bigint as unbooked_minor
              from channels.retail_invoice
             where import_id = :import
            """);

    static final Sql ORDERS = Sql.of("""
            select order_id from channels.retail_invoice where order_id is not null order by order_id
            """);

    static final Sql ORDERS_OF = Sql.of("""
            select order_id
              from channels.retail_invoice
             where invoice_no = any(:numbers::text[]) and order_id is not null
             order by order_id
            """);

    private final Db db;

    RetailInvoiceStore(Db db) {
        this.db = db;
    }

    /** An invoice that was taken in, by which import, and a fingerprint of its rows. */
    record Known(String invoiceNo, byte[] contentHash, long importId) {}

    Map<String, Known> find(Collection<String> numbers) {
        return db
                .sql(FIND)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> new Known(row.getString(1), row.getBytes(2), row.getLong(3)))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::invoiceNo, known -> known));
    }

    void insert(long importId, List<RetailEffect> effects) {
        if (effects.isEmpty()) {
            return;
        }
        db.sql(INSERT)
                .param("import", importId)
                .param("numbers", effects.stream().map(RetailEffect::invoiceNo).toArray(String[]::new))
                .param("hashes", effects.stream().map(RetailEffect::contentHash).toArray(byte[][]::new))
                .param(
                        "ats",
                        Db.timestamps(effects.stream().map(RetailEffect::at).toList()))
                .param("rows", effects.stream().mapToInt(RetailEffect::rows).toArray())
                .param("orders", effects.stream().map(RetailEffect::orderId).toArray(Long[]::new))
                .param(
                        "lines",
                        effects.stream().mapToInt(RetailEffect::orderLines).toArray())
                .param("ordered", longs(effects, RetailEffect::ordered))
                .param("backordered", longs(effects, RetailEffect::backordered))
                .param("orderedMinor", longs(effects, RetailEffect::orderedMinor))
                .param("cancelled", longs(effects, RetailEffect::cancelled))
                .param("cancelledMinor", longs(effects, RetailEffect::cancelledMinor))
                .param("credited", longs(effects, RetailEffect::credited))
                .param("creditedMinor", longs(effects, RetailEffect::creditedMinor))
                .param("found", longs(effects, RetailEffect::found))
                .param("writtenOff", longs(effects, RetailEffect::writtenOff))
                .param("ledgerMinor", longs(effects, RetailEffect::ledgerMinor))
                .param("unbookedMinor", longs(effects, RetailEffect::unbookedMinor))
                .update();
    }

    private static long[] longs(List<RetailEffect> effects, ToLongFunction<RetailEffect> number) {
        return effects.stream().mapToLong(number).toArray();
    }

    /** A row that concerns the ledger only. */
    record LedgerEntry(String invoiceNo, int rowNo, Instant at, RetailLine line, RetailReason reason) {}

    void insertLedger(long importId, List<LedgerEntry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        List<RetailLine> lines = entries.stream().map(LedgerEntry::line).toList();
        db.sql(INSERT_LEDGER)
                .param("import", importId)
                .param("invoices", entries.stream().map(LedgerEntry::invoiceNo).toArray(String[]::new))
                .param("rowNos", entries.stream().mapToInt(LedgerEntry::rowNo).toArray())
                .param("lines", lines.stream().mapToLong(RetailLine::lineNumber).toArray())
                .param(
                        "ats",
                        Db.timestamps(entries.stream().map(LedgerEntry::at).toList()))
                .param("codes", lines.stream().map(RetailLine::code).toArray(String[]::new))
                .param(
                        "descriptions",
                        lines.stream().map(RetailLine::description).toArray(String[]::new))
                .param(
                        "quantities",
                        lines.stream().mapToLong(RetailLine::quantity).toArray())
                .param("prices", lines.stream().map(RetailLine::unitPrice).toArray(BigDecimal[]::new))
                .param(
                        "amounts",
                        lines.stream().mapToLong(RetailLine::bookedCents).toArray())
                .param("reasons", entries.stream().map(e -> e.reason().code()).toArray(String[]::new))
                .update();
    }

    /** The orders of all invoices that were ever taken in. */
    List<Long> orderIds() {
        return db.sql(ORDERS).query((row, n) -> row.getLong(1)).list();
    }

    List<Long> orderIds(Collection<String> numbers) {
        return db.sql(ORDERS_OF)
                .param("numbers", numbers.toArray(String[]::new))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** What came of all invoices that an import took in. */
    record Sums(
            long invoices,
            long rows,
            long orders,
            long orderLines,
            long ordered,
            long backordered,
            long orderedMinor,
            long cancelled,
            long cancelledMinor,
            long credited,
            long creditedMinor,
            long found,
            long writtenOff,
            long ledgerMinor,
            long unbookedMinor) {

        static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

        Sums plus(RetailEffect effect) {
            return new Sums(
                    invoices + 1,
                    rows + effect.rows(),
                    orders + (effect.orderId() == null ? 0 : 1),
                    orderLines + effect.orderLines(),
                    ordered + effect.ordered(),
                    backordered + effect.backordered(),
                    orderedMinor + effect.orderedMinor(),
                    cancelled + effect.cancelled(),
                    cancelledMinor + effect.cancelledMinor(),
                    credited + effect.credited(),
                    creditedMinor + effect.creditedMinor(),
                    found + effect.found(),
                    writtenOff + effect.writtenOff(),
                    ledgerMinor + effect.ledgerMinor(),
                    unbookedMinor + effect.unbookedMinor());
        }
    }

    Sums sums(long importId) {
        return db.sql(SUMS)
                .param("import", importId)
                .query((row, n) -> new Sums(
                        row.getLong("invoices"),
                        row.getLong("row_count"),
                        row.getLong("orders"),
                        row.getLong("order_lines"),
                        row.getLong("ordered_units"),
                        row.getLong("backordered_units"),
                        row.getLong("ordered_minor"),
                        row.getLong("cancelled_units"),
                        row.getLong("cancelled_minor"),
                        row.getLong("credited_units"),
                        row.getLong("credited_minor"),
                        row.getLong("found_units"),
                        row.getLong("written_off_units"),
                        row.getLong("ledger_minor"),
                        row.getLong("unbooked_minor")))
                .single();
    }
}
