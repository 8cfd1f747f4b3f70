package dev.orderwright.documents;

import java.util.List;

/** The sums under the lines: the parts (goods, charges, taxes), the total, and what comes after it (paid, still due). */
public record Totals(List<Detail> parts, Detail total, List<Detail> after) {

    public Totals {
        parts = List.copyOf(parts);
        after = List.copyOf(after);
    }
}
