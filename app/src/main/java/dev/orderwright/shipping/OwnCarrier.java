package dev.orderwright.shipping;

import dev.orderwright.orders.Address;
import dev.orderwright.promising.CarrierTariff;
import dev.orderwright.promising.DeliveryMethod;
import dev.orderwright.promising.DeliveryZone;
import dev.orderwright.promising.Place;
import dev.orderwright.promising.Tariffs;
import dev.orderwright.promising.TransitTable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The built-in carrier: tariffs by zone, method and weight, and a feed of scans that follows from the time of the
 * hand-over alone, so that a demonstration or a simulation needs nobody else and can be repeated.
 */
@Component
class OwnCarrier implements Carrier {

    static final String CODE = "OWN";

    private static final Duration TO_COLLECT = Duration.ofMinutes(40);
    private static final Duration TO_DEPOT = Duration.ofHours(5);
    private static final LocalTime VAN_LEAVES = LocalTime.of(7, 30);
    private static final LocalTime FIRST_STOP = LocalTime.of(9, 0);
    private static final int STOPS_MINUTES = 8 * 60;
    /** Nobody is at home for one parcel of this many. */
    private static final int NOBODY_HOME_ONE_IN = 40;

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String name() {
        return "Harbour Parcel";
    }

    @Override
    public List<Bought> buy(List<LabelWish> wishes) {
        return wishes.stream().map(OwnCarrier::bought).toList();
    }

    private static Bought bought(LabelWish wish) {
        DeliveryMethod method = DeliveryMethod.of(wish.method());
        CarrierTariff tariff = Tariffs.rate(place(wish.from()), place(wish.to()), method, wish.weightGrams());
        return new Bought(
                wish.key(),
                trackingNumber(wish.key()),
                method == DeliveryMethod.EXPRESS ? "Parcel Express" : "Parcel Standard",
                route(wish.to(), tariff.zone()),
                tariff.priceMinor(),
                tariff.currency(),
                null);
    }

    private static Place place(Address address) {
        return Place.of(address.country(), address.postcode());
    }

    /** Made of the key, so that the same key has the same number; the last character checks the others. */
    static String trackingNumber(String key) {
        String body = key.replace("-", "").toUpperCase(Locale.ROOT);
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            sum = (sum * 3 + Character.digit(body.charAt(i), Character.MAX_RADIX)) % Character.MAX_RADIX;
        }
        return "HP" + body + Character.toUpperCase(Character.forDigit(sum, Character.MAX_RADIX));
    }

    private static String route(Address to, DeliveryZone zone) {
        String postcode = to.postcode().replace(" ", "").toUpperCase(Locale.ROOT);
        return (to.country() + "-" + postcode.substring(0, Math.min(3, postcode.length())) + "-"
                        + zone.name().charAt(0))
                .replace("--", "-");
    }

    @Override
    public List<String> takeBack(List<String> trackingNumbers) {
        return trackingNumbers.stream().map(number -> "").toList();
    }

    @Override
    public List<TrackingEvent> events(List<UnderWay> parcels, Instant until) {
        List<TrackingEvent> seen = new ArrayList<>();
        for (UnderWay parcel : parcels) {
            for (TrackingEvent event : feed(parcel)) {
                boolean told = parcel.askedUntil() != null && !event.at().isAfter(parcel.askedUntil());
                if (!told && !event.at().isAfter(until)) {
                    seen.add(event);
                }
            }
        }
        return seen;
    }

    @Override
    public @Nullable Instant askAgain(UnderWay parcel, Instant now) {
        return feed(parcel).stream()
                .map(TrackingEvent::at)
                .filter(at -> at.isAfter(now))
                .findFirst()
                .orElse(null);
    }

    /** Everything that will be seen of a parcel, oldest first. */
    static List<TrackingEvent> feed(UnderWay parcel) {
        LabelWish wish = parcel.wish();
        DeliveryMethod method = DeliveryMethod.of(wish.method());
        DeliveryZone zone = TransitTable.zone(place(wish.from()), place(wish.to()));
        LocalDate shipped = parcel.handedOverAt().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate arrives = TransitTable.deliverOn(shipped, zone, method);
        int luck = Math.floorMod(wish.key().hashCode(), STOPS_MINUTES * NOBODY_HOME_ONE_IN);
        Duration stop = Duration.ofMinutes(luck % STOPS_MINUTES);
        String from = town(wish.from());
        String to = town(wish.to());
        Feed feed = new Feed(parcel.trackingNumber());
        feed.add(TrackingCode.INFO_RECEIVED, parcel.handedOverAt(), from, "Manifest received");
        feed.add(TrackingCode.IN_TRANSIT, parcel.handedOverAt().plus(TO_COLLECT), from, "Collected from sender");
        feed.add(TrackingCode.IN_TRANSIT, parcel.handedOverAt().plus(TO_DEPOT), from, "Left the depot");
        if (luck / STOPS_MINUTES == 0) {
            feed.add(TrackingCode.OUT_FOR_DELIVERY, at(arrives, VAN_LEAVES), to, "On the van");
            feed.add(TrackingCode.ATTEMPT_FAILED, at(arrives, FIRST_STOP).plus(stop), to, "Nobody was at home");
            arrives = nextDeliveryDay(arrives, zone);
        }
        feed.add(TrackingCode.OUT_FOR_DELIVERY, at(arrives, VAN_LEAVES), to, "On the van");
        feed.add(TrackingCode.DELIVERED, at(arrives, FIRST_STOP).plus(stop), to, "Delivered");
        return feed.events;
    }

    private static final class Feed {
        private final String trackingNumber;
        private final List<TrackingEvent> events = new ArrayList<>();

        Feed(String trackingNumber) {
            this.trackingNumber = trackingNumber;
        }

        void add(TrackingCode code, Instant at, String place, String message) {
            String id = trackingNumber + "/" + (events.size() + 1);
            events.add(new TrackingEvent(CODE, trackingNumber, id, code, at, place, message, ""));
        }
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).toInstant(ZoneOffset.UTC);
    }

    private static LocalDate nextDeliveryDay(LocalDate day, DeliveryZone zone) {
        LocalDate next = day.plusDays(1);
        while (!TransitTable.delivers(next.getDayOfWeek(), zone)) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static String town(Address address) {
        return (address.city() + ", " + address.country()).strip();
    }
}
