/**
 * A PostgreSQL server of our own inside the data folder: unpacked, initialised, started with settings that lose nothing,
 * watched, restarted when it dies, and stopped cleanly.
 *
 * <p>What it keeps in the data folder: {@code lock} (held while a program uses the folder), {@code pgbin} (unpacked
 * server programs, may be deleted), {@code pgdata} (the data), {@code pgsock} (local socket), {@code secrets} (passwords
 * made here), {@code log/postgres.log}.
 *
 * <p>What it promises: one program per folder; never another server's data; fsync, synchronous commit and full page
 * writes on, checked after every start; the program signs in with a role that is not a superuser; only this machine can
 * connect.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package dev.orderwright.launcher.postgres;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
