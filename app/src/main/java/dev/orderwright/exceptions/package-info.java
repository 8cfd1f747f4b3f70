/**
 * Exceptions: the one place where people see what went wrong, by cause, and mend it.
 *
 * <p>Owned tables (schema {@code exceptions}): {@code assignment} (who looks after what, and until when it is put off).
 *
 * <p>Invariants: what went wrong is nowhere but in the tables of its owner, who lists it as a {@link
 * dev.orderwright.shared.exceptions.ExceptionCause} and mends it by his own facade; so a list cannot disagree with what
 * it tells of. An exception has one owner at most; who comes second is told. An assignment whose exception is gone is
 * taken away.
 *
 * <p>Facts out, on the exception: ExceptionAssigned, ExceptionPutOff.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "workbench"})
package dev.orderwright.exceptions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
