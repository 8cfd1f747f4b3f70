package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.OrderIntake;
import dev.orderwright.orders.Orders;
import dev.orderwright.orders.PlaceRequest;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.web.OrderAnswers.ManyAnswer;
import dev.orderwright.orders.web.OrderAnswers.OneOfMany;
import dev.orderwright.orders.web.OrderAnswers.PlacedAnswer;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Orders come in: one, many, or a stream of lines. Each has its own outcome; none takes its neighbours with it. */
@RestController
class OrderIntakeApi {

    private static final int CHUNK = 200;
    private static final Duration SOON = Duration.ofSeconds(1);
    static final String LINES = "application/x-ndjson";

    private final OrderIntake intake;
    private final Company company;
    private final JsonMapper json;

    OrderIntakeApi(OrderIntake intake, Company company, JsonMapper json) {
        this.intake = intake;
        this.company = company;
        this.json = json;
    }

    /** An order that can be handed to the module, or why not. */
    private record Prepared(
            @Nullable String externalId, @Nullable PlaceRequest request, List<Refusal> refusals) {}

    /** Places one order: 201 with its address; 200 when another key had placed it before. */
    @PostMapping(path = "/api/v1/orders", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("orders:write")
    @Operation(
            summary = "Place an order, or a stream of them",
            description = "As JSON: one order. As NDJSON: any number, one a line, answered by one result a line.")
    @PlacedResponses
    ResponseEntity<PlacedAnswer> place(@RequestBody OrderInput input, Cause cause, Who who) {
        Prepared prepared = prepare(input, cause, who);
        if (prepared.request() == null) {
            throw ApiRefusal.of(prepared.refusals());
        }
        Outcome<Placed> outcome;
        try {
            outcome = intake.place(prepared.request());
        } catch (OrderIntake.Full e) {
            throw ApiRefusal.overloaded(SOON);
        }
        Placed placed = ApiRefusal.orThrow(outcome);
        return ResponseEntity.status(placed.placedBefore() ? 200 : 201)
                .location(URI.create("/api/v1/orders/" + placed.number()))
                .eTag(IfMatch.tag(placed.version()))
                .body(PlacedAnswer.of(placed));
    }

    /** Places up to 500 orders; the answer has one result per order, in order. */
    @PostMapping(path = "/api/v1/orders/bulk", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Requires("orders:write")
    @Operation(
            summary = "Place up to 500 orders",
            description = "One result for each, in order; none takes its neighbours with it.")
    ManyAnswer placeMany(@RequestBody List<OrderInput> inputs, Cause cause, Who who) {
        if (inputs.size() > Orders.SET_MAX) {
            throw ApiRefusal.of(List.of(Refusal.of(
                    "too-many-orders", t("orders.refusal.atMostOrdersAtOnce", Orders.SET_MAX, inputs.size()))));
        }
        List<Prepared> prepared = new ArrayList<>(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            prepared.add(prepare(inputs.get(i), numbered(cause, i), who));
        }
        List<OneOfMany> results = place(prepared, 0);
        int placed = (int) results.stream().filter(r -> r.order() != null).count();
        return new ManyAnswer(placed, results.size() - placed, results);
    }

    /**
     * Places a stream of orders, one JSON object a line, of any length; answers with a stream of results, one a line,
     * while it reads. A stream that breaks off can be sent again with the same key: what was placed stays placed.
     */
    @PostMapping(path = "/api/v1/orders", consumes = LINES, produces = LINES)
    @Requires("orders:write")
    @Operation(
            summary = "Place an order, or a stream of them",
            description = "As JSON: one order. As NDJSON: any number, one a line, answered by one result a line.")
    @PlacedResponses
    ResponseEntity<StreamingResponseBody> placeStream(InputStream body, Cause cause, Who who) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(LINES))
                .body(out -> stream(body, out, cause, who));
    }

    private void stream(InputStream body, OutputStream out, Cause cause, Who who) throws IOException {
        BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8));
        List<Prepared> chunk = new ArrayList<>(CHUNK);
        int done = 0;
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isBlank()) {
                continue;
            }
            chunk.add(parse(line, numbered(cause, done + chunk.size()), who));
            if (chunk.size() == CHUNK) {
                write(place(chunk, done), out);
                done += chunk.size();
                chunk.clear();
            }
        }
        write(place(chunk, done), out);
    }

    private void write(List<OneOfMany> results, OutputStream out) throws IOException {
        for (OneOfMany result : results) {
            out.write(json.writeValueAsBytes(result));
            out.write('\n');
        }
        out.flush();
    }

    private Prepared parse(String line, Cause cause, Who who) {
        try {
            return prepare(json.readValue(line, OrderInput.class), cause, who);
        } catch (JacksonException e) {
            return new Prepared(
                    null,
                    null,
                    List.of(Refusal.of("bad-json", t("orders.refusal.thisLineIsNotAn", e.getOriginalMessage()))));
        }
    }

    /** Every order of a request has a key of its own, made from the request's and its place. */
    private static Cause numbered(Cause cause, int index) {
        return cause.step(Integer.toString(index));
    }

    private Prepared prepare(@Nullable OrderInput input, Cause cause, Who who) {
        if (input == null) {
            return new Prepared(null, null, List.of(Refusal.of("missing", t("orders.refusal.anOrderIsNull"))));
        }
        List<Refusal> missing = input.missing();
        if (!missing.isEmpty()) {
            return new Prepared(input.externalId(), null, missing);
        }
        if (!who.worksFor(Objects.requireNonNull(input.channel()))) {
            return new Prepared(
                    input.externalId(),
                    null,
                    List.of(Refusal.of("forbidden", "channel", t("orders.refusal.youMayNotPlaceOrders"))));
        }
        Cause at = input.placedAt() == null
                ? cause
                : new Cause(cause.actor(), cause.scope(), cause.key(), input.placedAt());
        return new Prepared(input.externalId(), new PlaceRequest(at, input.draft(company.currency())), List.of());
    }

    private List<OneOfMany> place(List<Prepared> prepared, int offset) {
        List<PlaceRequest> requests = prepared.stream()
                .map(Prepared::request)
                .filter(Objects::nonNull)
                .toList();
        List<Outcome<Placed>> outcomes = intake.place(requests);
        List<OneOfMany> results = new ArrayList<>(prepared.size());
        int next = 0;
        for (int i = 0; i < prepared.size(); i++) {
            Prepared one = prepared.get(i);
            Outcome<Placed> outcome = one.request() == null ? Outcome.refused(one.refusals()) : outcomes.get(next++);
            results.add(OneOfMany.of(offset + i, one.externalId(), outcome));
        }
        return results;
    }
}
