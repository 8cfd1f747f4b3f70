package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.orderwright.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CarrierPayloadsRulesTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @ParameterizedTest
    @CsvSource({
        "unknown, unknown, '', PENDING",
        "pre_transit, status_update, 'Shipping Label Created', INFO_RECEIVED",
        "in_transit, arrived_at_facility, '', IN_TRANSIT",
        "out_for_delivery, out_for_delivery, '', OUT_FOR_DELIVERY",
        "delivered, arrived_at_destination, 'Delivered', DELIVERED",
        "delivered, status_update, 'Delivered, To Original Sender', RETURNED",
        "available_for_pickup, arrived_at_pickup_location, '', AVAILABLE_FOR_PICKUP",
        "return_to_sender, return, '', RETURNING",
        "failure, expired, '', EXPIRED",
        "failure, '', '', EXCEPTION",
        "cancelled, cancelled, '', EXCEPTION",
        "error, '', '', EXCEPTION",
        "UNKNOWN, '', 'awaiting the item', PENDING",
        "PRE_TRANSIT, '', '', INFO_RECEIVED",
        "TRANSIT, '', 'Your shipment has departed', IN_TRANSIT",
        "TRANSIT, '', 'Your shipment is out for delivery.', OUT_FOR_DELIVERY",
        "TRANSIT, delivery_attempted, '', ATTEMPT_FAILED",
        "TRANSIT, pickup_available, '', AVAILABLE_FOR_PICKUP",
        "RETURNED, '', '', RETURNED",
        "FAILURE, '', '', EXCEPTION",
        "something_new, '', '', PENDING"
    })
    void theWordsOfCarriersBecomeOurs(String status, String detail, String message, TrackingCode expected) {
        assertThat(CarrierPayloads.code(status, detail, message)).isEqualTo(expected);
    }

    @Test
    void anEventAroundATrackerIsReadAndTheSamePayloadGivesTheSameEvents() {
        String json = """
                {"object": "Event", "description": "tracker.updated", "result": {
                  "object": "Tracker", "tracking_code": "EZ1", "carrier": "USPS", "tracking_details": [
                    {"status": "in_transit", "status_detail": "arrived_at_facility", "message": "Arrived",
                     "datetime": "2026-03-02T10:00:00Z", "tracking_location": {"city": "HOUSTON", "state": "TX",
                     "country": null}},
                    {"status": "delivered", "message": "Delivered", "datetime": "not a time"}]}}
                """;
        List<TrackingEvent> events = CarrierPayloads.read(json);
        assertThat(events).hasSize(1).first().satisfies(event -> {
            assertThat(event.carrier()).isEqualTo("USPS");
            assertThat(event.code()).isEqualTo(TrackingCode.IN_TRANSIT);
            assertThat(event.at()).isEqualTo(Instant.parse("2026-03-02T10:00:00Z"));
            assertThat(event.place()).isEqualTo("HOUSTON, TX");
            assertThat(event.raw()).contains("arrived_at_facility");
        });
        assertThat(CarrierPayloads.read(json)).isEqualTo(events);
    }

    @Test
    void whatIsNoTrackingPayloadIsSaidSo() {
        assertThatThrownBy(() -> CarrierPayloads.read("{\"hello\": 1}")).isInstanceOf(CarrierPayloads.Unreadable.class);
        assertThatThrownBy(() -> CarrierPayloads.read("<h1>Not Found</h1>"))
                .isInstanceOf(CarrierPayloads.Unreadable.class)
                .hasMessageContaining("not JSON");
        assertThat(CarrierPayloads.read("{\"trackers\": []}")).isEmpty();
    }

    @Test
    void recordedTrackersAreReadWhole() throws IOException {
        Path folder = Objects.requireNonNull(
                RealData.require("carriers/easypost/tracker__all.json").getParent());
        Map<String, TrackingCode> expected = Map.of(
                "pre_transit", TrackingCode.INFO_RECEIVED,
                "in_transit", TrackingCode.IN_TRANSIT,
                "out_for_delivery", TrackingCode.OUT_FOR_DELIVERY,
                "delivered", TrackingCode.DELIVERED,
                "error", TrackingCode.EXCEPTION);
        int trackers = 0;
        for (JsonNode tracker : trackers(folder)) {
            List<TrackingEvent> events = CarrierPayloads.read(tracker.toString());
            List<TrackingCode> codes = new ArrayList<>();
            tracker.path("tracking_details")
                    .forEach(detail ->
                            codes.add(expected.get(detail.path("status").stringValue())));
            assertThat(events).extracting(TrackingEvent::code).isEqualTo(codes);
            if (tracker.path("status").stringValue("").equals("delivered")) {
                assertThat(TrackingRules.next(PackageState.MANIFESTED, events))
                        .hasValueSatisfying(event -> assertThat(event.to()).isEqualTo(PackageState.DELIVERED));
            }
            trackers++;
        }
        assertThat(trackers).isGreaterThan(20);
    }

    private static List<JsonNode> trackers(Path folder) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().collect(Collectors.toList())) {
                collect(MAPPER.readTree(Files.readString(file)), found);
            }
        }
        return found;
    }

    private static void collect(JsonNode node, List<JsonNode> found) {
        boolean timed = node.path("tracking_details").isArray();
        for (JsonNode detail : node.path("tracking_details")) {
            timed &= detail.path("datetime").isString();
        }
        if (timed
                && node.path("tracking_code").isString()
                && node.path("carrier").isString()) {
            found.add(node);
        }
        node.forEach(child -> collect(child, found));
    }

    @Test
    void aRecordedTrackIsReadWholeAndIsDelivered() throws IOException {
        Path file = RealData.require("carriers/shippo/track__test_get_status.json");
        JsonNode track = MAPPER.readTree(Files.readString(file)).get(0).path("response");
        List<TrackingEvent> events = CarrierPayloads.read(track.toString());

        assertThat(events).hasSize(track.path("tracking_history").size());
        assertThat(events).extracting(TrackingEvent::carrier).containsOnly("USPS");
        assertThat(events).extracting(TrackingEvent::eventId).doesNotHaveDuplicates();
        assertThat(events)
                .extracting(TrackingEvent::code)
                .contains(TrackingCode.PENDING, TrackingCode.IN_TRANSIT, TrackingCode.OUT_FOR_DELIVERY)
                .endsWith(TrackingCode.DELIVERED);
        assertThat(TrackingRules.deliveredAt(events)).hasValue(Instant.parse("2016-12-08T15:19:00Z"));
    }
}
