package dev.orderwright.promising;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransitAndTariffRulesTests {

    @ParameterizedTest(name = "{0} {1} to {2} {3} is {4}")
    @CsvSource(
            nullValues = "-",
            value = {
                "GB, EC1A 1BB, GB, M1 1AE, DOMESTIC",
                "GB, -, GB, -, DOMESTIC",
                "gb, ec1a1bb, GB, m1 1ae, DOMESTIC",
                "GB, EC1A 1BB, GB, BT1 1AA, REMOTE",
                "GB, BT1 1AA, GB, BT48 6AA, DOMESTIC",
                "GB, BT1 1AA, GB, EC1A 1BB, REMOTE",
                "GB, EC1A 1BB, GB, KW15 1AA, REMOTE",
                "GB, EC1A 1BB, GB, KW1 5AA, DOMESTIC",
                "GB, EC1A 1BB, GB, PO4 1AA, DOMESTIC",
                "GB, EC1A 1BB, GB, PO30 1AA, REMOTE",
                "GB, EC1A 1BB, GB, PA2 6AA, DOMESTIC",
                "GB, EC1A 1BB, GB, PA20 9AA, REMOTE",
                "GB, EC1A 1BB, GB, HS1 2AA, REMOTE",
                "GB, EC1A 1BB, GB, HX1 2AA, DOMESTIC",
                "GB, EC1A 1BB, JE, JE2 3AB, REMOTE",
                "GB, EC1A 1BB, IM, -, REMOTE",
                "GB, EC1A 1BB, IE, D02 AF30, NEAR",
                "GB, EC1A 1BB, CH, 8001, NEAR",
                "FR, 75001, JE, JE2 3AB, NEAR",
                "GB, EC1A 1BB, AU, 2000, FAR",
                "FR, 75001, FR, 20000, REMOTE",
                "ES, 28001, ES, 35001, REMOTE",
                "US, 10001, US, 99501, REMOTE",
                "US, 10001, CA, H2X 1Y4, NEAR",
                "US, 10001, JP, 100-0001, FAR",
                "JP, 100-0001, JP, 530-0001, DOMESTIC",
                "GB, EC1A 1BB, XX, -, FAR",
                "GB, EC1A 1BB, '', '', FAR",
            })
    void zonesFollowCountryRegionAndFarOutPostcodes(
            String fromCountry, String fromPostcode, String toCountry, String toPostcode, DeliveryZone zone) {
        assertThat(TransitTable.zone(Place.of(fromCountry, fromPostcode), Place.of(toCountry, toPostcode)))
                .isEqualTo(zone);
    }

    @ParameterizedTest(name = "{1} {2}: shipped {0} arrives {3}")
    @CsvSource({
        "2026-03-02, DOMESTIC, STANDARD, 2026-03-04",
        "2026-03-05, DOMESTIC, STANDARD, 2026-03-07",
        "2026-03-06, DOMESTIC, STANDARD, 2026-03-09",
        "2026-03-06, DOMESTIC, EXPRESS, 2026-03-07",
        "2026-03-07, DOMESTIC, EXPRESS, 2026-03-09",
        "2026-03-06, REMOTE, EXPRESS, 2026-03-10",
        "2026-03-06, REMOTE, STANDARD, 2026-03-11",
        "2026-03-02, NEAR, STANDARD, 2026-03-06",
        "2026-03-03, NEAR, STANDARD, 2026-03-09",
        "2026-03-05, NEAR, EXPRESS, 2026-03-09",
        "2026-03-02, FAR, STANDARD, 2026-03-12",
        "2026-03-06, FAR, EXPRESS, 2026-03-12",
        "2026-12-31, FAR, STANDARD, 2027-01-12",
    })
    void arrivesAfterTheCarriersOwnDays(
            LocalDate shipOn, DeliveryZone zone, DeliveryMethod method, LocalDate deliverOn) {
        assertThat(TransitTable.deliverOn(shipOn, zone, method)).isEqualTo(deliverOn);
    }

    @Test
    void countingBackFindsTheLastShippingDayForAWishedDay() {
        for (DeliveryZone zone : DeliveryZone.values()) {
            for (DeliveryMethod method : DeliveryMethod.values()) {
                for (int wished = 20_000; wished < 20_030; wished++) {
                    int last = TransitTable.shipDayFor(wished, zone, method);
                    assertThat(TransitTable.deliverDay(last, zone, method))
                            .as("%s %s", zone, method)
                            .isLessThanOrEqualTo(wished);
                    assertThat(TransitTable.deliverDay(last + 1, zone, method)).isGreaterThan(wished);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0} {1} {2} g costs {3} up to {4} g")
    @CsvSource({
        "DOMESTIC, STANDARD, 0, 320, 1000",
        "DOMESTIC, STANDARD, 1, 320, 1000",
        "DOMESTIC, STANDARD, 1000, 320, 1000",
        "DOMESTIC, STANDARD, 1001, 390, 2000",
        "DOMESTIC, STANDARD, 30000, 1590, 30000",
        "DOMESTIC, STANDARD, 30001, 1910, 31000",
        "DOMESTIC, STANDARD, 60000, 3180, 60000",
        "REMOTE, EXPRESS, 4999, 1490, 5000",
        "NEAR, STANDARD, 10001, 2990, 20000",
        "FAR, EXPRESS, 2500, 5290, 5000",
    })
    void priceGoesByZoneMethodAndWeightStep(
            DeliveryZone zone, DeliveryMethod method, long grams, long price, long upTo) {
        CarrierTariff rate = Tariffs.rate(zone, method, grams);
        assertThat(rate)
                .isEqualTo(new CarrierTariff(zone, method, grams, upTo, price, "GBP", TransitTable.days(zone, method)));
    }

    @Test
    void moreWeightFurtherAwayAndFasterNeverCostLess() {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            long grams = random.nextInt(100_000);
            long more = grams + random.nextInt(5_000);
            for (DeliveryZone zone : DeliveryZone.values()) {
                for (DeliveryMethod method : DeliveryMethod.values()) {
                    long price = Tariffs.priceMinor(zone, method, grams);
                    assertThat(Tariffs.priceMinor(zone, method, more)).isGreaterThanOrEqualTo(price);
                    if (zone.ordinal() > 0) {
                        DeliveryZone nearer = DeliveryZone.values()[zone.ordinal() - 1];
                        assertThat(price).isGreaterThan(Tariffs.priceMinor(nearer, method, grams));
                    }
                }
                assertThat(Tariffs.priceMinor(zone, DeliveryMethod.EXPRESS, grams))
                        .isGreaterThan(Tariffs.priceMinor(zone, DeliveryMethod.STANDARD, grams));
                assertThat(TransitTable.days(zone, DeliveryMethod.EXPRESS))
                        .isLessThan(TransitTable.days(zone, DeliveryMethod.STANDARD));
            }
        }
    }

    @Test
    void whatIsNoKnownMethodTravelsStandard() {
        assertThat(DeliveryMethod.of("express ")).isEqualTo(DeliveryMethod.EXPRESS);
        assertThat(DeliveryMethod.of("Drone")).isEqualTo(DeliveryMethod.STANDARD);
    }
}
