package dev.orderwright.shared.web;

import java.util.List;

/** What a module adds to the page of an item: who waits for it, who holds it. Every bean of this type is asked. */
public interface ItemPanels {

    /** The panels this caller may see; none when the module knows nothing of the item. */
    List<Panel> panelsFor(long itemId, Who who);
}
