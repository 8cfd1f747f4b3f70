package dev.orderwright.channels;

/**
 * What is to be done with a file.
 *
 * @param kind what the file is: {@code retail}
 * @param dryRun only report; change nothing
 */
public record ImportWish(String kind, Through through, boolean dryRun) {}
