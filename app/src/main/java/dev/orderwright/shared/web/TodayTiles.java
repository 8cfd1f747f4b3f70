package dev.orderwright.shared.web;

import java.util.List;

/** A module's work queues for the start page. Every bean of this type is asked, so counting must be cheap. */
public interface TodayTiles {

    /** The queues this caller works on; those that only others may open are left out. */
    List<TodayTile> tilesFor(Who who);
}
