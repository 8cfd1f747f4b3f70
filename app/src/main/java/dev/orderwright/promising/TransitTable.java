package dev.orderwright.promising;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How long a parcel travels. Transit days are days on which the carrier delivers, counted from the day after shipping:
 * Monday to Saturday within the country, Monday to Friday everywhere else. Dates are those of the destination.
 */
public final class TransitTable {

    private static final int[][] DAYS = {
        // DOMESTIC, REMOTE, NEAR, FAR
        {2, 3, 4, 8}, // STANDARD
        {1, 2, 2, 4}, // EXPRESS
    };
    private static final int DAYS_OF_WEEK = 7;
    private static final int SATURDAY = 5;
    private static final int SUNDAY = 6;

    private TransitTable() {}

    public static DeliveryZone zone(Place from, Place to) {
        return Reach.of(from).to(Reach.of(to));
    }

    public static int days(DeliveryZone zone, DeliveryMethod method) {
        return DAYS[method.ordinal()][zone.ordinal()];
    }

    public static LocalDate deliverOn(LocalDate shipOn, DeliveryZone zone, DeliveryMethod method) {
        return LocalDate.ofEpochDay(deliverDay(Math.toIntExact(shipOn.toEpochDay()), zone, method));
    }

    public static boolean delivers(DayOfWeek day, DeliveryZone zone) {
        return delivers(day.ordinal(), zone);
    }

    /** The day of arrival of what leaves on a day; days are counted from 1970-01-01. */
    static int deliverDay(int shipDay, DeliveryZone zone, DeliveryMethod method) {
        int day = shipDay;
        int left = days(zone, method);
        while (left > 0) {
            day++;
            if (delivers(weekday(day), zone)) {
                left--;
            }
        }
        return day;
    }

    /** The last day on which it must leave to arrive on the wanted day or before. */
    static int shipDayFor(int wantedDay, DeliveryZone zone, DeliveryMethod method) {
        int day = wantedDay + 1;
        int left = days(zone, method);
        while (left > 0) {
            day--;
            if (delivers(weekday(day), zone)) {
                left--;
            }
        }
        return day - 1;
    }

    /** 0 is Monday. */
    static int weekday(int day) {
        return Math.floorMod(day + 3, DAYS_OF_WEEK);
    }

    private static boolean delivers(int weekday, DeliveryZone zone) {
        return weekday != SUNDAY && (weekday != SATURDAY || zone == DeliveryZone.DOMESTIC);
    }
}
