/**
 * Checks of what may pass: named and in order, each of which lets an order pass, warns, holds it or turns it away.
 *
 * <p>Owned tables (schema {@code verification}): {@code policy} (what each check does on which channel, in versions),
 * {@code finding} (what did not pass, with its evidence), {@code seen} (who bought what lately, as numbers).
 *
 * <p>Invariants: checks are pure; what they are told is kept with what they found, and a version of the policy is never
 * changed, so each verdict can be made again. The same goods are not let through twice for one buyer at the same
 * moment, where the policy holds or refuses what is ordered twice.
 *
 * <p>Facts out: VerificationPolicyMade. What was found stands in the order's own OrderPlaced.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "geo", "catalog"})
package dev.orderwright.verification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
