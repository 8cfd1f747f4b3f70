package dev.orderwright.channels.retail;

import dev.orderwright.channels.retail.RetailCode.Goods;
import dev.orderwright.channels.retail.RetailCode.Service;
import dev.orderwright.channels.retail.RetailCode.Unknown;
import dev.orderwright.channels.retail.RowOutcome.GoodsCredited;
import dev.orderwright.channels.retail.RowOutcome.GoodsOrdered;
import dev.orderwright.channels.retail.RowOutcome.LedgerOnly;
import dev.orderwright.channels.retail.RowOutcome.ServiceCharged;
import dev.orderwright.channels.retail.RowOutcome.ServiceCredited;
import dev.orderwright.channels.retail.RowOutcome.StockAdjusted;
import dev.orderwright.channels.retail.RowOutcome.Unplaceable;
import dev.orderwright.channels.retail.file.InvoiceKind;
import dev.orderwright.channels.retail.file.RetailRow;

/**
 * What the rows of a retail invoice mean. Nothing is dropped: each row has exactly one {@link RowOutcome}, and a row
 * that means nothing here is listed with the reason.
 */
final class RetailRules {

    private RetailRules() {}

    static RetailDecision decide(RetailInvoice invoice) {
        boolean allFree = invoice.rows().stream().allMatch(RetailRow::isFree);
        return new RetailDecision(
                invoice,
                invoice.rows().stream()
                        .map(row -> outcome(invoice, row, isStockNote(invoice, row, allFree)))
                        .toList());
    }

    private static RowOutcome outcome(RetailInvoice invoice, RetailRow row, boolean stockNote) {
        RetailCode code = RetailCode.of(row.stockCode());
        RetailLine line = RetailLine.of(row, code.code());
        if (invoice.repeated()) {
            return new Unplaceable(line, RetailReason.INVOICE_REPEATED);
        }
        if (row.hasCustomer() && !row.customerId().equals(invoice.customerId())) {
            return new Unplaceable(line, RetailReason.OTHER_CUSTOMER);
        }
        if (invoice.kind() == InvoiceKind.ADJUSTMENT) {
            return new LedgerOnly(line, RetailReason.BAD_DEBT);
        }
        if (line.unitPrice().signum() < 0) {
            return new LedgerOnly(line, RetailReason.NEGATIVE_PRICE);
        }
        if (line.quantity() == 0) {
            return new Unplaceable(line, RetailReason.ZERO_QUANTITY);
        }
        return switch (code) {
            case Goods goods -> goods(invoice, line, stockNote);
            case Service service -> service(invoice, line, service.service(), stockNote);
            case Unknown unknown -> new Unplaceable(line, RetailReason.UNKNOWN_CODE);
        };
    }

    private static RowOutcome goods(RetailInvoice invoice, RetailLine line, boolean stockNote) {
        if (stockNote) {
            return new StockAdjusted(line);
        }
        if (isWrongWayRound(invoice, line)) {
            return wrongWayRound(invoice, line);
        }
        return invoice.kind() == InvoiceKind.CREDIT ? new GoodsCredited(line) : new GoodsOrdered(line);
    }

    private static RowOutcome service(RetailInvoice invoice, RetailLine line, ServiceCode service, boolean stockNote) {
        if (stockNote) {
            return new Unplaceable(line, RetailReason.NOTE_ON_SERVICE);
        }
        boolean credit = invoice.kind() == InvoiceKind.CREDIT;
        switch (service.nature()) {
            case BAD_DEBT -> {
                return new LedgerOnly(line, RetailReason.BAD_DEBT);
            }
            case FEE -> {
                // On a credit it is what the third party took; on a customer's invoice it is passed on to them.
                if (credit || !invoice.hasCustomer()) {
                    return new LedgerOnly(line, RetailReason.THIRD_PARTY_FEE);
                }
            }
            case CHARGE -> {}
        }
        if (isWrongWayRound(invoice, line)) {
            return wrongWayRound(invoice, line);
        }
        return credit ? new ServiceCredited(line) : new ServiceCharged(line);
    }

    private static boolean isWrongWayRound(RetailInvoice invoice, RetailLine line) {
        return (invoice.kind() == InvoiceKind.CREDIT) == (line.quantity() > 0);
    }

    private static RowOutcome wrongWayRound(RetailInvoice invoice, RetailLine line) {
        return new Unplaceable(
                line,
                invoice.kind() == InvoiceKind.CREDIT
                        ? RetailReason.CREDIT_THAT_SELLS
                        : RetailReason.RETURN_WITHOUT_CREDIT);
    }

    /**
     * A stock note is a free row on an invoice that sells nothing. Units that go away always are one. Units that come in
     * are one when no row has a price or a customer, and the row stands alone or without a description: the till fills
     * in the description of what it sells, and invoices of several described free rows are parcels given away.
     */
    private static boolean isStockNote(RetailInvoice invoice, RetailRow row, boolean allFree) {
        if (invoice.kind() != InvoiceKind.NORMAL || !row.isFree()) {
            return false;
        }
        boolean alone = invoice.rows().size() == 1;
        return row.quantity() < 0
                || (allFree
                        && !invoice.hasCustomer()
                        && (alone || row.description().isBlank()));
    }
}
