package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.orders.Address;
import dev.orderwright.shipping.Carrier.Bought;
import dev.orderwright.shipping.Carrier.UnderWay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnCarrierRulesTests {

    private static final Instant HANDED_OVER = Instant.parse("2026-03-02T16:00:00Z");
    private static final Address LONDON = address("London", "E16 1AA", "GB");
    private static final Address LEEDS = address("Leeds", "LS1 4AB", "GB");
    private static final Address PARIS = address("Paris", "75001", "FR");

    private final OwnCarrier carrier = new OwnCarrier();

    private static Address address(String city, String postcode, String country) {
        return new Address("Ada Buyer", "", "1 Street", "", city, "", postcode, country, "", "");
    }

    private static LabelWish wish(String key, Address to, String method, long grams) {
        return new LabelWish(key, "PK-1", "SO-1", LONDON, to, method, grams, 1, 1);
    }

    private static UnderWay underWay(String key, Address to) {
        return new UnderWay(OwnCarrier.trackingNumber(key), wish(key, to, "STANDARD", 500), HANDED_OVER, null);
    }

    @Test
    void theSameKeyGivesTheSameLabelAndOtherKeysOthers() {
        List<Bought> first = carrier.buy(List.of(wish(Label.key(77, 1), LEEDS, "STANDARD", 500)));
        List<Bought> again = carrier.buy(List.of(wish(Label.key(77, 1), LEEDS, "STANDARD", 500)));
        assertThat(again).isEqualTo(first);
        Set<String> numbers = new HashSet<>();
        for (long id = 1; id < 2_000; id++) {
            numbers.add(OwnCarrier.trackingNumber(Label.key(id * 1_000_003, 1)));
            numbers.add(OwnCarrier.trackingNumber(Label.key(id * 1_000_003, 12)));
        }
        assertThat(numbers).hasSize(2 * 1_999).allMatch(number -> number.matches("[0-9A-Z]{17,20}"));
    }

    @Test
    void furtherHeavierAndFasterCostsMore() {
        long near = price(LEEDS, "STANDARD", 500);
        assertThat(near).isEqualTo(320);
        assertThat(price(LEEDS, "STANDARD", 1_500)).isGreaterThan(near);
        assertThat(price(LEEDS, "EXPRESS", 500)).isGreaterThan(near);
        assertThat(price(PARIS, "STANDARD", 500)).isGreaterThan(near);
    }

    private long price(Address to, String method, long grams) {
        return carrier.buy(List.of(wish("k-1", to, method, grams))).getFirst().priceMinor();
    }

    @Test
    void aParcelIsSeenInOrderAndDeliveredOnADayOnWhichTheCarrierDelivers() {
        int missed = 0;
        for (int i = 0; i < 400; i++) {
            List<TrackingEvent> feed = OwnCarrier.feed(underWay(Label.key(i * 7919L + 13, 1), LEEDS));
            assertThat(feed).extracting(TrackingEvent::at).isSorted();
            assertThat(feed).extracting(TrackingEvent::eventId).doesNotHaveDuplicates();
            assertThat(feed.getLast().code()).isEqualTo(TrackingCode.DELIVERED);
            LocalDate day = feed.getLast().at().atOffset(ZoneOffset.UTC).toLocalDate();
            boolean failed = feed.stream().anyMatch(event -> event.code() == TrackingCode.ATTEMPT_FAILED);
            missed += failed ? 1 : 0;
            assertThat(day).isEqualTo(LocalDate.of(2026, 3, failed ? 5 : 4));
        }
        assertThat(missed).as("one in forty finds nobody at home").isBetween(2, 30);
    }

    @Test
    void whoAsksStepByStepHearsTheSameAsWhoAsksOnce() {
        UnderWay parcel = underWay(Label.key(99, 1), PARIS);
        Instant end = HANDED_OVER.plus(Duration.ofDays(30));
        List<TrackingEvent> once = carrier.events(List.of(parcel), end);
        List<TrackingEvent> steps = new ArrayList<>();
        Instant askedUntil = null;
        Instant now = HANDED_OVER;
        while (now != null) {
            steps.addAll(carrier.events(
                    List.of(new UnderWay(parcel.trackingNumber(), parcel.wish(), HANDED_OVER, askedUntil)), now));
            askedUntil = now;
            now = carrier.askAgain(parcel, now);
        }
        assertThat(steps).isEqualTo(once);
    }
}
