package dev.orderwright.verification;

import dev.orderwright.geo.AddressDoubt;
import dev.orderwright.geo.AddressRules;
import dev.orderwright.verification.Finding.Reason;
import dev.orderwright.verification.Policy.Rule;
import dev.orderwright.verification.Submission.Line;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the checks say of an order, given what its buyer has bought lately. Pure: the same again gives the same. */
final class VerificationRules {

    /** The buyer's latest orders of which no more need to be known. */
    static final int BOUGHT_MAX = 100;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private VerificationRules() {}

    /** @param bought what the same buyer has bought before, in any order */
    static List<Finding> findings(Submission order, Map<Check, Rule> rules, List<Bought> bought) {
        List<Finding> found = new ArrayList<>();
        for (Check check : Check.values()) {
            Rule rule = rules.get(check);
            if (rule != null && rule.verdict() != Verdict.PASS) {
                found(order, rule, bought).ifPresent(found::add);
            }
        }
        return List.copyOf(found);
    }

    private static Optional<Finding> found(Submission order, Rule rule, List<Bought> bought) {
        return switch (rule.check()) {
            case ADDRESS -> address(order, rule);
            case DUPLICATE -> duplicate(order, rule, bought);
            case VELOCITY -> velocity(order, rule, bought);
            case PRICE -> price(order, rule);
            case QUANTITY -> quantity(order, rule);
            case PACK -> PackRules.found(order, rule);
            case VALUE -> value(order, rule);
        };
    }

    private static Optional<Finding> address(Submission order, Rule rule) {
        return AddressRules.doubts(order.shipTo()).stream().findFirst().map(doubt -> finding(order, rule, doubt));
    }

    private static Reason reason(AddressDoubt doubt) {
        boolean told = !doubt.expected().isEmpty();
        return switch (doubt.kind()) {
            case MISSING -> Reason.ADDRESS_PART_MISSING;
            case NOT_A_POSTCODE -> told ? Reason.NOT_A_POSTCODE_SUCH_AS : Reason.NOT_A_POSTCODE;
            case NOT_A_REGION -> Reason.NOT_A_REGION;
            case ELSEWHERE -> told ? Reason.ELSEWHERE_IN : Reason.ELSEWHERE;
        };
    }

    private static Finding finding(Submission order, Rule rule, AddressDoubt doubt) {
        return finding(
                rule,
                reason(doubt),
                doubt.part().name(),
                doubt.found(),
                doubt.expected(),
                order.shipTo().region(),
                order.shipTo().country());
    }

    private static Optional<Finding> duplicate(Submission order, Rule rule, List<Bought> bought) {
        Instant since = order.at().minus(Duration.ofMinutes(rule.limit(Limit.MINUTES)));
        long content = Fingerprints.content(order);
        return bought.stream()
                .filter(earlier -> earlier.content() == content
                        && earlier.orderId() != order.orderId()
                        && earlier.at().isAfter(since))
                .max(Comparator.comparing(Bought::at).thenComparing(Bought::orderId))
                .map(earlier ->
                        finding(rule, Reason.ORDERED_TWICE, minutes(earlier, order), Long.toString(earlier.orderId())));
    }

    private static String minutes(Bought earlier, Submission order) {
        return Long.toString(Duration.between(earlier.at(), order.at()).abs().toMinutes());
    }

    private static Optional<Finding> velocity(Submission order, Rule rule, List<Bought> bought) {
        Instant since = order.at().minus(Duration.ofMinutes(rule.limit(Limit.MINUTES)));
        long lately = 1
                + bought.stream()
                        .filter(earlier -> earlier.orderId() != order.orderId()
                                && earlier.at().isAfter(since))
                        .count();
        return lately > rule.limit(Limit.COUNT)
                ? Optional.of(finding(
                        rule, Reason.ORDERS_OFTEN, Long.toString(lately), Long.toString(rule.limit(Limit.MINUTES))))
                : Optional.empty();
    }

    /** The line whose price lies lowest below its list price. */
    private static Optional<Finding> price(Submission order, Rule rule) {
        BigDecimal least = BigDecimal.valueOf(rule.limit(Limit.PERCENT));
        Line worst = null;
        BigDecimal most = least;
        for (Line line : order.lines()) {
            BigDecimal below = below(line);
            if (below.compareTo(most) > 0) {
                worst = line;
                most = below;
            }
        }
        return worst == null || worst.listPrice() == null
                ? Optional.empty()
                : Optional.of(finding(
                        rule,
                        Reason.FAR_BELOW_LIST,
                        worst.sku(),
                        worst.unitPrice().stripTrailingZeros().toPlainString(),
                        worst.listPrice().stripTrailingZeros().toPlainString(),
                        most.setScale(0, RoundingMode.HALF_UP).toPlainString(),
                        order.currency()));
    }

    /** By how many per cent of the list price it is lower. */
    private static BigDecimal below(Line line) {
        BigDecimal list = line.listPrice();
        return list == null || list.signum() <= 0
                ? BigDecimal.ZERO
                : list.subtract(line.unitPrice()).multiply(HUNDRED).divide(list, 6, RoundingMode.HALF_UP);
    }

    private static Optional<Finding> quantity(Submission order, Rule rule) {
        BigDecimal most = BigDecimal.valueOf(rule.limit(Limit.COUNT));
        return order.lines().stream()
                .filter(line -> line.quantity().compareTo(most) >= 0)
                .max(Comparator.comparing(Line::quantity))
                .map(line -> finding(
                        rule,
                        Reason.SO_MANY,
                        line.sku(),
                        line.quantity().stripTrailingZeros().toPlainString()));
    }

    private static Optional<Finding> value(Submission order, Rule rule) {
        int decimals = Math.max(0, Currency.getInstance(order.currency()).getDefaultFractionDigits());
        BigDecimal total = BigDecimal.valueOf(order.totalMinor(), decimals);
        return total.compareTo(BigDecimal.valueOf(rule.limit(Limit.AMOUNT))) >= 0
                ? Optional.of(finding(rule, Reason.WORTH_A_LOOK, total.toPlainString(), order.currency()))
                : Optional.empty();
    }

    private static Finding finding(Rule rule, Reason reason, String... evidence) {
        return new Finding(rule.check(), rule.verdict(), reason, List.of(evidence));
    }
}
