/**
 * Places as the world writes them: how an address is laid out in each country, which parts it needs, what a postcode looks
 * like and in which region it lies.
 *
 * <p>Owns no tables: what it knows is a file, {@code address-formats.ndjson}, made from the address data of libaddressinput
 * (Google, CC BY 4.0).
 */
@NullMarked
@ApplicationModule(allowedDependencies = "shared")
package dev.orderwright.geo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
