package dev.orderwright.orders.web;

import java.util.List;

/**
 * The newest orders of a customer.
 *
 * @param allUrl all of them, in the list
 */
public record CustomerOrdersPanel(List<OrdersPage.Row> rows, String allUrl) {}
