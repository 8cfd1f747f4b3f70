/**
 * What every module stands on: ids, quantities, money, time, the command runner, facts and SQL helpers.
 *
 * <p>Owned tables (schema {@code shared}): {@code command} (every write with its idempotency key and its first answer),
 * {@code fact} (append-only: who, what, why, when, cause), {@code number_series} (human numbers), {@code program_node}
 * (which program owns which part of the id space).
 */
@NullMarked
@ApplicationModule(type = ApplicationModule.Type.OPEN)
package dev.orderwright.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
