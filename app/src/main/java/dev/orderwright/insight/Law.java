package dev.orderwright.insight;

import dev.orderwright.shared.Sql;

/**
 * A law of conservation, as a question to the whole database: each row of the answer is a drift, with its culprit.
 *
 * @param id stable, for scripts
 * @param title for people
 * @param drifts returns {@code subject_kind, subject_id, culprit, expected, found}
 * @param counts returns how many things the law was checked on
 */
record Law(String id, String title, Sql drifts, Sql counts) {}
