package dev.orderwright.orders;

/** What a hold is placed on. */
public enum HoldScope {
    CUSTOMER,
    ORDER,
    LINE,
    FULFILMENT,
    ITEM,
    NODE
}
