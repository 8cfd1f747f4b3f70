/**
 * Orders that come in other ways than one by one: files that are sent whole and worked off step by step.
 *
 * <p>Owned tables (schema {@code channels}): {@code import_file} and {@code import_chunk} (the files as they were sent),
 * {@code import_job} (what is to be done with them and how far it is), {@code import_exception} (each row that could not
 * be taken, with its reason), {@code retail_invoice} and {@code ledger_row} (what came of retail invoices).
 *
 * <p>Invariants: one import runs at a time; what an import has finished is recorded in the transaction that finished it,
 * so that it goes on after a crash without doing anything twice; a row that is not taken is never dropped.
 *
 * <p>Facts out, on the import: ImportStarted, ImportResumed, ImportDone, ImportFailed.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.orderwright.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
