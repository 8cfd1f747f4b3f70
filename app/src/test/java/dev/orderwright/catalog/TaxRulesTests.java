package dev.orderwright.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.RealData;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TaxRulesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    private final TaxTable table = TaxTable.builtIn();
    private final TaxRules rules = new TaxRules(table);

    private Optional<TaxRate> ask(
            String seller, String buyer, @Nullable String postcode, @Nullable String taxId, LocalDate on) {
        return rules.rate(new TaxQuestion(seller, buyer, postcode, taxId, TaxCategory.STANDARD, on));
    }

    private Optional<String> code(String seller, String buyer, @Nullable String postcode, LocalDate on) {
        return ask(seller, buyer, postcode, null, on).map(TaxRate::code);
    }

    @ParameterizedTest
    @CsvSource({
        "GB, 2008-11-30, 17.5", "GB, 2008-12-01, 15", "GB, 2009-12-31, 15", "GB, 2010-01-01, 17.5",
        "GB, 2011-01-03, 17.5", "GB, 2011-01-04, 20", "GB, 2026-03-02, 20", "DE, 2020-06-30, 19",
        "DE, 2020-07-01, 16", "DE, 2020-12-31, 16", "DE, 2021-01-01, 19", "FI, 2024-08-31, 24",
        "FI, 2024-09-01, 25.5", "SK, 2024-12-31, 20", "SK, 2025-01-01, 23", "EE, 2025-06-30, 22",
        "EE, 2025-07-01, 24", "RO, 2025-07-31, 19", "RO, 2025-08-01, 21", "IE, 2020-09-01, 21",
        "CH, 2023-12-31, 7.7", "CH, 2024-01-01, 8.1", "NO, 2011-05-05, 25"
    })
    void atHomeTheRateOfTheDayCounts(String country, LocalDate on, BigDecimal percent) {
        assertThat(ask(country, country, null, null, on)).hasValueSatisfying(rate -> {
            assertThat(rate.percent()).isEqualByComparingTo(percent);
            assertThat(rate.code()).isEqualTo(country + "-" + percent.toPlainString());
        });
    }

    @Test
    void consumersInTheUnionPayTheSellersRateUntilJune2021AndTheirOwnSince() {
        assertThat(code("GB", "DE", null, LocalDate.of(2011, 5, 10))).contains("GB-20");
        assertThat(code("DE", "FR", null, LocalDate.of(2021, 6, 30))).contains("DE-19");
        assertThat(code("DE", "FR", null, LocalDate.of(2021, 7, 1))).contains("FR-20");
    }

    @Test
    void businessesInTheUnionAccountForTheTaxThemselves() {
        assertThat(ask("DE", "FR", null, "FR 12 345678901", TODAY).map(TaxRate::code))
                .contains("REVERSE_CHARGE");
        assertThat(ask("DE", "GR", null, "EL123456789", TODAY).map(TaxRate::code))
                .contains("REVERSE_CHARGE");
        assertThat(ask("DE", "FR", null, "none", TODAY).map(TaxRate::code)).contains("FR-20");
        assertThat(ask("DE", "DE", null, "DE123456789", TODAY).map(TaxRate::code))
                .contains("DE-19");
    }

    @ParameterizedTest
    @CsvSource({
        "GB, US, 2011-01-10", "GB, JE, 2011-01-10", "GB, CH, 2011-01-10", "GB, NO, 2011-01-10",
        "GB, HR, 2013-06-30", "GB, DE, 2021-01-01", "DE, GB, 2021-01-01", "CH, DE, 2024-05-05"
    })
    void exportsAreNotTaxed(String seller, String buyer, LocalDate on) {
        assertThat(ask(seller, buyer, null, null, on)).hasValueSatisfying(rate -> {
            assertThat(rate.code()).isEqualTo("EXPORT");
            assertThat(rate.percent()).isZero();
        });
    }

    @Test
    void whoJoinsOrLeavesTheUnionDoesSoOnADay() {
        assertThat(code("GB", "HR", null, LocalDate.of(2013, 7, 1))).contains("GB-20");
        assertThat(code("GB", "DE", null, LocalDate.of(2020, 12, 31))).contains("GB-20");
    }

    @ParameterizedTest
    @CsvSource({
        "ES, ES, 35001, EXPORT",
        "ES, ES, 38 400, EXPORT",
        "ES, ES, 51001, EXPORT",
        "ES, ES, 52006, EXPORT",
        "ES, ES, 28001, ES-21",
        "IT, IT, 23041, EXPORT",
        "IT, IT, 22061, EXPORT",
        "IT, IT, 20121, IT-22",
        "GR, GR, 63086, EXPORT",
        "FR, FR, 97100, EXPORT",
        "FR, FR, 97490, EXPORT",
        "FR, FR, 75001, FR-20",
        "FR, MC, 98000, MC-20",
        "DE, DE, 78266, EXPORT",
        "DE, DE, D-27498, EXPORT",
        "DE, DE, 10115, DE-19",
        "PT, PT, 9000-018, PT-30-22",
        "PT, PT, 9500-321, PT-20-16",
        "PT, PT, 1000-001, PT-23",
        "AT, AT, 6691, AT-JM-19",
        "AT, AT, 6992, AT-JM-19",
        "AT, AT, 1010, AT-20",
        "FI, FI, 22100, EXPORT",
        "DE, PT, 9000-018, PT-30-22",
        "DE, ES, 35001, EXPORT",
        "GB, IM, IM1 1AA, IM-20",
        "GB, GB, bt1 1aa, GB-NIR-20",
        "DE, GB, BT1 1AA, GB-NIR-20",
        "DE, GB, SW1A 1AA, EXPORT",
        "CH, LI, 9490, LI-8.1"
    })
    void somePlacesHaveATaxOfTheirOwn(String seller, String buyer, String postcode, String code) {
        assertThat(code(seller, buyer, postcode, TODAY)).contains(code);
    }

    @Test
    void unknownCountriesAndDaysBeforeTheTablesHaveNoAnswer() {
        assertThat(ask("GB", "XX", null, null, TODAY)).isEmpty();
        assertThat(ask("", "GB", null, null, TODAY)).isEmpty();
        assertThat(ask("US", "US", null, null, TODAY)).isEmpty();
        assertThat(ask("GB", "GB", null, null, LocalDate.of(1980, 1, 1))).isEmpty();
        assertThat(rules.rate(new TaxQuestion("GB", "GB", null, null, "LUXURY", TODAY)))
                .isEmpty();
    }

    @Test
    void exemptAndZeroRatedSalesAreToldApart() {
        assertThat(rules.rate(new TaxQuestion("GB", "GB", null, null, TaxCategory.ZERO, TODAY)))
                .hasValueSatisfying(rate -> assertThat(rate.code()).isEqualTo("ZERO"));
        assertThat(rules.rate(new TaxQuestion("GB", "GB", null, null, TaxCategory.EXEMPT, TODAY)))
                .hasValueSatisfying(rate -> assertThat(rate.code()).isEqualTo("EXEMPT"));
    }

    @Test
    void everyStandardRateInForceIsThatOfThePublishedTables() throws IOException {
        JsonNode reference = json("tax/reference.json");
        JsonNode latest = reference.get("standard_rates_latest");
        assertThat(latest.size()).isEqualTo(28);
        latest.forEachEntry((country, percent) -> assertRate(country, TODAY, percent));
        reference
                .get("countries_with_postcode_exceptions")
                .forEach(country -> assertThat(placesOfTheirOwn(country.asString()))
                        .as("places in %s with rules of their own", country)
                        .isPositive());
    }

    @Test
    void everyDatedRateIsThatOfThePublishedTables() throws IOException {
        AtomicInteger compared = new AtomicInteger();
        json("tax/eu_vat_rates.json")
                .get("items")
                .forEachEntry((country, periods) -> periods.forEach(period -> {
                    String from = period.get("effective_from").asString();
                    if (!from.startsWith("0000")) {
                        assertRate(
                                country,
                                LocalDate.parse(from),
                                period.get("rates").get("standard"));
                        compared.incrementAndGet();
                    }
                }));
        assertThat(compared).hasValueGreaterThan(20);
    }

    private void assertRate(String country, LocalDate on, JsonNode percent) {
        assertThat(table.rate(table.territory(country, null), on))
                .as("rate of %s on %s", country, on)
                .hasValueSatisfying(rate -> assertThat(rate).isEqualByComparingTo(percent.decimalValue()));
    }

    private long placesOfTheirOwn(String country) {
        return Stream.of("35001", "22061", "23041", "63086", "97100", "78266", "27498", "9000-018", "6691")
                .filter(postcode -> !table.territory(country, postcode).code().equals(country))
                .count();
    }

    private static JsonNode json(String file) throws IOException {
        return JsonMapper.builder().build().readTree(Files.readString(RealData.require(file)));
    }
}
