package dev.orderwright.billing;

import java.time.LocalDate;

/**
 * Days on which invoices are due.
 *
 * @param before the day after the last
 */
public record DueDays(LocalDate from, LocalDate before) {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate FAR = LocalDate.of(9999, 1, 1);

    public static final DueDays ALL = new DueDays(FIRST, FAR);

    public static DueDays before(LocalDate day) {
        return new DueDays(FIRST, day);
    }

    /** The ages in which {@link Aging} adds up what is open. */
    public enum Age {
        NOT_DUE,
        DAYS_30,
        DAYS_60,
        DAYS_90,
        OLDER;

        private static final int MONTH = 30;

        public DueDays on(LocalDate today) {
            return switch (this) {
                case NOT_DUE -> new DueDays(today, FAR);
                case DAYS_30 -> new DueDays(today.minusDays(MONTH), today);
                case DAYS_60 -> new DueDays(today.minusDays(2L * MONTH), today.minusDays(MONTH));
                case DAYS_90 -> new DueDays(today.minusDays(3L * MONTH), today.minusDays(2L * MONTH));
                case OLDER -> new DueDays(FIRST, today.minusDays(3L * MONTH));
            };
        }
    }
}
