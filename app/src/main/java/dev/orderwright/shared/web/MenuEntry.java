package dev.orderwright.shared.web;

/**
 * One section of the console.
 *
 * @param key what a page names to be marked as part of this section
 * @param group heading it stands under
 * @param jump the letter that goes there after {@code g}, empty for none
 * @param icon name of a symbol in {@code console/icons.svg}
 */
public record MenuEntry(String key, String label, String url, String group, String jump, String icon) {}
