/**
 * How the program itself is doing, for those who run it: its health, the work it does in the background, what waits for
 * others, the stream of facts and the log of commands.
 *
 * <p>Owned tables: none. It reads the facts and commands of {@code shared} and what the database says of itself;
 * everything else is told by the modules that know it ({@link dev.orderwright.shared.web.HealthSource}, {@link
 * dev.orderwright.shared.web.WaitingOutside}, {@link dev.orderwright.shared.web.SubjectBook}). It changes nothing.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.orderwright.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
