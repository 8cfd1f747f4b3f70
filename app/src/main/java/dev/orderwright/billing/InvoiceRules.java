package dev.orderwright.billing;

/** What receipts, credit notes and write-offs make of an invoice. Pure. */
final class InvoiceRules {

    private InvoiceRules() {}

    /**
     * What came of it.
     *
     * @param applied what it took off the open amount
     * @param over what is left: money that was not open (a receipt), or was paid and is to be given back (a credit)
     * @param writtenOffBack what a credit took off an amount that had been written off
     */
    record Settled(InvoiceAmounts amounts, InvoiceState state, long applied, long over, long writtenOffBack) {}

    /** An invoice over nothing has nothing to be paid. */
    static InvoiceState first(long total) {
        return total == 0 ? InvoiceState.PAID : InvoiceState.ISSUED;
    }

    /** Money comes in; what is more than open stays over. */
    static Settled receive(InvoiceAmounts amounts, InvoiceState state, long money) {
        long applied = Math.min(amounts.open(), money);
        if (applied == 0) {
            return new Settled(amounts, state, 0, money, 0);
        }
        InvoiceAmounts after = amounts.plusPaid(applied);
        InvoiceEvent event = after.open() == 0 ? InvoiceEvent.PAY_REST : InvoiceEvent.PAY_PART;
        return new Settled(after, InvoiceTransitions.after(state, event), applied, money - applied, 0);
    }

    /**
     * Some of it is credited: that lowers what is open first, then what was written off; only what was paid is to be
     * given back.
     */
    static Settled credit(InvoiceAmounts amounts, InvoiceState state, long credit) {
        if (amounts.credited() + credit > amounts.total()) {
            throw new IllegalStateException("a credit of " + credit + " on " + amounts);
        }
        long applied = Math.min(amounts.open(), credit);
        long fromWrittenOff = Math.min(amounts.writtenOff(), credit - applied);
        long over = credit - applied - fromWrittenOff;
        InvoiceAmounts after =
                amounts.plusCredited(credit).plusWrittenOff(-fromWrittenOff).plusPaid(-over);
        InvoiceEvent event = after.credited() == after.total() && after.total() > 0
                ? InvoiceEvent.CREDIT_ALL
                : after.open() == 0 ? InvoiceEvent.CREDIT_REST : InvoiceEvent.CREDIT_PART;
        return new Settled(after, InvoiceTransitions.after(state, event), applied, over, fromWrittenOff);
    }

    /** What is open will not be paid. */
    static Settled writeOff(InvoiceAmounts amounts, InvoiceState state) {
        long open = amounts.open();
        return new Settled(
                amounts.plusWrittenOff(open), InvoiceTransitions.after(state, InvoiceEvent.WRITE_OFF), open, 0, 0);
    }
}
