package dev.orderwright.inventory;

/** A quantity of an item in a bin that somebody is going to take, has taken, or lays back. */
public record BinClaim(long itemId, long nodeId, String bin, long quantity) {}
