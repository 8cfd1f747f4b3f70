package dev.orderwright.shipping.web;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.CarrierPayloads;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Shipping;
import dev.orderwright.shipping.TrackingCode;
import dev.orderwright.shipping.TrackingEvent;
import dev.orderwright.shipping.WriteOff;
import dev.orderwright.shipping.web.ParcelAnswers.HandedOverAnswer;
import dev.orderwright.shipping.web.ParcelAnswers.PackedManyAnswer;
import dev.orderwright.shipping.web.ParcelAnswers.ParcelAnswer;
import dev.orderwright.shipping.web.ParcelAnswers.TrackedAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Labels are bought, packages are handed over, and carriers tell what they have seen. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Packages", description = "Packing, labels, hand-over and tracking")
class ShippingApi {

    private static final String NAMED = "Number (PK-100042), id or tracking number";
    private static final int EVENTS_MAX = 1_000;
    private static final int PACKAGES_MAX = 1_000;

    private final Shipping shipping;
    private final Packages packages;
    private final ParcelAnswering answering;

    ShippingApi(Shipping shipping, Packages packages, ParcelAnswering answering) {
        this.shipping = shipping;
        this.packages = packages;
        this.answering = answering;
    }

    @PostMapping("/packages/{parcel}/label")
    @Requires("shipping:write")
    @Operation(
            summary = "Buy the label",
            description =
                    "Also tries again where the carrier has refused. A package that is answered without a tracking"
                            + " number waits for its carrier, which is asked again by itself.")
    ResponseEntity<ParcelAnswer> label(
            @Parameter(description = NAMED) @PathVariable String parcel,
            @RequestBody ParcelInput.LabelWish input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forProgram(parcel, at);
        ApiRefusal.orThrow(
                shipping.label(cause, found.id(), Boolean.TRUE.equals(input.partial()), IfMatch.version(ifMatch)));
        return answering.answer(found.id(), at, HttpStatus.OK);
    }

    @PostMapping("/packages/{parcel}/void-label")
    @Requires("shipping:write")
    @Operation(summary = "Give the label back", description = "Before the package has left.")
    ResponseEntity<ParcelAnswer> voidLabel(
            @Parameter(description = NAMED) @PathVariable String parcel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forProgram(parcel, at);
        ApiRefusal.orThrow(shipping.voidLabel(cause, found.id(), IfMatch.version(ifMatch)));
        return answering.answer(found.id(), at, HttpStatus.OK);
    }

    @PostMapping("/packages/{parcel}/give-up")
    @Requires("shipping:write")
    @Operation(
            summary = "Give a package up",
            description = "It is lost or spoilt on its way; its units count as lost, so that the order can come to its"
                    + " end.")
    ResponseEntity<ParcelAnswer> giveUp(
            @Parameter(description = NAMED) @PathVariable String parcel,
            @RequestBody ParcelInput.GiveUp input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forProgram(parcel, at);
        WriteOff wish = new WriteOff(
                found.id(),
                Boolean.TRUE.equals(input.damaged()),
                Objects.requireNonNullElse(input.reason(), "").strip(),
                IfMatch.version(ifMatch));
        ApiRefusal.orThrow(shipping.writeOff(cause, wish));
        return answering.answer(found.id(), at, HttpStatus.OK);
    }

    @PostMapping("/hand-overs")
    @Requires("shipping:write")
    @Operation(
            summary = "Hand packages to their carriers",
            description = "One manifest for each carrier and node, one shipment for each fulfilment order. What may not"
                    + " leave stays, and is told apart with its reasons.")
    HandedOverAnswer handOver(@RequestBody ParcelInput.HandOver input, WorkPlaces at, Cause cause) {
        List<Long> ids = ids(input.packages(), at);
        return HandedOverAnswer.of(ApiRefusal.orThrow(shipping.handOver(cause, ids)), at);
    }

    @PostMapping("/labels")
    @Requires("shipping:write")
    @Operation(
            summary = "Buy the labels of many packages",
            description =
                    "Each is bought or refused apart; the answer has one result for each, at most 1,000. A package"
                            + " that is answered without a tracking number waits for its carrier.")
    PackedManyAnswer labels(@RequestBody ParcelInput.Labels input, WorkPlaces at, Cause cause) {
        List<Long> ids = ids(input.packages(), at);
        return PackedManyAnswer.of(ApiRefusal.orThrow(shipping.label(cause, ids, Boolean.TRUE.equals(input.partial())))
                .results());
    }

    private List<Long> ids(@Nullable List<@Nullable String> given, WorkPlaces at) {
        InputCheck check = new InputCheck();
        List<String> names = check.atMost("packages", check.lines("packages", given), PACKAGES_MAX);
        check.done();
        return packages.named(check, "packages[%d]", names, at).stream()
                .map(Parcel::id)
                .toList();
    }

    @PostMapping("/tracking-events")
    @Requires("shipping:write")
    @Operation(
            summary = "Tell what a carrier has seen",
            description =
                    "Events may come late, twice and in any order; each counts once. What belongs to no package is"
                            + " kept until one is known.")
    TrackedAnswer track(@RequestBody ParcelInput.Events input, Cause cause) {
        InputCheck check = new InputCheck();
        List<TrackingEvent> events = new ArrayList<>();
        List<ParcelInput.Event> received = check.atMost("events", check.lines("events", input.events()), EVENTS_MAX);
        check.done();
        int index = 0;
        for (ParcelInput.Event event : received) {
            String field = "events[" + index++ + "].";
            String carrier = check.text(field + "carrier", event.carrier());
            String tracking = check.text(field + "trackingNumber", event.trackingNumber());
            String id = check.text(field + "eventId", event.eventId());
            TrackingCode code = check.required(field + "code", event.code(), TrackingCode.PENDING);
            Instant at = check.required(field + "at", event.at(), cause.at());
            if (!carrier.isEmpty() && !tracking.isEmpty() && !id.isEmpty()) {
                events.add(new TrackingEvent(
                        carrier, tracking, id, code, at, text(event.place()), text(event.message()), ""));
            }
        }
        check.done();
        return TrackedAnswer.of(ApiRefusal.orThrow(shipping.track(cause, events)));
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @PostMapping(path = "/tracking-events/payloads", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("shipping:write")
    @Operation(
            summary = "Pass on what an aggregator of carriers has sent",
            description = "A tracker with its details, a track with its history, a list of either, or an event around"
                    + " one, as it was received. Each event in it counts once, however often it is passed on.")
    TrackedAnswer payload(@RequestBody String body, Cause cause) {
        List<TrackingEvent> events;
        try {
            events = CarrierPayloads.read(body);
        } catch (CarrierPayloads.Unreadable e) {
            throw ApiRefusal.of(List.of(Refusal.of("unreadable-payload", "body", String.valueOf(e.getMessage()))));
        }
        return TrackedAnswer.of(ApiRefusal.orThrow(shipping.track(cause, events)));
    }
}
