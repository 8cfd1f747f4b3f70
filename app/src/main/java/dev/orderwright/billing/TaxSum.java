package dev.orderwright.billing;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one tax rate comes to on a document; the lines' own taxes added up, never computed again.
 *
 * @param taxableMinor net less discount plus shipping
 */
public record TaxSum(BigDecimal percent, String code, long taxableMinor, long taxMinor) {

    private record Rate(BigDecimal percent, String code) {}

    private static final Comparator<Rate> HIGHEST_FIRST =
            Comparator.comparing(Rate::percent).reversed().thenComparing(Rate::code);

    /** One per rate, the highest first. */
    public static List<TaxSum> of(List<InvoiceLine> lines) {
        Map<Rate, TaxSum> sums = new TreeMap<>(HIGHEST_FIRST);
        for (InvoiceLine line : lines) {
            TaxSum part = new TaxSum(
                    line.taxPercent(),
                    line.taxCode(),
                    line.money().taxable(),
                    line.money().tax());
            sums.merge(
                    new Rate(part.percent(), part.code()),
                    part,
                    (a, b) -> new TaxSum(a.percent, a.code, a.taxableMinor + b.taxableMinor, a.taxMinor + b.taxMinor));
        }
        return List.copyOf(sums.values());
    }
}
