package dev.orderwright.channels;

/** How far the orders of an import are to be driven. */
public enum Through {
    /** They are taken in: placed, promised and reserved, or cancelled and credited. */
    PLACED,
    /** They also go the whole way: picked, packed, shipped, delivered, invoiced and paid. */
    PAID
}
