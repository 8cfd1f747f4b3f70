package dev.orderwright.workbench;

/**
 * A subject that a job could not deal with.
 *
 * @param label how the subject is called
 * @param url its page, empty when it has none
 * @param reason why not
 */
public record JobRefusal(long subject, String label, String url, String code, String reason) {}
