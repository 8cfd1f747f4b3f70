package dev.orderwright.orders;

import dev.orderwright.catalog.ItemKind;
import dev.orderwright.shared.Amounts;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * One item at one price.
 *
 * @param quantity ordered, in the item's smallest unit
 * @param quantityDecimals how many decimals that unit stands for
 * @param unitPrice net, per whole unit, as agreed; may be finer than a cent
 * @param money of the whole line, with its share of the order's discount and shipping, frozen at placement
 */
public record OrderLine(
        long orderId,
        int lineNo,
        long itemId,
        String sku,
        String description,
        ItemKind kind,
        long quantity,
        int quantityDecimals,
        BigDecimal unitPrice,
        OrderMoney money,
        BigDecimal taxPercent,
        String taxCode) {

    /**
     * The money of the units {@code [from, to)}; over any partition of the line it sums to {@link #money()}. The discount
     * is what lies between two rounded shares, so that no unit ever costs less than nothing.
     */
    public OrderMoney moneyOf(long from, long to) {
        long net = Amounts.share(money.net(), quantity, from, to);
        return new OrderMoney(
                net,
                net - Amounts.share(money.net() - money.discount(), quantity, from, to),
                Amounts.share(money.shipping(), quantity, from, to),
                Amounts.share(money.tax(), quantity, from, to));
    }

    public OrderMoney moneyOf(Slice slice) {
        return moneyOf(slice.firstUnit(), slice.endUnit());
    }

    /** What everything of these lines costs that is or will be delivered, in minor units. */
    static long cost(List<OrderLine> lines, List<Slice> slices) {
        Map<Integer, OrderLine> byNo = lines.stream().collect(Collectors.toMap(OrderLine::lineNo, Function.identity()));
        return slices.stream()
                .filter(slice -> slice.state() != SliceState.CANCELLED)
                .mapToLong(slice -> Objects.requireNonNull(byNo.get(slice.lineNo()))
                        .moneyOf(slice)
                        .total())
                .sum();
    }
}
