package dev.orderwright.insight;

import dev.orderwright.shared.Sql;

/**
 * A law of conservation, as a question to a range of its scope: each row of the answer is a drift, with its culprit. Where
 * the scope has ranges, every table in both statements is narrowed to {@code :first} to {@code :last}, so that a range
 * costs what it holds, however much there is.
 *
 * @param id stable, for scripts
 * @param title for people
 * @param drifts returns {@code subject_kind, subject_id, culprit, expected, found}
 * @param counts returns how many things the law was checked on
 */
record Law(String id, String title, Scope scope, Sql drifts, Sql counts) {

    /** What a law compares with each other, and so in which ranges it can be asked. The ranges of a scope leave nothing out. */
    enum Scope {

        /** The rows of one order, by its id. */
        ORDERS,

        /** The stock of one item and its moves, by its id. */
        ITEMS,

        /** The credit of one customer and its entries, by his id. */
        CUSTOMERS,

        /** Each row of the ledgers by itself, by the pages they fill; they are only ever added to. */
        LEDGERS,

        /** Sums over everybody: asked at once, and therefore only of what is open, or of an index. */
        WHOLE;

        private static final long PAGE_MAX = 0xFFFF_FFFFL;

        long first() {
            return this == LEDGERS ? 0 : Long.MIN_VALUE;
        }

        long last() {
            return this == LEDGERS ? PAGE_MAX : Long.MAX_VALUE;
        }
    }
}
