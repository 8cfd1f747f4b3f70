/**
 * What people at the console work with beside the business itself: bulk actions as {@link dev.orderwright.workbench.Jobs},
 * {@link dev.orderwright.workbench.Preferences}, {@link dev.orderwright.workbench.SavedViews},
 * {@link dev.orderwright.workbench.Drafts}, pages that are {@link dev.orderwright.workbench.Live}, and the
 * {@link dev.orderwright.workbench.Presence} of others at the same record.
 *
 * <p>Owned tables (schema {@code workbench}): {@code job} and {@code job_item} (bulk actions, subject by subject),
 * {@code preference}, {@code saved_view}, {@code draft}, {@code presence} (unlogged).
 *
 * <p>What always holds: each subject of a job is dealt with once, in the transaction that notes what became of it; a job
 * has dealt with as many as it says; it is taken back once. Preferences, drafts and presence are a person's own, so they
 * are written without a command and leave no fact.
 *
 * <p>Facts out, on the job: JobStarted, JobAdvanced, JobDone, JobStopped.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package dev.orderwright.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
