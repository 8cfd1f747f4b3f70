package dev.orderwright.fulfilment.web;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.WorkPlaces;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds fulfilment orders by what people and programs call them, if they are of a node the caller works at. */
@Component
class Works {

    private final FulfilmentQueries queries;

    Works(FulfilmentQueries queries) {
        this.queries = queries;
    }

    Optional<FulfilmentOrder> named(String name) {
        return queries.named(name);
    }

    FulfilmentOrder forPerson(String name, WorkPlaces at) {
        FulfilmentOrder work = named(name)
                .orElseThrow(() ->
                        new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no fulfilment order " + name));
        if (!at.has(work.nodeId())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, work.number() + " is work of another node.");
        }
        return work;
    }

    FulfilmentOrder forProgram(String name, WorkPlaces at) {
        return hereOnly(named(name).orElseThrow(() -> ApiRefusal.notFound("fulfilment order " + name)), at);
    }

    /** Many at once, as parts of the body of a request. */
    List<FulfilmentOrder> named(InputCheck check, String field, List<String> names, WorkPlaces at) {
        List<FulfilmentOrder> works =
                check.found(field, names, queries.named(names), "unknown-fulfilment", "fulfilment order");
        works.forEach(work -> hereOnly(work, at));
        return works;
    }

    private static FulfilmentOrder hereOnly(FulfilmentOrder work, WorkPlaces at) {
        if (!at.has(work.nodeId())) {
            throw ApiRefusal.forbidden(work.number() + " is work of a node that you do not work at.");
        }
        return work;
    }

    /** Refusals as one text for a person. */
    static String words(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).collect(Collectors.joining(" "));
    }

    static Chip chip(FulfilmentState state) {
        return switch (state) {
            case RELEASED -> Chip.of("to accept", Tone.INFO);
            case ACCEPTED -> Chip.of("to pick");
            case PICKING -> Chip.of("in picking", Tone.INFO);
            case PICKED -> Chip.of("picked");
            case PACKED -> Chip.of("packed");
            case SHIPPED -> Chip.of("shipped", Tone.GOOD);
            case CLOSED -> Chip.of("closed", Tone.GOOD);
            case REJECTED -> Chip.of("rejected", Tone.WARN);
            case CANCEL_REQUESTED -> Chip.of("cancel asked", Tone.BAD);
            case CANCELLED -> Chip.of("cancelled");
            case CANCEL_REFUSED -> Chip.of("cancel refused", Tone.WARN);
        };
    }
}
