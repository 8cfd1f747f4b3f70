package dev.orderwright.catalog;

import java.util.Set;

/** How the tax law sees an item, the same in every country. */
public final class TaxCategory {

    /** Taxed at the country's standard rate. */
    public static final String STANDARD = "STANDARD";
    /** Taxed at 0 per cent. */
    public static final String ZERO = "ZERO";
    /** Not taxed at all: fees, insurance, gift vouchers when they are sold. */
    public static final String EXEMPT = "EXEMPT";

    /** Every category there is. */
    public static final Set<String> ALL = Set.of(STANDARD, ZERO, EXEMPT);

    private TaxCategory() {}
}
