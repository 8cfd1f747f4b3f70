/**
 * The shell of the console: layout, navigation, start page and error pages. It is called by nobody; the screens live in
 * the {@code web} package of the module they show, and reach it through {@link dev.orderwright.shared.web}.
 *
 * <p>Owned tables: none.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.orderwright.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
