/**
 * The retail invoice file as it is: reads its rows one by one, refuses the ones that can't be read, and reports what
 * the file says. What the rows mean is decided elsewhere.
 */
@NullMarked
@ApplicationModule(
        displayName = "Retail file",
        allowedDependencies = {"shared"})
package dev.orderwright.channels.retail.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
