package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.retail.RetailInvoiceStore.Known;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells invoices that are new from those that earlier imports have taken in. */
@Component
class RetailStandings {

    private static final int SET_MAX = 500;

    private final RetailInvoiceStore store;

    RetailStandings(RetailInvoiceStore store) {
        this.store = store;
    }

    /** Asks about invoices that stream by, some hundred at a time, and hands each on with its standing. */
    final class Asking {
        private final long importId;
        private final BiConsumer<RetailDecision, Standing> taker;
        private final List<RetailDecision> waiting = new ArrayList<>();

        private Asking(long importId, BiConsumer<RetailDecision, Standing> taker) {
            this.importId = importId;
            this.taker = taker;
        }

        void add(RetailDecision decision) {
            waiting.add(decision);
            if (waiting.size() == SET_MAX) {
                close();
            }
        }

        void close() {
            Map<String, Known> known = known(waiting);
            waiting.forEach(decision -> taker.accept(
                    decision, standing(decision, known.get(decision.invoice().number()), importId)));
            waiting.clear();
        }
    }

    Asking asking(long importId, BiConsumer<RetailDecision, Standing> taker) {
        return new Asking(importId, taker);
    }

    /** The invoices of a day by what is to be done with them. */
    record Sorted(List<RetailDecision> fresh, List<ImportException> listed) {}

    /** Sorts out the invoices that are not to be taken in; what is listed of them is listed again. */
    Sorted sort(ImportRun run, RetailDay day) {
        Map<String, Known> known = known(day.decisions());
        List<RetailDecision> fresh = new ArrayList<>();
        List<ImportException> listed = new ArrayList<>();
        Map<Long, List<RetailDecision>> byImport = new HashMap<>();
        for (RetailDecision decision : day.decisions()) {
            Known earlier = known.get(decision.invoice().number());
            switch (standing(decision, earlier, run.job().id())) {
                case NEW -> fresh.add(decision);
                case KNOWN ->
                    byImport.computeIfAbsent(earlier == null ? 0 : earlier.importId(), id -> new ArrayList<>())
                            .add(decision);
                case DIFFERENT ->
                    decision.outcomes()
                            .forEach(outcome -> listed.add(RetailListing.different(decision, outcome.line())));
            }
        }
        byImport.forEach((importId, decisions) -> listed.addAll(listedBefore(run, importId, decisions)));
        return new Sorted(fresh, listed);
    }

    private static List<ImportException> listedBefore(ImportRun run, long importId, List<RetailDecision> decisions) {
        Map<String, List<ImportException>> byInvoice = new HashMap<>();
        run.listedBy(
                        importId,
                        decisions.stream()
                                .map(decision -> decision.invoice().number())
                                .toList())
                .forEach(row -> byInvoice
                        .computeIfAbsent(row.reference(), no -> new ArrayList<>())
                        .add(row));
        List<ImportException> listed = new ArrayList<>();
        for (RetailDecision decision : decisions) {
            List<ImportException> earlier = byInvoice.get(decision.invoice().number());
            if (earlier != null) {
                listed.addAll(RetailListing.again(decision, earlier));
            }
        }
        return listed;
    }

    private Map<String, Known> known(List<RetailDecision> decisions) {
        return decisions.isEmpty()
                ? Map.of()
                : store.find(decisions.stream()
                        .map(decision -> decision.invoice().number())
                        .toList());
    }

    /** Rows that come again in their own file are not compared: they are listed in any case. */
    private static Standing standing(RetailDecision decision, @Nullable Known earlier, long importId) {
        if (earlier == null
                || earlier.importId() == importId
                || decision.invoice().repeated()) {
            return Standing.NEW;
        }
        boolean same = Arrays.equals(earlier.contentHash(), RetailFingerprint.of(decision.invoice()));
        return same ? Standing.KNOWN : Standing.DIFFERENT;
    }
}
