package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrackingRulesTests {

    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");

    private static TrackingEvent event(int minute, TrackingCode code) {
        return new TrackingEvent("OWN", "T1", minute + "/" + code, code, START.plusSeconds(60L * minute), "", "", "");
    }

    private static List<TrackingEvent> events(String text) {
        List<TrackingEvent> events = new ArrayList<>();
        for (String part : text.split(" ")) {
            String[] both = part.split(":");
            events.add(event(Integer.parseInt(both[0]), TrackingCode.valueOf(both[1])));
        }
        return events;
    }

    @ParameterizedTest
    @CsvSource({
        "1:IN_TRANSIT 2:OUT_FOR_DELIVERY 3:DELIVERED, DELIVERED",
        "3:IN_TRANSIT 1:OUT_FOR_DELIVERY, IN_TRANSIT",
        "1:OUT_FOR_DELIVERY 2:ATTEMPT_FAILED, ATTEMPT_FAILED",
        "1:DELIVERED 2:IN_TRANSIT, DELIVERED",
        "1:RETURNED 2:EXCEPTION, RETURNED",
        "1:RETURNED 2:DELIVERED, DELIVERED",
        "2:IN_TRANSIT 2:OUT_FOR_DELIVERY, OUT_FOR_DELIVERY",
        "1:IN_TRANSIT 9:INFO_RECEIVED, IN_TRANSIT",
        "1:IN_TRANSIT 9:EXPIRED, EXCEPTION",
        "1:EXCEPTION 2:RETURNING, RETURNING"
    })
    void onlyTheTimesOfEventsCountAndDeliveredIsFinal(String text, PackageState expected) {
        assertThat(TrackingRules.next(PackageState.MANIFESTED, events(text)))
                .hasValueSatisfying(event -> assertThat(event.to()).isEqualTo(expected));
    }

    @Test
    void newsThatSaysNothingMovesNothing() {
        assertThat(TrackingRules.next(PackageState.MANIFESTED, events("1:PENDING 2:INFO_RECEIVED")))
                .isEmpty();
        assertThat(TrackingRules.next(PackageState.IN_TRANSIT, events("1:IN_TRANSIT")))
                .isEmpty();
        assertThat(TrackingRules.next(PackageState.MANIFESTED, List.of())).isEmpty();
    }

    @Test
    void whatHasNotLeftOrHasEndedIsNotMovedByACarrier() {
        for (PackageState state : PackageState.values()) {
            boolean moves = TrackingRules.next(state, events("1:DELIVERED")).isPresent();
            assertThat(moves).as("%s", state).isEqualTo(state.isUnderWay() || state == PackageState.RETURNED);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theSameEventsInAnyOrderAndNumberLeadToTheSameEnd(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<TrackingEvent> events = new ArrayList<>();
            int n = 1 + random.nextInt(8);
            for (int i = 0; i < n; i++) {
                TrackingCode[] codes = TrackingCode.values();
                events.add(event(random.nextInt(6), codes[random.nextInt(codes.length)]));
            }
            PackageState inOrder = walk(events, random, false);
            PackageState shuffled = walk(events, random, true);
            assertThat(shuffled)
                    .as("seed %d, round %d: %s", seed, round, events)
                    .isEqualTo(inOrder);
        }
    }

    /** Books events one by one or in lumps, as a carrier would send them. */
    private static PackageState walk(List<TrackingEvent> events, Random random, boolean shuffle) {
        List<TrackingEvent> sent = new ArrayList<>(events);
        if (shuffle) {
            sent.addAll(events);
            Collections.shuffle(sent, random);
        }
        List<TrackingEvent> known = new ArrayList<>();
        PackageState state = PackageState.MANIFESTED;
        for (TrackingEvent event : sent) {
            if (!known.contains(event)) {
                known.add(event);
            }
            if (random.nextInt(3) > 0) {
                state = step(state, known);
            }
        }
        return step(state, known);
    }

    private static PackageState step(PackageState state, List<TrackingEvent> known) {
        return TrackingRules.next(state, known).map(PackageEvent::to).orElse(state);
    }
}
