package dev.orderwright.shipping;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The port to a carrier. Its calls may be slow, fail, or be repeated; they are made outside of transactions, with a key.
 * A call that throws is made again later with the same key.
 */
public interface Carrier {

    /** Stable, stored with each package: {@code OWN}. */
    String code();

    /** For people and labels. */
    String name();

    /** Buys labels: one answer for each wish. The same key gives the same label, however often it is asked for. */
    List<Bought> buy(List<LabelWish> wishes);

    /**
     * A label, or why there is none.
     *
     * @param problem null when it was bought
     */
    record Bought(
            String key,
            String trackingNumber,
            String product,
            String route,
            long priceMinor,
            String currency,
            @Nullable String problem) {

        public static Bought refused(String key, String problem) {
            return new Bought(key, "", "", "", 0, "", problem);
        }
    }

    /** Takes labels back that were not used: for each tracking number why not, or an empty text. */
    List<String> takeBack(List<String> trackingNumbers);

    /**
     * A parcel the carrier has.
     *
     * @param askedUntil until when the carrier was asked before; null the first time
     */
    record UnderWay(
            String trackingNumber,
            LabelWish wish,
            Instant handedOverAt,
            @Nullable Instant askedUntil) {}

    /** What it has seen of parcels up to a time; telling something again does no harm. */
    List<TrackingEvent> events(List<UnderWay> parcels, Instant until);

    /** When to ask again for a parcel; null when nothing more is expected. No remote call. */
    @Nullable
    Instant askAgain(UnderWay parcel, Instant now);
}
