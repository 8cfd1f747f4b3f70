package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.WorkRow;
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
        return hereOnly(
                named(name).orElseThrow(() -> ApiRefusal.notFound(t("fulfilment.refusal.fulfilmentOrder", name))), at);
    }

    /** Many at once, as parts of the body of a request. */
    List<FulfilmentOrder> named(InputCheck check, String field, List<String> names, WorkPlaces at) {
        List<FulfilmentOrder> works = check.found(
                field, names, queries.named(names), "unknown-fulfilment", t("fulfilment.works.fulfilmentOrder"));
        works.forEach(work -> hereOnly(work, at));
        return works;
    }

    /** What a work list holds, the most urgent first. */
    List<FulfilmentOrder> waiting(String list, WorkPlaces at, int limit) {
        return PickPages.listed(list).stream()
                .flatMap(named -> queries.list(new WorkFilter(named, at.chosenId(), null), limit).stream())
                .map(WorkRow::work)
                .toList();
    }

    private static FulfilmentOrder hereOnly(FulfilmentOrder work, WorkPlaces at) {
        if (!at.has(work.nodeId())) {
            throw ApiRefusal.forbidden(t("fulfilment.refusal.isWorkOfANode", work.number()));
        }
        return work;
    }

    /** Refusals as one text for a person. */
    static String words(List<Refusal> refusals) {
        return refusals.stream().map(Refusal::reason).collect(Collectors.joining(" "));
    }

    static Chip chip(FulfilmentState state) {
        return switch (state) {
            case RELEASED -> Chip.of(t("fulfilment.works.toAccept"), Tone.INFO);
            case ACCEPTED -> Chip.of(t("fulfilment.works.toPick"));
            case PICKING -> Chip.of(t("fulfilment.works.inPicking"), Tone.INFO);
            case PICKED -> Chip.of(t("fulfilment.works.picked"));
            case PACKED -> Chip.of(t("fulfilment.works.packed"));
            case SHIPPED -> Chip.of(t("fulfilment.works.shipped"), Tone.GOOD);
            case CLOSED -> Chip.of(t("fulfilment.works.closed"), Tone.GOOD);
            case REJECTED -> Chip.of(t("fulfilment.works.rejected"), Tone.WARN);
            case CANCEL_REQUESTED -> Chip.of(t("fulfilment.works.cancelAsked"), Tone.BAD);
            case CANCELLED -> Chip.of(t("fulfilment.works.cancelled"));
            case CANCEL_REFUSED -> Chip.of(t("fulfilment.works.cancelRefused"), Tone.WARN);
        };
    }
}
