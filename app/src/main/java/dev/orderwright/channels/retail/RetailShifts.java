package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.Through;
import dev.orderwright.shared.Ids;
import dev.orderwright.simulation.SimulatedCompany;
import dev.orderwright.simulation.SimulatedCompany.Worked;
import dev.orderwright.simulation.Simulation;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Drives the orders of an import the whole way, on the data's own dates: after each day of the file its shift is worked,
 * and after the last one the days until everything has arrived and is paid.
 */
@Component
class RetailShifts {

    private static final String SHIFT_DONE = "shift";
    private static final String WORKED = "worked";

    private final Simulation simulation;
    private final RetailInvoiceStore store;
    private final Ids ids;
    private final InstantSource clock;

    RetailShifts(Simulation simulation, RetailInvoiceStore store, Ids ids, InstantSource clock) {
        this.simulation = simulation;
        this.store = store;
        this.ids = ids;
        this.clock = clock;
    }

    Shifts of(ImportRun run) {
        return new Shifts(run);
    }

    /** The shifts of one run through the file. */
    final class Shifts {
        private final ImportRun run;
        private @Nullable LocalDate done;
        private @Nullable SimulatedCompany company;

        private Shifts(ImportRun run) {
            this.run = run;
            if (run.checkpoint().get(SHIFT_DONE) instanceof String day) {
                done = LocalDate.parse(day);
            }
        }

        /**
         * Works the shifts up to a day of the file that is complete; nothing where orders are only to be placed.
         *
         * @param placed the orders of that day
         */
        void until(LocalDate day, Instant complete, Collection<Long> placed) {
            if (run.job().wish().through() != Through.PAID) {
                return;
            }
            LocalDate next = done == null ? day : done.plusDays(1);
            for (; next.isBefore(day); next = next.plusDays(1)) {
                work(next, Instant.MIN, Set.of());
            }
            if (next.equals(day) && isOver(day)) {
                work(day, complete, placed);
            }
        }

        /** The days after the file, until everything has arrived and is paid. */
        void finish() {
            if (done != null) {
                run.phase("Delivering and collecting what is due", 0);
                for (LocalDate day = done; company().goesOnAfter(day) && isOver(day.plusDays(1)); ) {
                    day = day.plusDays(1);
                    work(day, Instant.MIN, Set.of());
                }
            }
        }

        /** Nobody works ahead of the clock: the shift of today is left to people. */
        private boolean isOver(LocalDate day) {
            return day.isBefore(LocalDate.ofInstant(clock.instant(), RetailDrafts.ZONE));
        }

        private SimulatedCompany company() {
            SimulatedCompany open = company;
            if (open == null) {
                LocalDate until = done == null ? LocalDate.MIN : done;
                open = simulation.company(
                        at -> run.causeOfItsOwn(ids.next(), at), RetailDrafts.ZONE, store.orderIds(), until);
                company = open;
            }
            return open;
        }

        private void work(LocalDate day, Instant notBefore, Collection<Long> placed) {
            Worked worked = run.timed("shipping and payment", () -> company().work(day, notBefore, placed));
            done = day;
            Map<String, Object> checkpoint = new LinkedHashMap<>(run.checkpoint());
            checkpoint.put(SHIFT_DONE, day.toString());
            checkpoint.put(WORKED, run.checkpoint(WORKED) + worked.shipments() + worked.payments());
            run.checkpoint(checkpoint);
        }

        /** Whether anything left or was paid. */
        boolean isChanged() {
            return run.checkpoint(WORKED) > 0;
        }
    }
}
