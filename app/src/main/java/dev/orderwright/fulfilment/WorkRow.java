package dev.orderwright.fulfilment;

/**
 * A row of a work list.
 *
 * @param rank of its order by the priority formula: the list is by it
 * @param stops pick tasks that still have units to be taken
 * @param units to be taken in all, in the items' smallest units
 * @param openUnits of these, not taken yet
 */
public record WorkRow(FulfilmentOrder work, long rank, int stops, long units, long openUnits) {}
