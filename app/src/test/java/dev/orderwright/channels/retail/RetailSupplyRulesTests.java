package dev.orderwright.channels.retail;

import static dev.orderwright.channels.retail.file.RetailData.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.channels.retail.RetailMatching.Credit;
import dev.orderwright.channels.retail.RetailMatching.Match;
import dev.orderwright.channels.retail.RetailMatching.SoldLine;
import dev.orderwright.channels.retail.file.RetailData;
import dev.orderwright.channels.retail.file.RetailRow;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RetailSupplyRulesTests {

    private static final LocalDateTime MAY = LocalDateTime.of(2011, 5, 17, 9, 30);
    private static final LocalDateTime JULY = LocalDateTime.of(2011, 7, 2, 9, 30);

    @Test
    void whatAMonthSellsAndWritesOffComesInOnItsFirstDayAndTheFirstMonthWithTheFirstRow() {
        RetailSupply supply = supply(
                RetailData.at(row("1", "85123a", 6, "2.55"), MAY),
                RetailData.at(row("2", "85123A", 4, "2.55"), MAY.plusDays(9)),
                RetailData.at(row("3", "85123A", -3, "0.0", ""), JULY),
                RetailData.at(row("4", "85123A", 5, "2.55"), JULY),
                RetailData.at(row("5", "22423", 1, "12.75"), JULY),
                RetailData.at(row("6", "POST", 1, "18.00"), MAY),
                RetailData.at(row("7", "22423", 900, "0.0", ""), MAY),
                RetailData.at(row("C8", "85123A", -2, "2.55"), JULY));
        assertThat(supply.plan(0).receipts())
                .containsExactly(
                        new SupplyReceipt(LocalDateTime.of(2011, 5, 17, 0, 0), "85123A", 0, 7),
                        new SupplyReceipt(LocalDateTime.of(2011, 5, 17, 0, 0), "85123A", 1, 3),
                        new SupplyReceipt(LocalDateTime.of(2011, 7, 1, 0, 0), "22423", 0, 1),
                        new SupplyReceipt(LocalDateTime.of(2011, 7, 1, 0, 0), "85123A", 0, 6),
                        new SupplyReceipt(LocalDateTime.of(2011, 7, 1, 0, 0), "85123A", 1, 2));
    }

    @Test
    void articlesWithCreditsOrStockNotesAreNeverLeftShort() {
        RetailSupply supply = supply(
                row("1", "10001", 1000, "1.00"),
                row("C2", "10001", -1, "1.00"),
                row("3", "10002", 1000, "1.00"),
                row("4", "10002", -1, "0.0", ""),
                row("5", "10003", 1000, "1.00"),
                row("6", "10003", 1, "0.0", ""),
                row("7", "10004", 10, "1.00"));
        assertThat(supply.plan(1).backorders()).containsOnly(Map.entry("10004", 3L));
        assertThat(supply.plan(1000).backorders()).containsOnly(Map.entry("10004", 10L));
        assertThat(supply.plan(1000).receipts())
                .noneMatch(receipt -> receipt.sku().equals("10004"));
    }

    @Test
    void theShortageIsSpreadOverArticlesAndTakesTheUnitsThatAreOrderedLast() {
        RetailSupply supply = new RetailSupply();
        for (int sku = 10000; sku < 10100; sku++) {
            add(supply, RetailData.at(row("1", "" + sku, 50, "1.00"), MAY));
            add(supply, RetailData.at(row("2", "" + sku, 50, "1.00"), JULY));
        }
        SupplyPlan plan = supply.plan(10);
        assertThat(plan.backorders()).hasSize(5).containsValues(20L);
        assertThat(plan.backorderedUnits()).isEqualTo(100);
        assertThat(plan.receipts().filter(receipt -> receipt.at().isBefore(JULY.minusDays(5))))
                .hasSize(110)
                .extracting(SupplyReceipt::quantity)
                .containsOnly(50L, 35L, 15L);
        assertThat(supply.plan(500).backorderedUnits()).isEqualTo(5000);
    }

    @Test
    void nothingSoldNeedsNothing() {
        assertThat(new RetailSupply().plan(10).receipts()).isEmpty();
        assertThat(supply(row("1", "POST", 1, "18.00")).plan(10).backorderedUnits())
                .isZero();
    }

    /** Works the whole file off: receipts, orders, stock notes and credits in the order of time, by units alone. */
    @Test
    void theRealFileEndsWithExactlyTheChosenBackordersAndTheStockThatCameBack() {
        List<RetailDecision> decisions = new ArrayList<>();
        RetailInvoiceData.forEachInvoice(decisions::add);
        RetailSupply supply = new RetailSupply();
        decisions.forEach(supply::add);
        for (int perMille : new int[] {0, 10, 50}) {
            SupplyPlan plan = supply.plan(perMille);
            Shelf shelf = new Shelf(plan);
            decisions.forEach(shelf::work);
            assertThat(shelf.ordered).isEqualTo(3_325_059L);
            assertThat(plan.backorderedUnits()).isEqualTo(shelf.ordered * perMille / 1000);
            assertThat(shelf.waiting).isEqualTo(plan.backorders());
            assertThat(shelf.stock).isEqualTo(shelf.cameBack);
            assertThat(supply.plan(perMille).receipts())
                    .containsExactlyElementsOf(plan.receipts().toList());
        }
    }

    /** One shelf for both nodes: what the plan promises is about their sum. */
    private static final class Shelf {
        private final Iterator<SupplyReceipt> receipts;
        private final CustomerSales sales = new CustomerSales();
        private final Map<String, Long> stock = new TreeMap<>();
        private final Map<String, Long> waiting = new TreeMap<>();
        private final Map<String, Long> cameBack = new TreeMap<>();
        private long ordered;
        private SupplyReceipt next;
        private long lineId;

        private Shelf(SupplyPlan plan) {
            this.receipts = plan.receipts().iterator();
            this.next = receipts.next();
        }

        private void work(RetailDecision decision) {
            LocalDateTime at = decision.invoice().at();
            String customer = decision.invoice().customerId();
            while (!next.at().isAfter(at)) {
                add(stock, next.sku(), next.quantity());
                next = receipts.hasNext() ? receipts.next() : new SupplyReceipt(LocalDateTime.MAX, next.sku(), 0, 0);
            }
            for (RowOutcome outcome : decision.outcomes()) {
                String sku = outcome.line().code();
                long quantity = outcome.line().quantity();
                switch (outcome) {
                    case RowOutcome.GoodsOrdered(RetailLine line) -> {
                        long taken = Math.min(quantity, stock.getOrDefault(sku, 0L));
                        add(stock, sku, -taken);
                        add(waiting, sku, quantity - taken);
                        ordered += quantity;
                        sales.add(customer, new SoldLine(++lineId, 1, sku, line.unitPrice(), at, 0, quantity));
                    }
                    case RowOutcome.StockAdjusted adjusted -> {
                        add(stock, sku, quantity);
                        assertThat(stock.getOrDefault(sku, 0L))
                                .as("%s after %s", sku, adjusted)
                                .isNotNegative();
                        add(cameBack, sku, Math.max(0, quantity));
                    }
                    case RowOutcome.GoodsCredited(RetailLine line) -> {
                        Match match = sales.take(new Credit(line, customer, at));
                        add(stock, sku, -quantity - match.unmatched());
                        add(cameBack, sku, -quantity - match.unmatched());
                    }
                    case RowOutcome.ServiceCharged charged -> {}
                    case RowOutcome.ServiceCredited credited -> {}
                    case RowOutcome.LedgerOnly ledger -> {}
                    case RowOutcome.Unplaceable unplaceable -> {}
                }
            }
        }

        private static void add(Map<String, Long> units, String sku, long quantity) {
            units.merge(sku, quantity, (a, b) -> a + b == 0 ? null : a + b);
            units.remove(sku, 0L);
        }
    }

    private static RetailSupply supply(RetailRow... rows) {
        RetailSupply supply = new RetailSupply();
        for (RetailRow row : rows) {
            add(supply, row);
        }
        return supply;
    }

    private static void add(RetailSupply supply, RetailRow row) {
        supply.add(RetailRules.decide(RetailInvoiceData.invoice(row)));
    }
}
