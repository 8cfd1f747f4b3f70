package dev.orderwright.promising;

import java.util.List;
import java.util.Map;

/**
 * The answer to a {@link Demand}: what ships from where and when, and what is short. The quantities of both lists add
 * up to the demand, line by line.
 *
 * @param why the explanation that is kept with the order: nodes with what they have, cost and dates, which were taken
 *     and why the others were not (only maps, lists, strings, numbers and booleans)
 */
public record Plan(long orderId, List<Allocation> allocations, List<Shortage> shortages, Map<String, Object> why) {}
