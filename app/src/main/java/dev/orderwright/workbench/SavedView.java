package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;

/**
 * A list as somebody likes to look at it, under a name.
 *
 * @param list which one ({@code orders})
 * @param query the part of its address after the question mark
 * @param shared whether everybody who may see the list sees the view
 */
public record SavedView(long id, String list, Actor owner, String name, String query, boolean shared, int position) {}
