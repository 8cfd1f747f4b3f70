package dev.orderwright.whatif.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.whatif.WhatIfResult.Side;
import dev.orderwright.whatif.web.WhatIfPage.Row;
import java.util.ArrayList;
import java.util.List;

/** What both sides came to, line by line: less is better of all that is told. */
final class WhatIfRows {

    /** Those of which the planner knows something, the weightiest first. */
    private static final List<String> PARTS = List.of("SHIPPING", "HANDLING", "SPLIT", "LATENESS");

    private WhatIfRows() {}

    static List<Row> of(Side base, Side test) {
        List<Row> rows = new ArrayList<>();
        rows.add(money(t("whatif.row.cost"), base.cost(), test.cost(), false));
        for (String part : PARTS) {
            long one = base.costMinor().getOrDefault(part, 0L);
            long other = test.costMinor().getOrDefault(part, 0L);
            if (one != 0 || other != 0) {
                rows.add(money(t("whatif.cost." + part), one, other, true));
            }
        }
        rows.add(money(t("whatif.row.carriage"), base.carriageMinor(), test.carriageMinor(), false));
        rows.add(count(t("whatif.row.parcels"), base.shipments(), test.shipments()));
        rows.add(count(t("whatif.row.split"), base.splitOrders(), test.splitOrders()));
        rows.add(tenths(
                t("whatif.row.days"),
                mean(base.deliveryDays(), base.served()),
                mean(test.deliveryDays(), test.served())));
        if (base.wished() + test.wished() > 0) {
            rows.add(count(t("whatif.row.late"), base.late(), test.late()));
            rows.add(count(t("whatif.row.lateDays"), base.lateDays(), test.lateDays()));
        }
        rows.add(count(t("whatif.row.unserved"), base.unserved(), test.unserved()));
        return rows;
    }

    private static Row money(String label, long base, long test, boolean part) {
        return new Row(
                label,
                WhatIfPages.money(base),
                WhatIfPages.money(test),
                WhatIfPages.signed(test - base, WhatIfPages.money(Math.abs(test - base))),
                tone(test - base),
                part);
    }

    private static Row count(String label, long base, long test) {
        return new Row(
                label,
                Show.number(base),
                Show.number(test),
                WhatIfPages.signed(test - base, Show.number(Math.abs(test - base))),
                tone(test - base),
                false);
    }

    private static Row tenths(String label, long base, long test) {
        return new Row(
                label,
                tenths(base),
                tenths(test),
                WhatIfPages.signed(test - base, tenths(Math.abs(test - base))),
                tone(test - base),
                false);
    }

    private static long mean(long sum, long count) {
        return count == 0 ? 0 : Math.round(10.0 * sum / count);
    }

    private static String tenths(long tenths) {
        return String.format(Texts.language().locale(), "%.1f", tenths / 10.0);
    }

    /** Less is better of all that is told here. */
    static String tone(long difference) {
        return difference == 0 ? "" : difference < 0 ? "good" : "bad";
    }
}
