/**
 * Insight: the books that anyone can check, and figures that are read off the facts.
 *
 * <p>Owned tables (schema {@code insight}): {@code order_word} (the search), {@code term} and {@code term_key} (words that
 * may be misspelt), {@code projection} (how far readers are), {@code order_milestone} (when orders reached which stage),
 * {@code order_day}, {@code stage_day} and {@code day_count} (how days went, and how far they are counted),
 * {@code books_run} and {@code books_repair} (checks and repairs of the books). To check the books this module reads every
 * other module's tables; it is the only one that may, and it writes to none of them: repairs go through the owners'
 * facades.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "catalog", "customers", "inventory", "orders"})
package dev.orderwright.insight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
