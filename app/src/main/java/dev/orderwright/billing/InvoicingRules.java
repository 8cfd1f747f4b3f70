package dev.orderwright.billing;

import dev.orderwright.orders.LockedOrder;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderMoney;
import dev.orderwright.orders.OrderParticipant.AppliedChange;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.SliceEvent;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which units become lines of which invoice or credit note. Pure. */
final class InvoicingRules {

    private static final Set<SliceEvent> INVOICED = EnumSet.of(SliceEvent.SHIP, SliceEvent.RENDER);

    private InvoicingRules() {}

    /** Units {@code [from, to)} of a line. */
    record Units(OrderLine line, long from, long to) {

        OrderMoney money() {
            return line.moneyOf(from, to);
        }
    }

    /** The units of each order that were shipped or rendered together, by line and unit. */
    static Map<LockedOrder, List<Units>> shipped(List<AppliedChange> changes) {
        return byOrder(changes, INVOICED);
    }

    /** The units of each order that have come back, by line and unit. */
    static Map<LockedOrder, List<Units>> takenBack(List<AppliedChange> changes) {
        return byOrder(changes, Set.of(SliceEvent.TAKE_BACK));
    }

    private static Map<LockedOrder, List<Units>> byOrder(List<AppliedChange> changes, Set<SliceEvent> events) {
        Map<LockedOrder, List<Units>> byOrder = new LinkedHashMap<>();
        for (AppliedChange change : changes) {
            if (events.contains(change.event())) {
                byOrder.computeIfAbsent(change.order(), order -> new ArrayList<>())
                        .add(new Units(
                                change.line(),
                                change.after().firstUnit(),
                                change.after().endUnit()));
            }
        }
        byOrder.replaceAll((order, units) -> joined(units));
        return byOrder;
    }

    /** Neighbours on a line become one. */
    static List<Units> joined(List<Units> units) {
        List<Units> sorted = units.stream()
                .sorted(Comparator.<Units>comparingInt(u -> u.line().lineNo()).thenComparingLong(Units::from))
                .toList();
        List<Units> joined = new ArrayList<>();
        for (Units next : sorted) {
            Units last = joined.isEmpty() ? null : joined.getLast();
            if (last != null && last.line().lineNo() == next.line().lineNo() && last.to() == next.from()) {
                joined.set(joined.size() - 1, new Units(last.line(), last.from(), next.to()));
            } else {
                joined.add(next);
            }
        }
        return joined;
    }

    static OrderMoney total(Collection<Units> units) {
        OrderMoney total = OrderMoney.ZERO;
        for (Units part : units) {
            total = total.plus(part.money());
        }
        return total;
    }

    /** Prepaid invoices are due at once. */
    static LocalDate dueOn(OrderHead order, LocalDate issuedOn) {
        return order.terms() == PaymentTerms.ACCOUNT ? issuedOn.plusDays(order.paymentTermsDays()) : issuedOn;
    }

    static List<InvoiceLine> lines(long orderId, long invoiceId, List<Units> units) {
        List<InvoiceLine> lines = new ArrayList<>(units.size());
        for (Units part : units) {
            OrderLine line = part.line();
            lines.add(new InvoiceLine(
                    orderId,
                    invoiceId,
                    lines.size() + 1,
                    line.lineNo(),
                    part.from(),
                    part.to() - part.from(),
                    line.itemId(),
                    line.sku(),
                    line.description(),
                    line.quantityDecimals(),
                    line.unitPrice(),
                    part.money(),
                    line.taxPercent(),
                    line.taxCode()));
        }
        return lines;
    }

    /**
     * Parts units that came back by the invoice they were on.
     *
     * @param invoiced where the order's units were invoiced
     * @throws IllegalStateException when a unit was never invoiced
     */
    static Map<Long, List<Units>> byInvoice(List<Units> units, List<InvoiceStore.InvoicedUnits> invoiced) {
        Map<Long, List<Units>> byInvoice = new TreeMap<>();
        for (Units part : units) {
            long found = 0;
            for (InvoiceStore.InvoicedUnits on : invoiced) {
                long from = Math.max(part.from(), on.firstUnit());
                long to = Math.min(part.to(), on.endUnit());
                if (on.lineNo() == part.line().lineNo() && from < to) {
                    byInvoice
                            .computeIfAbsent(on.invoiceId(), id -> new ArrayList<>())
                            .add(new Units(part.line(), from, to));
                    found += to - from;
                }
            }
            if (found != part.to() - part.from()) {
                throw new IllegalStateException("of units [" + part.from() + ", " + part.to() + ") of order "
                        + part.line().orderId() + " line " + part.line().lineNo() + " only " + found
                        + " were invoiced");
            }
        }
        return byInvoice;
    }
}
