package dev.orderwright.console.web;

/**
 * What went wrong, and what to do.
 *
 * @param id names the request in the log, empty when nobody needs to look
 */
public record ErrorPage(String title, String text, String advice, String id, boolean signedIn) {}
