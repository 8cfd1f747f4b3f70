package dev.orderwright.shared;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a longer list, and where to go on.
 *
 * @param next cursor of the next part, absent when this is the last one
 */
public record Page<T>(List<T> items, @Nullable String next) {

    /** The most rows one page has, whatever was asked. */
    public static final int LIMIT_MAX = 500;

    public Page {
        items = List.copyOf(items);
    }

    /** How many rows a store has to read for a page: one more than is shown tells whether there is more. */
    public static int rowsFor(int limit) {
        return limitOf(limit) + 1;
    }

    /**
     * The page made of rows that were read with {@link #rowsFor}.
     *
     * @param cursor the place of the last shown row
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<? super T, Cursor> cursor) {
        int shown = limitOf(limit);
        if (rows.size() <= shown) {
            return new Page<>(rows, null);
        }
        List<T> items = rows.subList(0, shown);
        return new Page<>(items, cursor.apply(items.getLast()).text());
    }

    public <R> Page<R> map(Function<? super T, R> mapping) {
        return new Page<>(items.stream().<R>map(mapping).toList(), next);
    }

    private static int limitOf(int limit) {
        return Math.clamp(limit, 1, LIMIT_MAX);
    }
}
