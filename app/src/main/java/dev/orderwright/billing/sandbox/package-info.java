/**
 * The built-in payment provider: another system as far as billing is concerned, with books of its own, which takes no
 * real money and can be made to misbehave. The demonstration runs on it, and the tests prove on it that answers that
 * come late, never or twice do no harm.
 *
 * <p>Owned tables: {@code billing.sandbox_authorisation}, {@code billing.sandbox_operation}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "billing"})
package dev.orderwright.billing.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
