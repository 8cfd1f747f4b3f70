package dev.orderwright.shared;

import dev.orderwright.shared.Facts.FactCursor;
import java.util.List;

/** A module that follows the facts and keeps how far it has come. Every bean of this type is asked how far that is. */
public interface FactFollower {

    List<Position> positions();

    /**
     * How far one reader has come.
     *
     * @param name stable: {@code order-search}
     * @param isFollowing false while it rests because nobody wants what it makes; then it is not late
     */
    record Position(String name, FactCursor cursor, boolean isFollowing) {}
}
