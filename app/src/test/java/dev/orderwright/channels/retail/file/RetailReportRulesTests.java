package dev.orderwright.channels.retail.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RetailReportRulesTests {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void theReportOfTheRealFileEqualsTheReferenceInEveryKey() throws IOException {
        Path reference = RetailData.reference();
        RetailReport report = new RetailReport();
        RetailData.forEachRow(RetailData.realFile(), report::add);
        assertSame(report, JSON.readTree(Files.readString(reference)));
    }

    /** The expected figures were computed by another program in another language, from the definitions alone. */
    @Test
    void partsOfTheRealFileAreReportedAsAnotherProgramComputedThem() throws IOException {
        JsonNode parts = JSON.readTree(getClass().getResourceAsStream("parts-of-the-file.json"));
        Map<String, RetailReport> reports = new LinkedHashMap<>();
        parts.propertyNames().forEach(part -> reports.put(part, new RetailReport()));
        RetailData.forEachRow(
                RetailData.realFile(),
                row -> reports.forEach((part, report) -> {
                    LocalDate day = row.at().toLocalDate();
                    if (!day.isBefore(LocalDate.parse(part.substring(0, 10)))
                            && !day.isAfter(LocalDate.parse(part.substring(11)))) {
                        report.add(row);
                    }
                }));
        assertThat(reports).hasSize(4);
        reports.forEach((part, report) -> assertSame(report, parts.get(part)));
    }

    @Test
    void aFileWithoutRowsHasAReportOfNothing() {
        Map<String, Object> figures = new RetailReport().figures();
        assertThat(figures)
                .containsEntry("rows", 0L)
                .containsEntry("net_revenue", "0")
                .doesNotContainKeys("first", "last")
                .containsEntry("top10_sku_by_lines", List.of())
                .containsEntry("peak_orders_per_day", List.of())
                .containsEntry("by_month", Map.of());
    }

    @Test
    void anInvoiceThatSpansTwoMonthsCountsInBothAndIsPlacedAtItsFirstRow() {
        LocalDateTime newYear = LocalDateTime.of(2011, 1, 1, 0, 0);
        Map<String, Object> figures = figures(
                RetailData.at(RetailData.row("536365", "71053", 1, "1.50"), newYear),
                RetailData.at(RetailData.row("536365", "71053", 1, "1.50"), newYear.minusMinutes(1)));
        assertThat(figures)
                .containsEntry(
                        "by_month",
                        Map.of(
                                "2010-12", Map.of("rows", 1L, "invoices", 1L, "net", "1.50"),
                                "2011-01", Map.of("rows", 1L, "invoices", 1L, "net", "1.50")))
                .containsEntry("invoices_normal", 1L)
                .containsEntry("peak_orders_per_minute", List.of(List.of("2010-12-31 23:59", 1L)));
    }

    @Test
    void repeatedRowsAreCountedOnlyWhenEveryColumnIsTheSame() {
        RetailRow row = RetailData.row("536365", "71053", 6, "3.39");
        Map<String, Object> figures = figures(
                row,
                row,
                row,
                RetailData.described(row, "another thing"),
                RetailData.at(row, RetailData.NOON.plusMinutes(1)),
                RetailData.row("536365", "71053", 6, "3.390"),
                RetailData.row("536365", "71053", 6, "3.39", ""),
                RetailData.row("536366", "71053", 6, "3.39"));
        assertThat(figures).containsEntry("rows_exact_duplicate", 2L);
    }

    @Test
    void moneyKeepsEveryDecimalItNeeds() {
        Map<String, Object> figures = figures(
                RetailData.row("536365", "PADS", 3, "0.001"),
                RetailData.row("536365", "71053", 2, "0.10"),
                RetailData.row("C536366", "71053", -1, "0.10"),
                RetailData.row("A563186", "B", 1, "-11062.06", ""));
        assertThat(figures)
                .containsEntry("net_revenue", "-11061.957")
                .containsEntry("gross_positive_revenue", "0.203")
                .containsEntry("cancel_revenue", "-0.10")
                .containsEntry("invoices_adjust_A", List.of("A563186"))
                .containsEntry("rows_negative_price", 1L)
                .containsEntry("top10_sku_by_revenue", List.of(List.of("71053", "0.20"), List.of("PADS", "0.003")));
    }

    @Test
    void ofEquallyBusyMinutesTheOneWithBusierNeighboursIsTheHigherPeak() {
        LocalDateTime noon = RetailData.NOON;
        List<LocalDateTime> orders = List.of(
                noon, noon, noon.plusMinutes(9), noon.plusMinutes(9), noon.plusMinutes(10), noon.plusMinutes(20));
        assertThat(PeakUnit.MINUTE.peaks(orders))
                .containsExactly(
                        List.of("2011-05-04 12:09", 2L),
                        List.of("2011-05-04 12:00", 2L),
                        List.of("2011-05-04 12:10", 1L));
        assertThat(PeakUnit.DAY.peaks(orders)).containsExactly(List.of("2011-05-04", 6L));
    }

    @Test
    void percentilesAreNearestRanks() {
        long[] ten = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        assertThat(Ranking.percentile(ten, 50)).isEqualTo(5);
        assertThat(Ranking.percentile(ten, 51)).isEqualTo(6);
        assertThat(Ranking.percentile(ten, 99)).isEqualTo(10);
        assertThat(Ranking.percentile(new long[] {7}, 1)).isEqualTo(7);
        assertThat(Ranking.percentile(new long[0], 50)).isZero();
    }

    private static Map<String, Object> figures(RetailRow... rows) {
        RetailReport report = new RetailReport();
        for (RetailRow row : rows) {
            report.add(row);
        }
        return report.figures();
    }

    private static void assertSame(RetailReport report, JsonNode expected) {
        JsonNode actual = JSON.readTree(JSON.writeValueAsString(report.figures()));
        expected.propertyNames()
                .forEach(key -> assertThat(actual.get(key)).as(key).isEqualTo(expected.get(key)));
        assertThat(actual.propertyNames()).containsExactlyElementsOf(expected.propertyNames());
    }
}
