package dev.orderwright.verification;

import dev.orderwright.catalog.SaleUnits;
import dev.orderwright.verification.Finding.Reason;
import dev.orderwright.verification.Policy.Rule;
import dev.orderwright.verification.Submission.Line;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whether so much of each article is sold at once. Lines of the same article count together: two half packs at two
 * prices are a whole one. Pure.
 */
final class PackRules {

    private PackRules() {}

    /** The first article of the order of which so much is not sold. */
    static Optional<Finding> found(Submission order, Rule rule) {
        Map<Long, BigDecimal> wanted = new LinkedHashMap<>();
        order.lines().forEach(line -> wanted.merge(line.itemId(), line.quantity(), BigDecimal::add));
        return order.lines().stream()
                .filter(line -> !line.units().equals(SaleUnits.ANY))
                .flatMap(line -> found(line, Objects.requireNonNull(wanted.get(line.itemId())), rule).stream())
                .findFirst();
    }

    private static Optional<Finding> found(Line line, BigDecimal wanted, Rule rule) {
        SaleUnits units = line.units();
        if (units.allow(wanted)) {
            return Optional.empty();
        }
        BigDecimal lower = units.atMost(wanted).orElse(null);
        BigDecimal higher = units.atLeast(wanted).orElse(null);
        if (units.orderMin() != null && wanted.compareTo(units.orderMin()) < 0) {
            return finding(rule, Reason.LESS_THAN_LEAST, line, wanted, units.orderMin(), higher);
        }
        if (units.orderMax() != null && wanted.compareTo(units.orderMax()) > 0) {
            return finding(rule, Reason.MORE_THAN_MOST, line, wanted, units.orderMax(), lower);
        }
        Reason reason = lower == null || higher == null ? Reason.NOT_IN_PACKS_NEAR : Reason.NOT_IN_PACKS;
        return finding(rule, reason, line, wanted, units.packMultiple(), lower, higher);
    }

    private static Optional<Finding> finding(Rule rule, Reason reason, Line line, @Nullable BigDecimal... quantities) {
        Stream<String> texts = Stream.of(quantities)
                .filter(Objects::nonNull)
                .map(quantity -> quantity.stripTrailingZeros().toPlainString());
        List<String> evidence = Stream.concat(Stream.of(line.sku()), texts).toList();
        return Optional.of(new Finding(rule.check(), rule.verdict(), reason, evidence));
    }
}
