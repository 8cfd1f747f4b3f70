package dev.orderwright.insight.web;

import dev.orderwright.shared.ui.Plot;

/**
 * How an item sells.
 *
 * @param units of all the weeks together
 * @param bound how far back was looked; empty when that was all
 */
public record ItemSalesPanel(Plot plot, String units, String bound) {}
