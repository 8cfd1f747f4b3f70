/**
 * The phone desk: orders that somebody takes while the customer is on the line. What is typed is quoted at once and kept as
 * a draft by itself; what is sent becomes one order, however often it is sent.
 *
 * <p>Owns no tables: what is typed is kept in {@link dev.orderwright.workbench.Drafts}, orders belong to {@code orders}.
 *
 * <p>What always holds: a phone order is placed under the number and the key that were set aside for it when it was begun;
 * it is noted as sent before it is sent, so that nobody is left not knowing that it may have been taken.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "geo",
            "catalog",
            "customers",
            "inventory",
            "promising",
            "orders",
            "insight",
            "workbench",
            "notifications"
        })
package dev.orderwright.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
