package dev.orderwright.orders.web;

/** The ways of delivery as the module knows them, for their words. */
enum DeliveryMethod {
    STANDARD,
    EXPRESS
}
