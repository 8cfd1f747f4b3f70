package dev.orderwright.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A company at work, day by day. Repeating a day is harmless: only what still waits is done. */
public final class SimulatedCompany {

    private static final LocalTime SHIFT_BEGINS = LocalTime.of(17, 0);
    private static final Duration SHIFT = Duration.ofHours(3);
    /** After so many days on which nothing left, no parcel is under way any more. */
    private static final int LONGEST_JOURNEY_DAYS = 30;

    private final SimulatedWarehouse warehouse;
    private final SimulatedPayers.Book payers;
    private final ZoneId zone;

    SimulatedCompany(SimulatedWarehouse warehouse, SimulatedPayers.Book payers, ZoneId zone) {
        this.warehouse = warehouse;
        this.payers = payers;
        this.zone = zone;
    }

    /**
     * Works the shift of a day: what is due leaves, what has arrived is booked, what is due is paid.
     *
     * @param notBefore the shift begins later when the day's orders came in later
     * @param placed the orders of the day; services alone are invoiced without leaving a warehouse
     */
    public Worked work(LocalDate day, Instant notBefore, Collection<Long> placed) {
        Instant usual = day.atTime(SHIFT_BEGINS).atZone(zone).toInstant();
        Instant begin = usual.isBefore(notBefore) ? notBefore : usual;
        List<Long> shipped = warehouse.work(day, begin);
        Set<Long> invoiced = new TreeSet<>(shipped);
        invoiced.addAll(placed);
        payers.note(invoiced);
        return new Worked(shipped.size(), payers.pay(day, begin.plus(SHIFT)));
    }

    /** What was done in a shift: hand-overs of orders' packages, and invoices that were paid. */
    public record Worked(int shipments, int payments) {}

    /** Whether something will still happen by itself after a day: parcels arrive, invoices become due. */
    public boolean goesOnAfter(LocalDate day) {
        return warehouse.lastHandOver().plusDays(LONGEST_JOURNEY_DAYS).isAfter(day) || payers.waitAfter(day);
    }
}
