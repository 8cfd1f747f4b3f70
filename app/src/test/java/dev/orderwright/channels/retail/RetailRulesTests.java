package dev.orderwright.channels.retail;

import static dev.orderwright.channels.retail.RetailInvoiceData.invoice;
import static dev.orderwright.channels.retail.file.RetailData.described;
import static dev.orderwright.channels.retail.file.RetailData.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.channels.retail.RowOutcome.GoodsOrdered;
import dev.orderwright.channels.retail.RowOutcome.StockAdjusted;
import dev.orderwright.channels.retail.file.RetailData;
import dev.orderwright.channels.retail.file.RetailReport;
import dev.orderwright.channels.retail.file.RetailRow;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetailRulesTests {

    /** A row alone on its invoice. */
    @ParameterizedTest(name = "{0} {1} x {2} at {3} for {4}: {5} {6}")
    @CsvSource(textBlock = """
            536365,  85123a,       6,  2.55,     17850, goods_ordered,    ''
            536365,  15056BL,      6,  5.95,     '',    goods_ordered,    ''
            536365,  DCGSSBOY,     1,  3.29,     '',    goods_ordered,    ''
            536365,  22423,       10,  0.0,      14911, goods_ordered,    ''
            536365,  POST,         1,  18.00,    12583, service_charged,  ''
            536365,  DOT,          1,  569.77,   '',    service_charged,  ''
            536365,  C2,           1,  50.00,    14911, service_charged,  ''
            536365,  m,            1,  2.55,     '',    service_charged,  ''
            536365,  M,            1,  0.0,      15581, service_charged,  ''
            536365,  S,            1,  30.00,    '',    service_charged,  ''
            536365,  PADS,         1,  0.001,    13952, service_charged,  ''
            536365,  gift_0001_20, 1,  16.67,    '',    service_charged,  ''
            536365,  22016,        1,  83.33,    '',    service_charged,  ''
            536365,  23444,        1,  15.00,    13695, service_charged,  ''
            536365,  23574,        1,  7.50,     13695, service_charged,  ''
            536365,  BANK CHARGES, 1,  15.00,    12647, service_charged,  ''
            536365,  BANK CHARGES, 1,  15.00,    '',    ledger_only,      third-party-fee
            536365,  AMAZONFEE,    1,  13541.33, '',    ledger_only,      third-party-fee
            C536365, AMAZONFEE,   -1,  13541.33, '',    ledger_only,      third-party-fee
            C536365, CRUK,        -1,  1.60,     14096, ledger_only,      third-party-fee
            A563185, B,            1,  11062.06, '',    ledger_only,      bad-debt
            A563186, B,            1, -11062.06, '',    ledger_only,      bad-debt
            A563187, 85123A,       1,  1.00,     17850, ledger_only,      bad-debt
            536365,  B,            1,  5.00,     17850, ledger_only,      bad-debt
            536365,  85123A,       1, -5.00,     17850, ledger_only,      negative-price
            C536365, 85123A,      -1, -5.00,     17850, ledger_only,      negative-price
            C536365, 85123A,      -6,  2.55,     17850, goods_credited,   ''
            C536365, 85123A,      -6,  2.55,     '',    goods_credited,   ''
            C536365, 85123A,      -6,  0.0,      17850, goods_credited,   ''
            C536365, D,           -1,  27.50,    14527, service_credited, ''
            C536365, M,           -1,  1.00,     17850, service_credited, ''
            C536365, POST,        -1,  18.00,    12583, service_credited, ''
            C536365, S,           -1,  33.05,    '',    service_credited, ''
            536365,  85123A,     -10,  0.0,      '',    stock_adjusted,   ''
            536365,  85123A,     -10,  0.0,      17850, stock_adjusted,   ''
            536365,  85123A,     200,  0.0,      '',    stock_adjusted,   ''
            536365,  POST,      1000,  0.0,      '',    unplaceable,      note-on-service
            536365,  gift_0001_20,10,  0.0,      '',    unplaceable,      note-on-service
            536365,  85123A,     -10,  2.55,     17850, unplaceable,      return-without-credit
            536365,  POST,        -1,  18.00,    17850, unplaceable,      return-without-credit
            C536365, 85123A,       6,  2.55,     17850, unplaceable,      credit-that-sells
            C536365, POST,         6,  2.55,     17850, unplaceable,      credit-that-sells
            536365,  85123A,       0,  2.55,     17850, unplaceable,      zero-quantity
            536365,  TEST001,      5,  4.50,     17850, unplaceable,      unknown-code
            C536365, DCGS,        -5,  4.50,     17850, unplaceable,      unknown-code
            536365,  8512,         5,  4.50,     17850, unplaceable,      unknown-code
            """)
    void aRowBecomesWhatItIs(
            String invoiceNo,
            String code,
            long quantity,
            String price,
            String customer,
            String outcome,
            String reason) {
        RowOutcome actual = only(invoice(row(invoiceNo, code, quantity, price, customer)));
        assertThat(RetailOutcomes.name(actual)).isEqualTo(outcome);
        assertThat(actual.reason().map(RetailReason::code).orElse("")).isEqualTo(reason);
        assertThat(actual.line().quantity()).isEqualTo(quantity);
        assertThat(actual.line().unitPrice()).isEqualByComparingTo(price);
    }

    @Test
    void freeRowsBesidePaidOnesAreFreeLinesOfTheOrderEvenWithoutACustomer() {
        RetailDecision decision = RetailRules.decide(
                invoice(row("537534", "22841", 1, "7.62", ""), row("537534", "22580", 4, "0.0", "")));
        assertThat(decision.isOrder()).isTrue();
        assertThat(decision.all(GoodsOrdered.class)).hasSize(2);
    }

    @Test
    void severalDescribedFreeRowsAreAParcelGivenAwayAndTheRestAreStockNotes() {
        RetailDecision parcel =
                RetailRules.decide(invoice(row("552230", "20735", 1, "0.0", ""), row("552230", "DOT", 1, "0.0", "")));
        assertThat(names(parcel)).containsExactly("goods_ordered", "service_charged");
        RetailDecision notes = RetailRules.decide(
                invoice(described(row("552231", "20735", 1, "0.0", ""), " "), row("552231", "20736", -1, "0.0", "")));
        assertThat(names(notes)).containsExactly("stock_adjusted", "stock_adjusted");
        assertThat(notes.isOrder()).isFalse();
    }

    @Test
    void aStockNoteKeepsItsRemarkAsReason() {
        RowOutcome outcome = only(invoice(described(row("536365", "85123a ", -4, "0.0", ""), " thrown  away\t")));
        assertThat(outcome)
                .isEqualTo(new StockAdjusted(new RetailLine(2, "85123A", "thrown away", -4, new BigDecimal("0.0"))));
    }

    @Test
    void exactlyRepeatedRowsStaySeparateLinesAndOddOnesLeaveTheOthersAlone() {
        RetailRow row = row("536365", "85123A", 6, "2.55");
        RetailDecision decision =
                RetailRules.decide(invoice(row, row, row("536365", "X", 1, "1.00"), row("536365", "POST", 1, "18.00")));
        assertThat(names(decision)).containsExactly("goods_ordered", "goods_ordered", "unplaceable", "service_charged");
        assertThat(decision.isOrder()).isTrue();
    }

    @Test
    void aRowThatNamesAnotherCustomerThanItsInvoiceIsAnException() {
        RetailDecision decision = RetailRules.decide(invoice(
                row("536365", "85123A", 6, "2.55", ""),
                row("536365", "85123A", 6, "2.55", "17850"),
                row("536365", "85123A", 6, "2.55", "13047")));
        assertThat(decision.invoice().customerId()).isEqualTo("17850");
        assertThat(decision.outcomes().get(2).reason()).contains(RetailReason.OTHER_CUSTOMER);
        assertThat(decision.all(GoodsOrdered.class)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "0.001, 1, 0.00, 0.001",
        "0.005, 1, 0.01, -0.005",
        "0.004, 3, 0.01, 0.002",
        "0.085, 100, 8.50, 0",
        "2.675, 1, 2.68, -0.005",
        "0.005, -1, -0.01, 0.005",
        "9999999, 999999999, 9999998990000001, 0"
    })
    void aLineIsBookedHalfUpToTheCentAndTheDifferenceIsKept(
            String price, long quantity, String booked, String difference) {
        RetailOutcomes outcomes = new RetailOutcomes();
        outcomes.add(RetailRules.decide(invoice(row(quantity < 0 ? "C1" : "1", "85123A", quantity, price))));
        RetailData.assertMoney(outcomes.all().booked(), booked);
        RetailData.assertMoney(outcomes.all().roundingDifference(), difference);
    }

    @Test
    void anInvoiceIsGatheredFromRowsThatAreNotNextToEachOther() {
        List<RetailInvoice> invoices = new ArrayList<>();
        RetailInvoices gathering = new RetailInvoices(invoices::add);
        gathering.add(RetailData.at(row("542806", "85123A", 1, "1.00", ""), RetailData.NOON));
        gathering.add(row("542807", "85123A", 1, "1.00"));
        gathering.add(RetailData.at(row("542806", "22423", 1, "1.00", "15514"), RetailData.NOON.plusMinutes(1)));
        gathering.add(RetailData.at(row("542808", "85123A", 1, "1.00"), RetailData.NOON.plusHours(2)));
        assertThat(invoices).extracting(RetailInvoice::number).containsExactly("542806", "542807");
        assertThat(invoices.getFirst().rows()).hasSize(2);
        assertThat(invoices.getFirst().at()).isEqualTo(RetailData.NOON);
        assertThat(invoices.getFirst().customerId()).isEqualTo("15514");
        gathering.add(RetailData.at(row("542806", "85123A", 1, "1.00"), RetailData.NOON.plusHours(2)));
        gathering.close();
        assertThat(invoices).extracting(RetailInvoice::repeated).containsExactly(false, false, false, true);
        assertThat(only(invoices.getLast()).reason()).contains(RetailReason.INVOICE_REPEATED);
    }

    @Test
    void aFilePutTogetherOfSeveralIsGatheredPieceByPiece() {
        List<RetailInvoice> invoices = new ArrayList<>();
        RetailInvoices gathering = new RetailInvoices(invoices::add);
        for (int day = 9; day > 0; day--) {
            gathering.add(RetailData.at(row("1" + day, "85123A", 1, "1.00"), RetailData.NOON.plusDays(day)));
            gathering.add(RetailData.at(row("1" + day, "22423", 1, "1.00"), RetailData.NOON.plusDays(day)));
            assertThat(invoices).hasSize(9 - day);
        }
        gathering.close();
        assertThat(invoices)
                .hasSize(9)
                .noneMatch(RetailInvoice::repeated)
                .allMatch(invoice -> invoice.rows().size() == 2);
    }

    @Test
    void everyRowOfTheRealFileHasOneOutcomeAndTheMoneyAddsUpExactly() {
        Path file = RetailData.realFile();
        RetailReport report = new RetailReport();
        RetailData.forEachRow(file, report::add);
        RetailOutcomes outcomes = new RetailOutcomes();
        List<Long> lineNumbers = new ArrayList<>();
        RetailInvoiceData.forEachInvoice(decision -> {
            outcomes.add(decision);
            decision.outcomes()
                    .forEach(outcome -> lineNumbers.add(outcome.line().lineNumber()));
        });
        Map<String, Object> figures = report.figures();
        assertThat(lineNumbers).doesNotHaveDuplicates();
        assertThat(outcomes.all().rows()).isEqualTo(figures.get("rows")).isEqualTo(lineNumbers.size());
        assertThat(outcomes.all().exact().toPlainString()).isEqualTo(figures.get("net_revenue"));
        RetailData.assertMoney(outcomes.all().booked(), "5761931.38");
        RetailData.assertMoney(outcomes.all().roundingDifference(), "0.002");
        Map<String, String> byOutcome = new TreeMap<>();
        for (String name : List.of(
                "goods_ordered",
                "service_charged",
                "stock_adjusted",
                "goods_credited",
                "service_credited",
                "ledger_only",
                "unplaceable")) {
            byOutcome.put(
                    name, outcomes.of(name).rows() + " " + outcomes.of(name).exact());
        }
        assertThat(byOutcome)
                .isEqualTo(Map.of(
                        "goods_ordered", "311871 6060485.75",
                        "service_charged", "1580 219517.162",
                        "stock_adjusted", "1394 0.0",
                        "goods_credited", "5452 -218527.54",
                        "service_credited", "352 -131681.45",
                        "ledger_only", "48 -167862.54",
                        "unplaceable", "8 0.0"));
    }

    @Test
    void anArticleIsCalledWhatItIsCalledMostOftenWhereItIsTraded() {
        RetailArticles articles = new RetailArticles();
        articles.add(RetailRules.decide(invoice(
                described(row("1", "85123a", 1, "2.95"), "CREAM HOLDER"),
                described(row("1", "85123A", 1, "2.55"), " WHITE HOLDER "),
                described(row("1", "85123A", 1, "2.550"), "WHITE HOLDER"),
                row("1", "POST", 1, "18.00"))));
        for (int i = 2; i < 6; i++) {
            articles.add(RetailRules.decide(invoice(described(row("" + i, "85123A", -1, "0.0", ""), "wet"))));
        }
        articles.add(RetailRules.decide(invoice(described(row("6", "21134", 5, "0.0", ""), "found"))));
        assertThat(articles.articles().map(Object::toString))
                .containsExactly(
                        new RetailArticles.Article("21134", "21134", BigDecimal.ZERO).toString(),
                        new RetailArticles.Article("85123A", "WHITE HOLDER", new BigDecimal("2.55")).toString());
    }

    @Test
    void everyArticleOfTheRealFileHasOneEntryInUpperCase() {
        RetailArticles articles = new RetailArticles();
        RetailInvoiceData.forEachInvoice(articles::add);
        Map<String, String> bySku = articles.articles()
                .collect(Collectors.toMap(
                        RetailArticles.Article::sku, article -> article.description() + " " + article.usualPrice()));
        assertThat(bySku)
                .hasSize(3661)
                .containsEntry("85123A", "WHITE HANGING HEART T-LIGHT HOLDER 2.95")
                .containsEntry("22423", "REGENCY CAKESTAND 3 TIER 12.75")
                .doesNotContainKeys("85123a", "POST", "23444", "GIFT_0001_20");
    }

    private static RowOutcome only(RetailInvoice invoice) {
        List<RowOutcome> outcomes = RetailRules.decide(invoice).outcomes();
        assertThat(outcomes).hasSize(1);
        return outcomes.getFirst();
    }

    private static List<String> names(RetailDecision decision) {
        return decision.outcomes().stream().map(RetailOutcomes::name).toList();
    }
}
