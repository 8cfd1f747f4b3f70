package dev.orderwright.orders;

import dev.orderwright.catalog.Item;
import dev.orderwright.catalog.TaxRate;
import dev.orderwright.shared.Amounts;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * Prices and taxes of an order, frozen at placement. The order's discount and shipping are spread over the lines by
 * their net amounts (largest remainder); tax is computed per line, on net less discount plus shipping.
 */
final class OrderPricing {

    private OrderPricing() {}

    /** The lines with their money; sums over lines are the order's totals exactly. */
    static List<OrderLine> lines(
            long orderId, OrderDraft draft, List<Item> items, BiFunction<Integer, Item, TaxRate> taxRate) {
        int n = draft.lines().size();
        long[] net = new long[n];
        for (int i = 0; i < n; i++) {
            net[i] = Amounts.lineAmount(
                    price(draft.lines().get(i), items.get(i)),
                    quantity(draft.lines().get(i), items.get(i)),
                    items.get(i).quantityDecimals(),
                    draft.currency());
        }
        long[] discount = Amounts.spread(draft.discountMinor(), net);
        long[] shipping = Amounts.spread(draft.shippingMinor(), net);
        List<OrderLine> lines = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            OrderDraft.Line wish = draft.lines().get(i);
            Item item = items.get(i);
            TaxRate rate = taxRate.apply(i, item);
            long tax = Amounts.percent(net[i] - discount[i] + shipping[i], rate.percent());
            lines.add(new OrderLine(
                    orderId,
                    i + 1,
                    item.id(),
                    item.sku().code(),
                    Objects.requireNonNullElse(wish.description(), item.description()),
                    item.kind(),
                    quantity(wish, item),
                    item.quantityDecimals(),
                    price(wish, item),
                    new OrderMoney(net[i], discount[i], shipping[i], tax),
                    rate.percent(),
                    rate.code()));
        }
        return lines;
    }

    static BigDecimal price(OrderDraft.Line wish, Item item) {
        return Objects.requireNonNullElse(wish.unitPrice(), item.listPrice());
    }

    static long quantity(OrderDraft.Line wish, Item item) {
        return wish.quantity().scaleByPowerOfTen(item.quantityDecimals()).longValueExact();
    }

    static OrderMoney total(List<OrderLine> lines) {
        OrderMoney total = OrderMoney.ZERO;
        for (OrderLine line : lines) {
            total = total.plus(line.money());
        }
        return total;
    }
}
