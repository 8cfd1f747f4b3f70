package dev.orderwright.shipping.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import dev.orderwright.shared.web.ScanAnswer;
import java.util.List;

/**
 * The ship desk: one list of packages, in groups that are dealt with together.
 *
 * @param list the one that is shown, as its address names it
 * @param leaving whether the rows can be handed over
 * @param printing whether papers of ticked rows can be printed
 * @param labelled whether every package of the list has a label
 * @param dated what the column with the day means in this list
 */
public record ShipPage(
        List<Tab> tabs,
        String list,
        String node,
        List<Field.Option> nodes,
        List<Group> groups,
        Pager pager,
        String emptyTitle,
        String emptyText,
        boolean leaving,
        boolean printing,
        boolean labelled,
        boolean mayWork,
        String dated,
        ScanAnswer said) {

    /** Whether rows can be ticked. */
    public boolean isTicking() {
        return leaving || printing;
    }

    /**
     * Packages that go with the same carrier.
     *
     * @param title empty where a list has but one group
     * @param deadline until when they have to leave; empty when that is not today's question
     */
    public record Group(String title, Chip deadline, List<Row> rows) {

        public boolean hasDeadline() {
            return !deadline.text().isEmpty();
        }
    }

    /** @param note the last that was heard of it, or why it waits */
    public record Row(
            String number,
            String url,
            String order,
            String orderUrl,
            String node,
            List<Chip> chips,
            String tracking,
            String weight,
            String day,
            String note,
            String age,
            boolean mayLabel) {}
}
