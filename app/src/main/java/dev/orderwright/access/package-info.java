/**
 * Who may come in, and what they may do there: people with passwords and sessions, programs with keys, and the rule of
 * every route.
 *
 * <p>Owned tables (schema {@code access}): {@code users}, {@code sessions}, {@code api_keys}, {@code security_events}.
 *
 * <p>What always holds: secrets are stored as hashes only and shown once; what has no rule is refused; whoever changes a
 * person's password or roles ends that person's sessions; there is always an active administrator. Screens and API
 * routes see none of this module, only {@link dev.orderwright.shared.web.Who} and
 * {@link dev.orderwright.shared.web.Requires}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.orderwright.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
