package dev.orderwright.fulfilment.web;

import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.PickConfirm;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.web.WorkAnswers.ManyAnswer;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WorkPlaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The work of many orders at once, as a warehouse system tells of it. Each fulfilment order is done or refused apart; who
 * wants to know whether anything else has changed asks for one at a time.
 */
@RestController
@RequestMapping("/api/v1/fulfilment-orders")
@Tag(name = "Fulfilment", description = "The work nodes do for orders")
class FulfilmentSetsApi {

    private static final int MANY_MAX = 500;
    private static final String APART =
            "Each is done or refused apart; the answer has one result for each, at most 500.";

    private final Fulfilment fulfilment;
    private final FulfilmentQueries queries;
    private final Works works;
    private final ScanDecimals decimals;

    FulfilmentSetsApi(Fulfilment fulfilment, FulfilmentQueries queries, Works works, ScanDecimals decimals) {
        this.fulfilment = fulfilment;
        this.queries = queries;
        this.works = works;
        this.decimals = decimals;
    }

    @PostMapping("/accept")
    @Requires("fulfilment:write")
    @Operation(summary = "Accept the work of many orders", description = APART)
    ManyAnswer accept(@RequestBody WorkInput.Accepted input, WorkPlaces at, Cause cause) {
        List<Long> ids = ids(input.fulfilmentOrders(), at);
        return ManyAnswer.of(ApiRefusal.orThrow(fulfilment.accept(cause, ids)));
    }

    @PostMapping("/start-pick")
    @Requires("fulfilment:write")
    @Operation(summary = "Start picking for many orders", description = "One person's round. " + APART)
    ManyAnswer start(@RequestBody WorkInput.Started input, WorkPlaces at, Cause cause) {
        List<Long> ids = ids(input.fulfilmentOrders(), at);
        String assignee = input.assignee() == null ? cause.actor().name() : input.assignee();
        return ManyAnswer.of(ApiRefusal.orThrow(fulfilment.startPick(cause, ids, assignee)));
    }

    private List<Long> ids(@Nullable List<@Nullable String> given, WorkPlaces at) {
        InputCheck check = new InputCheck();
        List<String> names = check.atMost("fulfilmentOrders", check.lines("fulfilmentOrders", given), MANY_MAX);
        check.done();
        return works.named(check, "fulfilmentOrders[%d]", names, at).stream()
                .map(FulfilmentOrder::id)
                .toList();
    }

    @PostMapping("/picks")
    @Requires("fulfilment:write")
    @Operation(
            summary = "Units were taken from bins for many orders",
            description = "As they were scanned; those of a fulfilment order all, or none of them. " + APART)
    ManyAnswer pick(@RequestBody WorkInput.Picked input, WorkPlaces at, Cause cause) {
        InputCheck check = new InputCheck();
        List<WorkInput.PickedOne> given = check.atMost("lists", check.lines("lists", input.lists()), MANY_MAX);
        List<String> names = new ArrayList<>();
        for (WorkInput.PickedOne one : given) {
            names.add(check.text("lists[" + names.size() + "].fulfilmentOrder", one.fulfilmentOrder()));
        }
        check.done();
        List<FulfilmentOrder> found = works.named(check, "lists[%d].fulfilmentOrder", names, at);
        Map<Long, PickList> lists =
                queries.pickLists(found.stream().map(FulfilmentOrder::id).toList());
        List<PickConfirm> confirms = new ArrayList<>(found.size());
        for (int i = 0; i < found.size(); i++) {
            FulfilmentOrder work = found.get(i);
            PickList list = lists.getOrDefault(work.id(), new PickList(work, List.of()));
            List<Scan> scans =
                    decimals.scans(check, "lists[" + i + "].picks", given.get(i).picks(), list);
            confirms.add(new PickConfirm(work.id(), scans));
        }
        check.done();
        return ManyAnswer.of(ApiRefusal.orThrow(fulfilment.pick(cause, confirms)));
    }
}
