package dev.orderwright.billing;

/**
 * Where the money of one invoice stands, in minor units.
 *
 * @param paid what was received for it, less what was given back
 * @param asked captures that a provider has not answered yet
 */
public record InvoiceAmounts(long total, long credited, long paid, long writtenOff, long asked) {

    static InvoiceAmounts of(long total) {
        return new InvoiceAmounts(total, 0, 0, 0, 0);
    }

    /** What is still to be paid; never below 0. */
    public long open() {
        return total - credited - paid - writtenOff;
    }

    /** What is still to be paid and has not been asked for. */
    public long toAsk() {
        return Math.max(0, open() - asked);
    }

    InvoiceAmounts plusAsked(long amount) {
        return new InvoiceAmounts(total, credited, paid, writtenOff, asked + amount);
    }

    InvoiceAmounts plusPaid(long amount) {
        return new InvoiceAmounts(total, credited, paid + amount, writtenOff, asked);
    }

    InvoiceAmounts plusCredited(long amount) {
        return new InvoiceAmounts(total, credited + amount, paid, writtenOff, asked);
    }

    InvoiceAmounts plusWrittenOff(long amount) {
        return new InvoiceAmounts(total, credited, paid, writtenOff + amount, asked);
    }
}
