package dev.orderwright.channels.retail;

import dev.orderwright.channels.FileImport;
import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.retail.RetailStandings.Asking;
import dev.orderwright.channels.retail.file.RetailEntry;
import dev.orderwright.channels.retail.file.RetailFile;
import dev.orderwright.channels.retail.file.RetailRow;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Workers;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Imports retail files. The file is read twice: first to see what it needs of articles, customers and supply, then to
 * live through it day by day, as it was.
 */
@Component
class RetailImport implements FileImport {

    private static final int LISTED_AT_ONCE = 1_000;

    private final RetailStandings standings;
    private final RetailRunning running;
    private final RetailRehearsing rehearsing;
    private final Workers workers;

    RetailImport(RetailStandings standings, RetailRunning running, RetailRehearsing rehearsing, Workers workers) {
        this.workers = workers;
        this.standings = standings;
        this.running = running;
        this.rehearsing = rehearsing;
    }

    @Override
    public String kind() {
        return "retail";
    }

    @Override
    public List<Refusal> check(InputStream content) throws IOException {
        return switch (RetailFile.open(content)) {
            case Outcome.Refused<RetailFile>(List<Refusal> refusals) -> refusals;
            case Outcome.Done<RetailFile> opened -> List.of();
        };
    }

    @Override
    public Map<String, Object> run(ImportRun run) throws IOException {
        run.phase("Reading the file", 0);
        Survey survey = new Survey(run);
        long begun = System.nanoTime();
        RetailPass.read(run.content(), survey);
        survey.close();
        run.took("reading", System.nanoTime() - begun);
        if (run.job().wish().dryRun()) {
            return rehearsing.run(run, survey.found);
        }
        try (Workers.Alone alone = workers.alone()) {
            return running.run(run, survey.found);
        }
    }

    /** The first reading. */
    private final class Survey implements RetailPass.Taker {
        private final ImportRun run;
        private final RetailSurvey found = new RetailSurvey();
        private final Asking asking;
        private final List<ImportException> unreadable = new ArrayList<>();

        Survey(ImportRun run) {
            this.run = run;
            asking = standings.asking(run.job().id(), found::invoice);
        }

        @Override
        public void row(RetailRow row) {
            found.row(row);
        }

        @Override
        public void refused(RetailEntry.Refused row) {
            found.unreadable();
            unreadable.add(RetailListing.unreadable(row));
            if (unreadable.size() == LISTED_AT_ONCE) {
                list();
            }
        }

        @Override
        public void invoice(RetailDecision decision) {
            asking.add(decision);
        }

        @Override
        public void read(long rows) {
            if (rows % 1_000 == 0) {
                run.progress(rows);
            }
        }

        void close() {
            asking.close();
            list();
        }

        private void list() {
            run.list(unreadable);
            unreadable.clear();
        }
    }
}
