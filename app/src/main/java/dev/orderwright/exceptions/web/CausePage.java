package dev.orderwright.exceptions.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Tab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The exceptions of a cause.
 *
 * @param view which tab is open
 * @param ofOrder whether it is only those of one order
 * @param here its address, to come back to
 * @param keys what its fixes do, for those who may
 * @param tomorrow the day that things are put off to unless another is chosen
 */
public record CausePage(
        String title,
        String meaning,
        List<Tab> tabs,
        String view,
        String url,
        boolean ofOrder,
        String here,
        List<Key> keys,
        List<Row> rows,
        Pager pager,
        String tomorrow) {

    /**
     * A fix and its key.
     *
     * @param bulkUrl where it is done to all that are ticked
     */
    public record Key(String key, String name, String label, String effect, String bulkUrl, boolean asksWhy) {}

    /**
     * @param orderUrl the order it is about, where its own page is another one; empty for none
     * @param promise null when nothing was promised
     * @param owner empty when nobody looks after it
     * @param ownerUrl where the next owner is told; {@code ownerLabel} says who that is
     */
    public record Row(
            String id,
            String label,
            String url,
            String about,
            String orderUrl,
            String age,
            String value,
            @Nullable Chip promise,
            String owner,
            String ownerUrl,
            String ownerLabel,
            String note,
            List<Button> fixes,
            String laterUrl,
            String backUrl) {}

    /**
     * A fix of one exception.
     *
     * @param opens whether it is asked about first, at its address; else it is done there
     */
    public record Button(String key, String label, String url, boolean opens) {}
}
