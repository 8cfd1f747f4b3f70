/**
 * Who buys: customers with their terms, and how much each of them may owe.
 *
 * <p>Owned tables (schema {@code customers}): {@code customer}, {@code credit} (one row per customer, apart from the
 * rest because it changes with every order on account; its row lock is the lock of the customer's credit). Facts:
 * {@code CustomerDefined}, {@code CustomerChanged}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package dev.orderwright.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
