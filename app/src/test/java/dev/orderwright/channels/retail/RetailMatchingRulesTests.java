package dev.orderwright.channels.retail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.channels.retail.RetailMatching.Credit;
import dev.orderwright.channels.retail.RetailMatching.Match;
import dev.orderwright.channels.retail.RetailMatching.SoldLine;
import dev.orderwright.channels.retail.file.RetailData;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RetailMatchingRulesTests {

    private static final LocalDateTime NOON = RetailData.NOON;

    /**
     * Sold lines are written {@code order:price:minutes before the credit:unshipped+shipped}, taken ones
     * {@code order:cancelled+credited}.
     */
    @ParameterizedTest(name = "{0} at {1} of [{2}] takes [{3}], {4} left {5}")
    @CsvSource(delimiter = '|', textBlock = """
            6 | 2.55 | 1:2.55:60:6+0                             | 1:6+0               | 0 | ''                      | 0
            6 | 2.55 | 1:2.55:60:0+6                             | 1:0+6               | 0 | ''                      | 0
            6 | 2.55 | 1:2.55:60:2+4                             | 1:2+4               | 0 | ''                      | 0
            5 | 2.55 | 1:2.55:60:2+4                             | 1:2+3               | 0 | ''                      | 0
            1 | 2.55 | 1:2.55:60:2+4                             | 1:1+0               | 0 | ''                      | 0
            6 | 2.55 | 1:2.55:60:4+0 2:2.55:30:4+0               | 2:4+0 1:2+0         | 0 | ''                      | 0
            6 | 2.55 | 2:2.55:30:0+4 1:2.55:60:4+0               | 2:0+4 1:2+0         | 0 | ''                      | 0
            3 | 2.55 | 1:2.55:60:4+0 2:2.95:30:4+0               | 1:3+0               | 0 | ''                      | 0
            6 | 2.55 | 1:2.55:60:4+0 2:2.95:30:4+0               | 1:4+0 2:2+0         | 0 | ''                      | -0.80
            6 | 2.55 | 1:2.10:60:4+0 2:2.95:30:1+1 3:2.55:90:0+1 | 3:0+1 2:1+1 1:3+0   | 0 | ''                      | 0.55
            6 | 2.5  | 1:2.50:60:6+0                             | 1:6+0               | 0 | ''                      | 0
            6 | 2.55 | 1:2.55:0:6+0                              | 1:6+0               | 0 | ''                      | 0
            6 | 2.55 | 1:2.55:60:4+0                             | 1:4+0               | 2 | more-than-sold          | 0
            6 | 2.55 | 1:2.55:60:0+0                             | ''                  | 6 | more-than-sold          | 0
            6 | 2.55 | 1:2.55:60:1+0 2:2.55:-5:9+0               | 1:1+0               | 5 | more-than-sold          | 0
            6 | 2.55 | 2:2.55:-5:9+0                             | ''                  | 6 | sale-before-data-begins | 0
            6 | 2.55 | ''                                        | ''                  | 6 | sale-before-data-begins | 0
            """)
    void aCreditTakesBackTheNewestSalesUnshippedUnitsFirstAndItsOwnPriceFirst(
            long units, String price, String sold, String taken, long left, String reason, String difference) {
        Match match = sales(sold, "85123A").take(credit("85123A", units, price, "17850"));
        assertThat(taken(match)).isEqualTo(taken);
        assertThat(match.unmatched()).isEqualTo(left);
        assertThat(match.reason().map(RetailReason::code).orElse("")).isEqualTo(reason);
        RetailData.assertMoney(match.priceDifference(), difference);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            POST | 18.00 | 1:18.00:60:0+1              | 1:0+1 | 0 | ''
            POST | 18.00 | 1:40.00:60:0+1              | ''    | 1 | other-price
            M    | 3.95  | 1:3.95:60:1+0 2:9.99:30:1+0 | 1:1+0 | 0 | ''
            D    | 27.50 | 1:27.50:60:1+0              | ''    | 1 | money-only
            D    | 27.50 | ''                          | ''    | 1 | money-only
            """)
    void aServiceIsTakenBackAtItsOwnPriceOnlyAndADiscountNever(
            String code, String price, String sold, String taken, long left, String reason) {
        Match match = sales(sold, code).take(credit(code, 1, price, "17850"));
        assertThat(taken(match)).isEqualTo(taken);
        assertThat(match.unmatched()).isEqualTo(left);
        assertThat(match.reason().map(RetailReason::code).orElse("")).isEqualTo(reason);
    }

    @Test
    void aCreditWithoutACustomerMatchesNothingNotEvenSalesWithoutOne() {
        CustomerSales sales = new CustomerSales();
        sales.add("", sold(1, "2.55", 60, 6, 0, "85123A"));
        Match match = sales.take(credit("85123A", 6, "2.55", ""));
        assertThat(match.reason()).contains(RetailReason.NO_CUSTOMER);
        assertThat(match.unmatched()).isEqualTo(6);
    }

    @Test
    void aCustomerWithOtherOrdersHasNoMatchingSaleAndOtherCustomersSalesAreLeftAlone() {
        CustomerSales sales = new CustomerSales();
        sales.add("17850", sold(1, "2.55", 60, 6, 0, "22423"));
        sales.add("13047", sold(2, "2.55", 60, 6, 0, "85123A"));
        Match match = sales.take(credit("85123A", 6, "2.55", "17850"));
        assertThat(match.taken()).isEmpty();
        assertThat(match.reason()).contains(RetailReason.NO_MATCHING_SALE);
        sales.ordered("12346", NOON.minusDays(1));
        assertThat(sales.take(credit("85123A", 6, "2.55", "12346")).reason()).contains(RetailReason.NO_MATCHING_SALE);
        assertThat(sales.take(credit("85123A", 6, "2.55", "13047")).reason()).isEmpty();
    }

    @Test
    void noUnitIsTakenBackTwice() {
        CustomerSales sales = sales("1:2.55:60:4+2 2:2.55:30:0+3", "85123A");
        assertThat(taken(sales.take(credit("85123A", 4, "2.55", "17850")))).isEqualTo("2:0+3 1:1+0");
        assertThat(taken(sales.take(credit("85123A", 4, "2.95", "17850")))).isEqualTo("1:3+1");
        Match last = sales.take(credit("85123A", 4, "2.55", "17850"));
        assertThat(taken(last)).isEqualTo("1:0+1");
        assertThat(last.unmatched()).isEqualTo(3);
        assertThat(last.reason()).contains(RetailReason.MORE_THAN_SOLD);
    }

    /** Units are neither lost nor made, the order of the input does not matter, and a reason stands where units are left. */
    @ParameterizedTest
    @MethodSource("seeds")
    void unitsAreConserved(long seed) {
        Random random = new Random(seed);
        List<SoldLine> lines = new ArrayList<>(IntStream.range(0, random.nextInt(8))
                .mapToObj(i -> sold(
                        i,
                        random.nextBoolean() ? "2.55" : "2.95",
                        random.nextInt(-2, 9),
                        random.nextInt(5),
                        random.nextInt(5),
                        "85123A"))
                .toList());
        Credit credit = credit("85123A", random.nextInt(1, 30), "2.55", "17850");
        Match match = RetailMatching.match(credit, lines, true);
        long had = lines.stream()
                .filter(line -> !line.placedAt().isAfter(NOON))
                .mapToLong(line -> line.unshipped() + line.shipped())
                .sum();
        long taken =
                match.taken().stream().mapToLong(RetailMatching.Taken::units).sum();
        assertThat(taken).as("seed %s", seed).isEqualTo(Math.min(credit.units(), had));
        assertThat(taken + match.unmatched()).as("seed %s", seed).isEqualTo(credit.units());
        assertThat(match.reason().isPresent()).as("seed %s", seed).isEqualTo(match.unmatched() > 0);
        assertThat(match.taken()).as("seed %s", seed).allSatisfy(part -> {
            SoldLine rest = part.line().without(part);
            assertThat(Math.min(rest.unshipped(), rest.shipped())).isNotNegative();
            assertThat(part.credited() == 0 || rest.unshipped() == 0).isTrue();
        });
        Collections.shuffle(lines, random);
        assertThat(RetailMatching.match(credit, lines, true))
                .as("seed %s", seed)
                .isEqualTo(match);
    }

    static Stream<Long> seeds() {
        return IntStream.range(0, 500).mapToObj(Long::valueOf);
    }

    @Test
    void everyCreditOfTheRealFileIsMatchedOrHasAReason() {
        Path file = RetailData.realFile();
        CustomerSales sales = new CustomerSales();
        Map<String, long[]> rowsAndUnits = new TreeMap<>();
        long[] order = {0};
        RetailInvoiceData.forEachInvoice(decision -> {
            RetailInvoice invoice = decision.invoice();
            order[0]++;
            for (RowOutcome outcome : decision.outcomes()) {
                RetailLine line = outcome.line();
                switch (outcome) {
                    case RowOutcome.GoodsOrdered ordered ->
                        sales.add(invoice.customerId(), sold(line, invoice, order[0]));
                    case RowOutcome.ServiceCharged charged ->
                        sales.add(invoice.customerId(), sold(line, invoice, order[0]));
                    case RowOutcome.GoodsCredited credited ->
                        count(rowsAndUnits, "goods", sales.take(credit(line, invoice)));
                    case RowOutcome.ServiceCredited credited ->
                        count(rowsAndUnits, "service", sales.take(credit(line, invoice)));
                    case RowOutcome.StockAdjusted adjusted -> {}
                    case RowOutcome.LedgerOnly ledger -> {}
                    case RowOutcome.Unplaceable unplaceable -> {}
                }
            }
        });
        assertThat(rowsAndUnits.entrySet().stream()
                        .map(entry -> "%s: %d rows, %d units taken, %d left"
                                .formatted(
                                        entry.getKey(), entry.getValue()[0], entry.getValue()[1], entry.getValue()[2])))
                .containsExactly(
                        "goods matched: 4422 rows, 126028 units taken, 0 left",
                        "goods more-than-sold: 43 rows, 177 units taken, 367 left",
                        "goods no-customer: 126 rows, 0 units taken, 1633 left",
                        "goods no-matching-sale: 485 rows, 0 units taken, 4599 left",
                        "goods sale-before-data-begins: 376 rows, 0 units taken, 12411 left",
                        "service matched: 37 rows, 48 units taken, 0 left",
                        "service money-only: 54 rows, 0 units taken, 1171 left",
                        "service no-customer: 114 rows, 0 units taken, 114 left",
                        "service no-matching-sale: 119 rows, 0 units taken, 2677 left",
                        "service other-price: 11 rows, 0 units taken, 13 left",
                        "service sale-before-data-begins: 17 rows, 0 units taken, 121 left");
    }

    private static void count(Map<String, long[]> rowsAndUnits, String kind, Match match) {
        String name = kind + " " + match.reason().map(RetailReason::code).orElse("matched");
        long[] sums = rowsAndUnits.computeIfAbsent(name, key -> new long[3]);
        sums[0]++;
        sums[1] += match.credit().units() - match.unmatched();
        sums[2] += match.unmatched();
    }

    private static SoldLine sold(RetailLine line, RetailInvoice invoice, long order) {
        return new SoldLine(
                order, (int) line.lineNumber(), line.code(), line.unitPrice(), invoice.at(), 0, line.quantity());
    }

    private static Credit credit(RetailLine line, RetailInvoice invoice) {
        return new Credit(line, invoice.customerId(), invoice.at());
    }

    private static CustomerSales sales(String sold, String code) {
        CustomerSales sales = new CustomerSales();
        for (String line : sold.isEmpty() ? new String[0] : sold.split(" ")) {
            String[] parts = line.split("[:+]");
            sales.add(
                    "17850",
                    sold(
                            Long.parseLong(parts[0]),
                            parts[1],
                            Integer.parseInt(parts[2]),
                            Long.parseLong(parts[3]),
                            Long.parseLong(parts[4]),
                            code));
        }
        return sales;
    }

    private static SoldLine sold(
            long order, String price, int minutesBefore, long unshipped, long shipped, String code) {
        return new SoldLine(
                order, 1, code, new BigDecimal(price), NOON.minusMinutes(minutesBefore), unshipped, shipped);
    }

    private static Credit credit(String code, long units, String price, String customerId) {
        return new Credit(new RetailLine(9, code, "", -units, new BigDecimal(price)), customerId, NOON);
    }

    private static String taken(Match match) {
        return match.taken().stream()
                .map(part -> part.line().orderId() + ":" + part.cancelled() + "+" + part.credited())
                .collect(Collectors.joining(" "));
    }
}
