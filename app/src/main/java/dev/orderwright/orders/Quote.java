package dev.orderwright.orders;

import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a draft would come to if it were placed now; nothing is held or written. What is wrong with it stands in the
 * problems; the rest is answered as if the wrong parts had not been said.
 *
 * @param lines one for each of the draft, in order
 * @param money of the lines that can be reckoned
 * @param shipments how many leave at once
 * @param shipOn the day the last part leaves, null while some part has no date
 * @param deliverOn the day the last part arrives, null while some part has no date
 * @param credit null for guests and for customers without an account
 * @param holds types of the holds that the order would get
 * @param options what each delivery method would mean, cheapest first; empty when nothing needs stock
 * @param problems what placing it would be refused for; none when it can be placed as it is
 * @param doubts what the checks would hold the order for or warn of, in words
 * @param warnings what placing it would warn of
 */
public record Quote(
        String currency,
        List<Line> lines,
        OrderMoney money,
        int shipments,
        @Nullable LocalDate shipOn,
        @Nullable LocalDate deliverOn,
        @Nullable Credit credit,
        List<String> holds,
        List<Option> options,
        List<Refusal> problems,
        List<String> doubts,
        List<String> warnings) {

    /** Whether it would be placed. */
    public boolean canBePlaced() {
        return problems.isEmpty();
    }

    /**
     * A line of the draft.
     *
     * @param lineNo from 1
     * @param description null while the item is not known
     * @param unitPrice net, per whole unit
     * @param money null while the line cannot be reckoned
     * @param available in the item's smallest unit, what all nodes together can ship to there; null for what needs no
     *     stock and while the line cannot be reckoned
     * @param parts where its units come from and when; empty for what needs no stock
     */
    public record Line(
            int lineNo,
            String sku,
            @Nullable String description,
            int quantityDecimals,
            @Nullable BigDecimal unitPrice,
            @Nullable BigDecimal taxPercent,
            @Nullable OrderMoney money,
            @Nullable Long available,
            List<Part> parts,
            List<Refusal> problems) {

        /** Whether some of it has to wait for supply. */
        public boolean isShort() {
            return parts.stream().anyMatch(Part::isBackordered);
        }
    }

    /**
     * Units of a line that go together.
     *
     * @param quantity in the item's smallest unit
     * @param node code of the node that has them, null when they wait for supply
     * @param shipOn null while no supply is announced
     * @param deliverOn null while no supply is announced
     */
    public record Part(
            long quantity,
            @Nullable String node,
            @Nullable LocalDate shipOn,
            @Nullable LocalDate deliverOn) {

        public boolean isBackordered() {
            return node == null;
        }
    }

    /**
     * What a customer with an account may still owe.
     *
     * @param leftMinor before this order; below 0 when he owes more than he may
     * @param exceeded whether this order, bought on account, would go beyond it
     */
    public record Credit(String currency, long limitMinor, long exposureMinor, long leftMinor, boolean exceeded) {}

    /**
     * A way the goods could be delivered.
     *
     * @param method {@code STANDARD} or {@code EXPRESS}
     * @param complete true when nothing is short
     * @param shipOn the day the last part leaves, null while some part has no date
     * @param deliverOn the day the last part arrives, null while some part has no date
     */
    public record Option(
            String method,
            int shipments,
            boolean complete,
            @Nullable LocalDate shipOn,
            @Nullable LocalDate deliverOn) {}
}
