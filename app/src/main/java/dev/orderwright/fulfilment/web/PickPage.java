package dev.orderwright.fulfilment.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;

/**
 * The work lists of a node.
 *
 * @param list the one that is shown, as its address names it
 * @param oldestFirst whether what waits longest stands at the top, rather than what is most urgent
 * @param nodes what can be chosen; empty when there is no choice
 * @param accepting whether rows can be ticked and accepted together
 * @param printing whether pick lists of ticked rows can be printed
 * @param wrong why what was scanned was not found; else empty
 * @param releaseUntil the day that stands in the form for releasing
 */
public record PickPage(
        List<Tab> tabs,
        String list,
        boolean oldestFirst,
        String node,
        List<Field.Option> nodes,
        List<Row> rows,
        Pager pager,
        Empty empty,
        boolean mayWork,
        boolean accepting,
        boolean printing,
        String wrong,
        String releaseUntil) {

    /** Whether rows can be ticked. */
    public boolean isTicking() {
        return accepting || printing;
    }

    /** What an empty list says. */
    public record Empty(String title, String text) {}

    /**
     * One fulfilment order.
     *
     * @param due set when it should have left, or leaves today
     * @param picker who has it; empty while nobody does
     */
    public record Row(
            String number,
            String url,
            String order,
            String orderUrl,
            String node,
            String leaves,
            List<Chip> chips,
            String stops,
            String units,
            long unitsDone,
            long unitsAll,
            String picker,
            String waiting) {}
}
