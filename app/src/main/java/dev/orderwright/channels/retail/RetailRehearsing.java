package dev.orderwright.channels.retail;

import dev.orderwright.channels.ImportRun;
import dev.orderwright.channels.retail.InvoiceEnd.Taking;
import dev.orderwright.channels.retail.RetailCrediting.Refusals;
import dev.orderwright.channels.retail.RetailInvoiceStore.Sums;
import dev.orderwright.channels.retail.RetailMatching.Credit;
import dev.orderwright.channels.retail.RetailMatching.Match;
import dev.orderwright.channels.retail.RetailMatching.SoldLine;
import dev.orderwright.channels.retail.RetailStandings.Sorted;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.Outcome;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * A dry run: lives through a file in memory, as if every order were taken and nothing were shipped, and changes nothing.
 * Credits are matched with the sales of the file and with those that are there already.
 */
@Component
class RetailRehearsing {

    private final RetailStandings standings;
    private final RetailCrediting crediting;

    RetailRehearsing(RetailStandings standings, RetailCrediting crediting) {
        this.standings = standings;
        this.crediting = crediting;
    }

    Map<String, Object> run(ImportRun run, RetailSurvey survey) throws IOException {
        SupplyPlan plan = survey.supply(RetailSupply.SHORT_PER_MILLE);
        run.phase("Rehearsing", survey.rows());
        Rehearsal rehearsal = new Rehearsal(run);
        long begun = System.nanoTime();
        RetailPass.read(run.content(), rehearsal);
        rehearsal.days.close();
        run.took("rehearsing", System.nanoTime() - begun);
        return RetailImportReport.rehearsed(run, survey, plan, rehearsal.sums);
    }

    private record Pair(String customerId, String code) {}

    private final class Rehearsal implements RetailPass.Taker {

        /** Above all ids of orders that are there: of orders of the same minute, those of the file are the newer ones. */
        private long nextOrder = Long.MAX_VALUE / 2;

        private final ImportRun run;
        private final RetailDay.Grouper days = new RetailDay.Grouper(this::day);
        private final CustomerSales sales = new CustomerSales();
        private final Set<Pair> looked = new HashSet<>();
        private Sums sums = Sums.NONE;
        private long rows;

        Rehearsal(ImportRun run) {
            this.run = run;
        }

        @Override
        public void invoice(RetailDecision decision) {
            days.add(decision);
        }

        private void day(RetailDay day) {
            Sorted sorted = standings.sort(run, day);
            Map<String, Outcome<Placed>> orders = new HashMap<>();
            sorted.fresh().forEach(decision -> order(decision, orders));
            Map<Credit, Match> matches = match(sorted.fresh());
            Taking taking = new Taking(orders, matches, new Refusals(Map.of(), Map.of()), Map.of());
            run.list(sorted.listed());
            for (RetailDecision decision : sorted.fresh()) {
                InvoiceEnd end = new InvoiceEnd(decision, taking);
                run.list(end.listed());
                end.effect().ifPresent(effect -> sums = sums.plus(effect));
            }
            rows += day.rows();
            run.progress(rows);
        }

        private void order(RetailDecision decision, Map<String, Outcome<Placed>> orders) {
            List<RetailLine> lines = RetailDrafts.rows(decision).good();
            if (lines.isEmpty()) {
                return;
            }
            long id = nextOrder++;
            orders.put(decision.invoice().number(), Outcome.done(placed(id)));
            for (int i = 0; i < lines.size() && decision.invoice().hasCustomer(); i++) {
                RetailLine line = lines.get(i);
                sales.add(
                        decision.invoice().customerId(),
                        new SoldLine(
                                id,
                                i + 1,
                                line.code(),
                                line.unitPrice(),
                                decision.invoice().at(),
                                line.quantity(),
                                0));
            }
        }

        private static Placed placed(long id) {
            return new Placed(id, "", 1, true, RetailLine.CURRENCY, 0, null, 0, 0, List.of(), List.of(), false);
        }

        private Map<Credit, Match> match(List<RetailDecision> fresh) {
            List<Credit> credits = fresh.stream()
                    .flatMap(decision -> decision.credits().stream())
                    .toList();
            List<Credit> unlooked = credits.stream()
                    .filter(credit -> looked.add(
                            new Pair(credit.customerId(), credit.line().code())))
                    .toList();
            if (!unlooked.isEmpty()) {
                sales.addAll(crediting.sales(unlooked));
            }
            Map<Credit, Match> matches = new HashMap<>();
            credits.forEach(credit -> matches.put(credit, sales.take(credit)));
            return matches;
        }
    }
}
