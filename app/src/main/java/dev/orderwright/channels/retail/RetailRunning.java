package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.retail.RetailSettling.DayWork;
import dev.orderwright.channels.retail.RetailStandings.Sorted;
import dev.orderwright.channels.retail.RetailSupplying.Schedule;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.Outcome;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Lives through a file day by day: supply comes in, orders are placed, stock notes are booked, credits take back what
 * was sold. Each step has a key made of the file and the day, and the end of a day is recorded with its last step, so a
 * run that breaks off is taken up where it was.
 */
@Component
class RetailRunning {

    private static final String INVOICES_DONE = "invoices";
    private static final String DAY_DONE = "day";

    private final RetailStandings standings;
    private final RetailMasterData masterData;
    private final RetailSupplying supplying;
    private final Steps steps;
    private final RetailImportReport report;

    /** What is done with the invoices of a day. */
    @Component
    record Steps(RetailPlacing placing, RetailSettling settling, RetailShifts shifts) {}

    RetailRunning(
            RetailStandings standings,
            RetailMasterData masterData,
            RetailSupplying supplying,
            Steps steps,
            RetailImportReport report) {
        this.standings = standings;
        this.masterData = masterData;
        this.supplying = supplying;
        this.steps = steps;
        this.report = report;
    }

    Map<String, Object> run(ImportRun run, RetailSurvey survey) throws IOException {
        SupplyPlan plan = survey.supply(RetailSupply.SHORT_PER_MILLE);
        run.phase("Preparing articles and customers", 0);
        run.timed("preparing", () -> masterData.define(run, survey, run.job().startedAt()));
        run.phase("Placing orders", survey.rows());
        Course course = new Course(run, plan, masterData.nodes());
        RetailPass.read(run.content(), course);
        course.close();
        return report.of(run, survey, plan, course.numbers, course.shifts.isChanged());
    }

    /** One run through the file, on from where an earlier one was. */
    private final class Course implements RetailPass.Taker {
        private final ImportRun run;
        private final List<Long> nodes;
        private final Schedule supply;
        private final RetailDay.Grouper days = new RetailDay.Grouper(this::day);
        private final List<String> numbers = new ArrayList<>();
        private final long doneBefore;
        private long rows;
        private long idleSince = System.nanoTime();
        private final RetailShifts.Shifts shifts;

        Course(ImportRun run, SupplyPlan plan, List<Long> nodes) {
            this.run = run;
            this.nodes = nodes;
            supply = supplying.schedule(run, plan, nodes);
            doneBefore = run.checkpoint(INVOICES_DONE);
            if (run.checkpoint().get(DAY_DONE) instanceof String day) {
                supply.skipUntil(LocalDate.parse(day));
            }
            shifts = steps.shifts().of(run);
        }

        @Override
        public void invoice(RetailDecision decision) {
            numbers.add(decision.invoice().number());
            days.add(decision);
        }

        void close() {
            days.close();
            run.took("reading", System.nanoTime() - idleSince);
            shifts.finish();
        }

        private void day(RetailDay day) {
            run.took("reading", System.nanoTime() - idleSince);
            List<Long> placed = day.invoicesUntilEnd() > doneBefore ? work(day) : List.of();
            shifts.until(day.date(), day.lastAt(), placed);
            rows += day.rows();
            run.progress(rows);
            idleSince = System.nanoTime();
        }

        /** Returns the orders that were placed. */
        private List<Long> work(RetailDay day) {
            Sorted sorted = run.timed("sorting", () -> standings.sort(run, day));
            List<RetailDecision> fresh = sorted.fresh();
            run.timed("supply", () -> supply.receiveUntil(day.date()));
            Map<String, Outcome<Placed>> orders =
                    run.timed("orders", () -> steps.placing().place(run, fresh));
            DayWork work = new DayWork(fresh, orders, sorted.listed(), nodes);
            Map<String, Object> checkpoint = new LinkedHashMap<>(run.checkpoint());
            checkpoint.put(INVOICES_DONE, day.invoicesUntilEnd());
            checkpoint.put(DAY_DONE, day.date().toString());
            run.timed(
                    "credits and stock notes", () -> steps.settling().settle(run, day, work, day.lastAt(), checkpoint));
            return orders.values().stream()
                    .filter(Outcome::isDone)
                    .map(placed -> placed.orThrow().orderId())
                    .toList();
        }
    }
}
