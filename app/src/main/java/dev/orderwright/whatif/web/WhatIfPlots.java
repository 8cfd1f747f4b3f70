package dev.orderwright.whatif.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.Plot;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.whatif.WhatIfResult;
import dev.orderwright.whatif.WhatIfResult.Day;
import dev.orderwright.whatif.WhatIfResult.NodeLoad;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Runs as pictures. */
final class WhatIfPlots {

    private static final int COLUMNS_MAX = 31;

    private WhatIfPlots() {}

    /** What the orders of each day, or stretch of days, cost more or less. */
    static Plot cost(WhatIfResult result) {
        List<Day> base = result.base().days();
        List<Day> test = result.test().days();
        int width = (base.size() + COLUMNS_MAX - 1) / COLUMNS_MAX;
        List<Plot.Column> columns = new ArrayList<>();
        for (int i = 0; i < base.size(); i += width) {
            int end = Math.min(base.size(), i + width);
            long difference = cost(test.subList(i, end)) - cost(base.subList(i, end));
            LocalDate first = base.get(i).day();
            String when = end - i == 1
                    ? Show.day(first)
                    : t(
                            "whatif.page.fromTo",
                            Show.day(first),
                            Show.day(base.get(end - 1).day()));
            String title = t(
                    "whatif.plot.costOn",
                    when,
                    WhatIfPages.signed(difference, WhatIfPages.money(Math.abs(difference))));
            columns.add(new Plot.Column(
                    Texts.language().shortDay().format(first),
                    difference == 0
                            ? List.of()
                            : List.of(new Plot.Part(difference < 0 ? "comes" : "wanted", difference, title, "")),
                    0));
        }
        return Plot.of(
                t("whatif.plot.cost"),
                columns,
                false,
                List.of(
                        new Plot.Legend("comes", t("whatif.plot.cheaper")),
                        new Plot.Legend("wanted", t("whatif.plot.dearer"))),
                WhatIfPages::money);
    }

    private static long cost(List<Day> days) {
        return days.stream().mapToLong(Day::costMinor).sum();
    }

    /** Parcels of each node: one column for each side, next to each other. */
    static Plot nodes(WhatIfResult result, String base, String test) {
        Map<String, NodeLoad> one = WhatIfPages.byNode(result.base());
        Map<String, NodeLoad> other = WhatIfPages.byNode(result.test());
        TreeSet<String> nodes = new TreeSet<>(one.keySet());
        nodes.addAll(other.keySet());
        List<Plot.Column> columns = new ArrayList<>();
        for (String node : nodes) {
            columns.add(column(node, "stands", base, one.get(node)));
            columns.add(column("", "comes", test, other.get(node)));
        }
        return Plot.of(
                t("whatif.plot.nodes"),
                columns,
                false,
                List.of(new Plot.Legend("stands", base), new Plot.Legend("comes", test)),
                Show::number);
    }

    private static Plot.Column column(String node, String css, String side, @Nullable NodeLoad load) {
        return new Plot.Column(
                node,
                load == null
                        ? List.of()
                        : List.of(new Plot.Part(
                                css,
                                load.shipments(),
                                t("whatif.plot.parcels", load.node(), side, Show.number(load.shipments())),
                                "")),
                0);
    }
}
