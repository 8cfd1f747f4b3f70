/**
 * What is sold and stored: items with their SKU, price, weight and tax category; the tax rates by country and day; and
 * the names of countries.
 *
 * <p>Owned tables (schema {@code catalog}): {@code item}. Facts: {@code ItemDefined}, {@code ItemChanged}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package dev.orderwright.catalog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
