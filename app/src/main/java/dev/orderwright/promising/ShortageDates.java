package dev.orderwright.promising;

import dev.orderwright.promising.SupplyBook.Arrival;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds out when what is short can be expected: from the soonest announced arrivals that nobody has used yet. */
final class ShortageDates {

    private final Demand demand;
    private final Wanted wanted;
    private final Candidates candidates;
    private final SupplyBook supply;

    ShortageDates(Demand demand, Wanted wanted, Candidates candidates, SupplyBook supply) {
        this.demand = demand;
        this.wanted = wanted;
        this.candidates = candidates;
        this.supply = supply;
    }

    /** Each short part with the date of the arrival that covers it; what no arrival covers has no date. */
    List<Shortage> partByPart(long[] open) {
        List<Shortage> shortages = new ArrayList<>();
        for (int l = 0; l < open.length; l++) {
            DemandLine line = demand.lines().get(l);
            long left = open[l];
            for (Arrival arrival : supply.of(wanted.items[wanted.positionOfLine[l]])) {
                Source source = candidates.byNode[arrival.node];
                long part = source == null ? 0 : Math.min(left, arrival.left);
                if (source == null || part == 0) {
                    continue;
                }
                arrival.left -= part;
                left -= part;
                int shipDay = candidates.journey.shipDayAfterArrival(source.node, arrival.day);
                int deliverDay = candidates.journey.deliverDay(shipDay, source.zone);
                add(shortages, line, part, LocalDate.ofEpochDay(shipDay), LocalDate.ofEpochDay(deliverDay));
            }
            if (left > 0) {
                shortages.add(new Shortage(line.lineNo(), line.itemId(), left, null, null));
            }
        }
        return shortages;
    }

    /** Parts of a line with the same dates are one part. */
    private static void add(
            List<Shortage> shortages, DemandLine line, long quantity, LocalDate expectedOn, LocalDate deliverOn) {
        Shortage last = shortages.isEmpty() ? null : shortages.getLast();
        long together = quantity;
        if (last != null
                && last.lineNo() == line.lineNo()
                && expectedOn.equals(last.expectedOn())
                && deliverOn.equals(last.deliverOn())) {
            shortages.removeLast();
            together += last.quantity();
        }
        shortages.add(new Shortage(line.lineNo(), line.itemId(), together, expectedOn, deliverOn));
    }

    /**
     * All of a ship-complete order: the day when the last missing part can leave is the day of every line.
     *
     * @param there the nodes that would ship what is there already; null when nothing is
     */
    List<Shortage> together(@Nullable Selection there) {
        long[] missing = missingByLine();
        List<Shortage> parts = partByPart(missing);
        LocalDate shipOn = LocalDate.MIN;
        LocalDate deliverOn = LocalDate.MIN;
        boolean known = !parts.isEmpty();
        for (Shortage part : parts) {
            LocalDate expected = part.expectedOn();
            LocalDate delivered = part.deliverOn();
            if (expected == null || delivered == null) {
                known = false;
            } else {
                shipOn = shipOn.isAfter(expected) ? shipOn : expected;
                deliverOn = deliverOn.isAfter(delivered) ? deliverOn : delivered;
            }
        }
        if (known && there != null) {
            int last = lastDelivery(there, Math.toIntExact(shipOn.toEpochDay()));
            deliverOn = deliverOn.toEpochDay() > last ? deliverOn : LocalDate.ofEpochDay(last);
        }
        List<Shortage> shortages = new ArrayList<>(missing.length);
        for (DemandLine line : demand.lines()) {
            shortages.add(new Shortage(
                    line.lineNo(), line.itemId(), line.quantity(), known ? shipOn : null, known ? deliverOn : null));
        }
        return shortages;
    }

    /** What no node has, put on the last lines of each item. */
    private long[] missingByLine() {
        long[] missing = new long[demand.lines().size()];
        long[] left = new long[wanted.count];
        for (int i = 0; i < left.length; i++) {
            left[i] = wanted.quantities[i] - wanted.reachable[i];
        }
        for (int l = missing.length - 1; l >= 0; l--) {
            int position = wanted.positionOfLine[l];
            missing[l] = Math.min(left[position], demand.lines().get(l).quantity());
            left[position] -= missing[l];
        }
        return missing;
    }

    /** When the last of these shipments arrives if none leaves before the day. */
    private int lastDelivery(Selection selection, int day) {
        int last = 0;
        for (Source source : selection.sources) {
            int shipDay = source.node.calendar().nextOpen(day);
            if (shipDay != NodeCalendar.NEVER) {
                last = Math.max(last, candidates.journey.deliverDay(shipDay, source.zone));
            }
        }
        return last;
    }
}
