package dev.orderwright.channels.retail;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the sales that a credit takes back, since a credit does not name them: the customer's lines of the same article
 * that were placed before it, newest first. Units not shipped yet are cancelled, shipped ones are credited and go back
 * into stock.
 *
 * <p>Lines at the credit's own price come before lines at other prices. Where a unit is matched at another price the
 * customer gets back what that unit cost, and the difference to what the credit says is reported. A service has no
 * units that could be told apart, so it is matched at its own price only.
 */
final class RetailMatching {

    private static final Comparator<SoldLine> NEWEST_FIRST = Comparator.comparing(SoldLine::placedAt)
            .thenComparingLong(SoldLine::orderId)
            .thenComparingInt(SoldLine::lineNo)
            .reversed();

    private RetailMatching() {}

    /**
     * One row of a credit.
     *
     * @param line as decided; its quantity is negative
     * @param customerId empty where none is known
     */
    record Credit(RetailLine line, String customerId, LocalDateTime at) {

        long units() {
            return -line.quantity();
        }
    }

    /**
     * A line the customer ordered, as it stands now.
     *
     * @param code SKU or service code
     * @param unshipped units that can be cancelled; for a service: not billed
     * @param shipped units that can be credited; for a service: billed
     */
    record SoldLine(
            long orderId,
            int lineNo,
            String code,
            BigDecimal unitPrice,
            LocalDateTime placedAt,
            long unshipped,
            long shipped) {

        SoldLine without(Taken taken) {
            return new SoldLine(
                    orderId, lineNo, code, unitPrice, placedAt, unshipped - taken.cancelled, shipped - taken.credited);
        }
    }

    /** Units taken back from one line. */
    record Taken(SoldLine line, long cancelled, long credited) {

        long units() {
            return cancelled + credited;
        }

        BigDecimal amount() {
            return line.unitPrice.multiply(BigDecimal.valueOf(units()));
        }
    }

    /**
     * What a credit takes back.
     *
     * @param unmatched units that no sale was found for
     * @param reason why, where units are left
     */
    record Match(Credit credit, List<Taken> taken, long unmatched, Optional<RetailReason> reason) {

        /** What the matched units cost less than the credit says for them (negative: more). */
        BigDecimal priceDifference() {
            return taken.stream()
                    .map(part -> credit.line
                            .unitPrice()
                            .subtract(part.line.unitPrice)
                            .multiply(BigDecimal.valueOf(part.units())))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /**
     * Matches one credit.
     *
     * @param lines the customer's lines of the same code, in any order, placed at any time
     * @param orderedBefore whether the customer has any order that is not younger than the credit
     */
    static Match match(Credit credit, List<SoldLine> lines, boolean orderedBefore) {
        if (credit.customerId.isEmpty()) {
            return unmatched(credit, RetailReason.NO_CUSTOMER);
        }
        Optional<ServiceCode> service = ServiceCode.of(credit.line.code());
        if (service.filter(ServiceCode.DISCOUNT::equals).isPresent()) {
            return unmatched(credit, RetailReason.MONEY_ONLY);
        }
        List<SoldLine> earlier =
                lines.stream().filter(line -> !line.placedAt.isAfter(credit.at)).toList();
        List<SoldLine> candidates = earlier.stream()
                .filter(line -> service.isEmpty() || hasPriceOf(credit, line))
                .sorted(Comparator.<SoldLine, Boolean>comparing(line -> !hasPriceOf(credit, line))
                        .thenComparing(NEWEST_FIRST))
                .toList();
        List<Taken> taken = new ArrayList<>();
        long left = credit.units();
        for (SoldLine line : candidates) {
            long cancelled = Math.min(left, line.unshipped);
            long credited = Math.min(left - cancelled, line.shipped);
            if (cancelled + credited > 0) {
                taken.add(new Taken(line, cancelled, credited));
                left -= cancelled + credited;
            }
        }
        Optional<RetailReason> reason =
                left == 0 ? Optional.empty() : Optional.of(whyLeft(earlier, candidates, orderedBefore));
        return new Match(credit, List.copyOf(taken), left, reason);
    }

    private static Match unmatched(Credit credit, RetailReason reason) {
        return new Match(credit, List.of(), credit.units(), Optional.of(reason));
    }

    private static boolean hasPriceOf(Credit credit, SoldLine line) {
        return line.unitPrice.compareTo(credit.line.unitPrice()) == 0;
    }

    private static RetailReason whyLeft(List<SoldLine> earlier, List<SoldLine> candidates, boolean orderedBefore) {
        if (!candidates.isEmpty()) {
            return RetailReason.MORE_THAN_SOLD;
        }
        if (!earlier.isEmpty()) {
            return RetailReason.OTHER_PRICE;
        }
        return orderedBefore ? RetailReason.NO_MATCHING_SALE : RetailReason.SALE_BEFORE_DATA_BEGINS;
    }
}
