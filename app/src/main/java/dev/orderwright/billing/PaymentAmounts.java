package dev.orderwright.billing;

/**
 * Where the money of one payment stands, in minor units. What was asked runs ahead of what is done.
 *
 * @param captureAsked captures that were asked for and not refused, done or not; likewise the others
 */
public record PaymentAmounts(
        long authorised,
        long captureAsked,
        long captured,
        long voidAsked,
        long voided,
        long refundAsked,
        long refunded) {

    static final PaymentAmounts NONE = new PaymentAmounts(0, 0, 0, 0, 0, 0, 0);

    /** What is set aside and neither taken nor given back, nor about to be. */
    public long capturable() {
        return authorised - captureAsked - voidAsked;
    }

    /** What was taken and not given back, nor is about to be. */
    public long refundable() {
        return captured - refundAsked;
    }

    PaymentAmounts plusAuthorised(long amount) {
        return new PaymentAmounts(
                authorised + amount, captureAsked, captured, voidAsked, voided, refundAsked, refunded);
    }

    /** Asked for; below 0 when the provider has refused it. */
    PaymentAmounts plusAsked(TransactionKind kind, long amount) {
        return switch (kind) {
            case AUTHORISE -> this;
            case CAPTURE ->
                new PaymentAmounts(
                        authorised, captureAsked + amount, captured, voidAsked, voided, refundAsked, refunded);
            case VOID ->
                new PaymentAmounts(
                        authorised, captureAsked, captured, voidAsked + amount, voided, refundAsked, refunded);
            case REFUND ->
                new PaymentAmounts(
                        authorised, captureAsked, captured, voidAsked, voided, refundAsked + amount, refunded);
        };
    }

    PaymentAmounts plusDone(TransactionKind kind, long amount) {
        return switch (kind) {
            case AUTHORISE -> plusAuthorised(amount);
            case CAPTURE ->
                new PaymentAmounts(
                        authorised, captureAsked, captured + amount, voidAsked, voided, refundAsked, refunded);
            case VOID ->
                new PaymentAmounts(
                        authorised, captureAsked, captured, voidAsked, voided + amount, refundAsked, refunded);
            case REFUND ->
                new PaymentAmounts(
                        authorised, captureAsked, captured, voidAsked, voided, refundAsked, refunded + amount);
        };
    }
}
