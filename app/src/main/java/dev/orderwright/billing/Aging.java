package dev.orderwright.billing;

/**
 * What is open on invoices in one currency, by how long it is overdue; in minor units.
 *
 * @param days30 overdue by 1 to 30 days; likewise the others
 * @param older overdue by more than 90 days
 */
public record Aging(String currency, long notDue, long days30, long days60, long days90, long older) {

    public long of(DueDays.Age age) {
        return switch (age) {
            case NOT_DUE -> notDue;
            case DAYS_30 -> days30;
            case DAYS_60 -> days60;
            case DAYS_90 -> days90;
            case OLDER -> older;
        };
    }

    public long total() {
        return notDue + days30 + days60 + days90 + older;
    }
}
