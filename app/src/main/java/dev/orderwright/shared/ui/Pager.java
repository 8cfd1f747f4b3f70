package dev.orderwright.shared.ui;

/**
 * The way through a long list.
 *
 * @param text where one is: {@code 51–100 of 2,310}
 * @param previousUrl empty on the first page
 * @param nextUrl empty on the last
 */
public record Pager(String text, String previousUrl, String nextUrl) {}
