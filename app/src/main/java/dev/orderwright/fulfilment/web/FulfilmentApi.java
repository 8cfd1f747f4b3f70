package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.WorkRow;
import dev.orderwright.fulfilment.web.WorkAnswers.CountsAnswer;
import dev.orderwright.fulfilment.web.WorkAnswers.PickListsAnswer;
import dev.orderwright.fulfilment.web.WorkAnswers.RowAnswer;
import dev.orderwright.fulfilment.web.WorkAnswers.WorkAnswer;
import dev.orderwright.fulfilment.web.WorkAnswers.WorkListAnswer;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WorkPlaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The nodes' work is read. A fulfilment order is named by its number or its id. */
@RestController
@RequestMapping("/api/v1/fulfilment-orders")
@Tag(name = "Fulfilment", description = "The work nodes do for orders")
class FulfilmentApi {

    private final FulfilmentQueries queries;
    private final Works works;

    FulfilmentApi(FulfilmentQueries queries, Works works) {
        this.queries = queries;
        this.works = works;
    }

    @GetMapping
    @Requires("fulfilment:read")
    @Operation(
            summary = "A work list",
            description =
                    "The most urgent first: by the priority formula, then by the day it is to leave, then by age.")
    WorkListAnswer list(
            @Parameter(description = "Which list") @RequestParam(defaultValue = "TO_PICK") WorkList list,
            @Parameter(description = "Code of the node; without it every node")
                    @RequestParam(required = false)
                    @Nullable
                    String node,
            @Parameter(description = "Only what this person picks") @RequestParam(required = false) @Nullable
                    String assignee,
            @Parameter(description = "The cursor that the page before gave") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Rows on a page, at most 500") @RequestParam(defaultValue = "50") int limit,
            WorkPlaces at) {
        Page<RowAnswer> page = queries.page(new WorkFilter(list, at.chosenId(), assignee), cursor, limit)
                .map(row -> RowAnswer.of(row, at));
        return new WorkListAnswer(page.items(), page.next());
    }

    @GetMapping("/pick-lists")
    @Requires("fulfilment:read")
    @Operation(
            summary = "A work list with the stops of every walk",
            description = "For warehouse systems that pick by themselves; the most urgent first.")
    PickListsAnswer pickLists(
            @Parameter(description = "Which list") @RequestParam(defaultValue = "IN_PICKING") WorkList list,
            @Parameter(description = "Code of the node; without it every node")
                    @RequestParam(required = false)
                    @Nullable
                    String node,
            @Parameter(description = "Only what this person picks") @RequestParam(required = false) @Nullable
                    String assignee,
            @Parameter(description = "The cursor that the page before gave") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Fulfilment orders on a page, at most 500") @RequestParam(defaultValue = "50")
                    int limit,
            WorkPlaces at) {
        Page<WorkRow> page = queries.page(new WorkFilter(list, at.chosenId(), assignee), cursor, limit);
        List<Long> ids = page.items().stream().map(row -> row.work().id()).toList();
        Map<Long, PickList> lists = queries.pickLists(ids);
        return new PickListsAnswer(
                ids.stream()
                        .map(lists::get)
                        .filter(Objects::nonNull)
                        .map(one -> WorkAnswer.of(one, at))
                        .toList(),
                page.next());
    }

    @GetMapping("/counts")
    @Requires("fulfilment:read")
    @Operation(summary = "How much waits in each work list")
    CountsAnswer counts(
            @Parameter(description = "Code of the node; without it every node")
                    @RequestParam(required = false)
                    @Nullable
                    String node,
            WorkPlaces at) {
        Map<String, Long> counts = new TreeMap<>();
        queries.counts(at.chosenId()).forEach((list, count) -> counts.put(list.name(), count));
        return new CountsAnswer(counts);
    }

    @GetMapping("/{work}")
    @Requires("fulfilment:read")
    @Operation(summary = "One fulfilment order with the stops of its walk")
    ResponseEntity<WorkAnswer> one(
            @Parameter(description = "Number (FO-100042) or id") @PathVariable String work, WorkPlaces at) {
        return answer(queries, works.forProgram(work, at).id(), at);
    }

    /** A fulfilment order as it is now. */
    static ResponseEntity<WorkAnswer> answer(FulfilmentQueries queries, long id, WorkPlaces at) {
        return queries.pickList(id)
                .map(list -> ResponseEntity.ok()
                        .eTag(IfMatch.tag(list.work().version()))
                        .body(WorkAnswer.of(list, at)))
                .orElseThrow(() -> ApiRefusal.notFound(t("fulfilment.refusal.fulfilmentOrder", id)));
    }
}
