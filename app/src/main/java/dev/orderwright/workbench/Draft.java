package dev.orderwright.workbench;

import java.time.Instant;

/**
 * A form that is not sent yet.
 *
 * @param kind which form ({@code order})
 * @param key which one of them
 * @param content JSON in the words of the form
 * @param version one more with each time it is saved
 */
public record Draft(String kind, String key, String content, int version, Instant savedAt) {}
