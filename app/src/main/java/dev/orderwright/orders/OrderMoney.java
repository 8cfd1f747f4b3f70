package dev.orderwright.orders;

/**
 * Amounts in minor units of one currency: of an order, a line, or some units of a line.
 *
 * @param discount positive makes it cheaper
 */
public record OrderMoney(long net, long discount, long shipping, long tax) {

    public static final OrderMoney ZERO = new OrderMoney(0, 0, 0, 0);

    /** What the customer pays. */
    public long total() {
        return net - discount + shipping + tax;
    }

    /** What is taxed. */
    public long taxable() {
        return net - discount + shipping;
    }

    public OrderMoney plus(OrderMoney other) {
        return new OrderMoney(net + other.net, discount + other.discount, shipping + other.shipping, tax + other.tax);
    }
}
