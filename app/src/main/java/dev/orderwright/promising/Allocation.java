package dev.orderwright.promising;

import java.time.LocalDate;

/**
 * A part of a line that one node can ship from stock that is there.
 *
 * @param shipOn the day it leaves, in the node's zone
 * @param deliverOn the day it arrives, at the destination
 */
public record Allocation(int lineNo, long itemId, long nodeId, long quantity, LocalDate shipOn, LocalDate deliverOn) {}
