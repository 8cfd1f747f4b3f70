package dev.orderwright.operations.web;

import java.util.List;

/** All pages of those who run the program, as far as somebody may open them. */
public record AdminPage(List<Group> groups) {

    /** Pages that belong together. */
    public record Group(String title, List<Link> links) {}

    /**
     * One page.
     *
     * @param text what it is for
     */
    public record Link(String title, String text, String url, String icon) {}
}
