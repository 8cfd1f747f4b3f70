package dev.orderwright.shipping;

import dev.orderwright.shared.ContentHash;
import dev.orderwright.shared.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what aggregators of carriers send about parcels, in the shapes that are common: a tracker with its details (as
 * EasyPost has them), a track with its history (as Shippo has them), a list of either, or an event around one. Each word
 * for a state becomes one of ours; the payload of each event is kept.
 */
public final class CarrierPayloads {

    private static final Map<String, TrackingCode> WORDS = Map.ofEntries(
            Map.entry("unknown", TrackingCode.PENDING),
            Map.entry("pending", TrackingCode.PENDING),
            Map.entry("pre_transit", TrackingCode.INFO_RECEIVED),
            Map.entry("in_transit", TrackingCode.IN_TRANSIT),
            Map.entry("transit", TrackingCode.IN_TRANSIT),
            Map.entry("out_for_delivery", TrackingCode.OUT_FOR_DELIVERY),
            Map.entry("available_for_pickup", TrackingCode.AVAILABLE_FOR_PICKUP),
            Map.entry("pickup_available", TrackingCode.AVAILABLE_FOR_PICKUP),
            Map.entry("arrived_at_pickup_location", TrackingCode.AVAILABLE_FOR_PICKUP),
            Map.entry("delivery_attempted", TrackingCode.ATTEMPT_FAILED),
            Map.entry("location_inaccessible", TrackingCode.ATTEMPT_FAILED),
            Map.entry("delivered", TrackingCode.DELIVERED),
            Map.entry("return_to_sender", TrackingCode.RETURNING),
            Map.entry("return", TrackingCode.RETURNING),
            Map.entry("returned", TrackingCode.RETURNED),
            Map.entry("failure", TrackingCode.EXCEPTION),
            Map.entry("cancelled", TrackingCode.EXCEPTION),
            Map.entry("error", TrackingCode.EXCEPTION),
            Map.entry("expired", TrackingCode.EXPIRED));

    private CarrierPayloads() {}

    /** The payload is not one of the shapes that are read. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String reason) {
            super(reason);
        }
    }

    /**
     * The events of a payload, oldest first as they stand in it; empty when it has none yet.
     *
     * @throws Unreadable when it is not JSON, or nothing in it is a tracker or a track
     */
    public static List<TrackingEvent> read(String json) {
        try {
            List<TrackingEvent> events = new ArrayList<>();
            if (!read(Json.tree(json), events)) {
                throw new Unreadable("Nothing in it is a tracker with details or a track with its history.");
            }
            return events;
        } catch (JacksonException e) {
            throw new Unreadable("It is not JSON: " + e.getOriginalMessage());
        }
    }

    private static boolean read(JsonNode node, List<TrackingEvent> events) {
        if (node.has("tracking_details") && node.has("tracking_code")) {
            details(node, events);
            return true;
        }
        if (node.has("tracking_history") && node.has("tracking_number")) {
            history(node, events);
            return true;
        }
        boolean found = node.path("trackers").isArray();
        for (String around : List.of("result", "data", "trackers")) {
            JsonNode inner = node.path(around);
            if (inner.isObject()) {
                found |= read(inner, events);
            }
            for (JsonNode one : inner.isArray() ? inner : List.<JsonNode>of()) {
                found |= read(one, events);
            }
        }
        return found;
    }

    private static void details(JsonNode tracker, List<TrackingEvent> events) {
        for (JsonNode detail : tracker.path("tracking_details")) {
            JsonNode location = detail.path("tracking_location");
            add(
                    events,
                    text(tracker, "carrier"),
                    text(tracker, "tracking_code"),
                    "",
                    code(text(detail, "status"), text(detail, "status_detail"), text(detail, "message")),
                    text(detail, "datetime"),
                    place(text(location, "city"), text(location, "state"), text(location, "country")),
                    text(detail, "message"),
                    detail);
        }
    }

    private static void history(JsonNode track, List<TrackingEvent> events) {
        for (JsonNode entry : track.path("tracking_history")) {
            JsonNode location = entry.path("location");
            add(
                    events,
                    text(track, "carrier"),
                    text(track, "tracking_number"),
                    text(entry, "object_id"),
                    code(text(entry, "status"), text(entry.path("substatus"), "code"), text(entry, "status_details")),
                    text(entry, "status_date"),
                    place(text(location, "city"), text(location, "state"), text(location, "country")),
                    text(entry, "status_details"),
                    entry);
        }
    }

    private static void add(
            List<TrackingEvent> events,
            String carrier,
            String trackingNumber,
            String id,
            TrackingCode code,
            String time,
            String place,
            String message,
            JsonNode raw) {
        Optional<Instant> at = instant(time);
        // What has no time cannot be put in order; what has no carrier or number belongs to nobody.
        if (at.isPresent() && !carrier.isBlank() && !trackingNumber.isBlank()) {
            String text = raw.toString();
            String eventId = id.isEmpty()
                    ? HexFormat.of()
                            .formatHex(ContentHash.of(trackingNumber, List.of(time, code.name(), place, message)))
                    : id;
            events.add(new TrackingEvent(
                    carrier.toUpperCase(Locale.ROOT), trackingNumber, eventId, code, at.get(), place, message, text));
        }
    }

    /**
     * What a carrier's words mean. The finer word wins where it says more, and so does the text where the words do not
     * tell what the person reads.
     */
    static TrackingCode code(String status, String detail, String message) {
        TrackingCode coarse = WORDS.getOrDefault(status.toLowerCase(Locale.ROOT), TrackingCode.PENDING);
        String said = message.toLowerCase(Locale.ROOT);
        if (coarse == TrackingCode.DELIVERED) {
            boolean back = said.contains("to original sender") || said.contains("returned to sender");
            return back ? TrackingCode.RETURNED : coarse;
        }
        TrackingCode fine = WORDS.get(detail.toLowerCase(Locale.ROOT));
        if (fine != null && fine != TrackingCode.PENDING) {
            return fine;
        }
        if (coarse == TrackingCode.IN_TRANSIT && said.contains("out for delivery")) {
            return TrackingCode.OUT_FOR_DELIVERY;
        }
        return coarse;
    }

    private static Optional<Instant> instant(String time) {
        try {
            return time.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(time));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String place(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(", "));
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isString() ? value.stringValue() : "";
    }
}
