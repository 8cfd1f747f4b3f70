package dev.orderwright.fulfilment.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.PickTask;
import dev.orderwright.fulfilment.Released;
import dev.orderwright.fulfilment.WorkResult;
import dev.orderwright.fulfilment.WorkResults;
import dev.orderwright.fulfilment.WorkRow;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.WorkPlaces;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the API answers about the nodes' work. Ids are texts; quantities are in whole units. */
final class WorkAnswers {

    private WorkAnswers() {}

    /** @param next the cursor of the next page, null on the last one */
    @Schema(name = "FulfilmentOrderList")
    record WorkListAnswer(List<RowAnswer> items, @Nullable String next) {}

    /** What every answer about a fulfilment order says of it. */
    record Head(
            String id,
            String number,
            String orderId,
            String orderNumber,
            String node,
            String state,
            String progress,
            int priority,
            @Nullable LocalDate shipOn,
            String method,
            @Nullable String assignee,
            Instant createdAt,
            int version) {

        private static Head of(FulfilmentOrder work, WorkPlaces at) {
            return new Head(
                    Long.toString(work.id()),
                    work.number(),
                    Long.toString(work.orderId()),
                    work.orderNumber(),
                    at.code(work.nodeId()),
                    work.state().name(),
                    work.progress().name(),
                    work.priority(),
                    work.shipOn(),
                    work.method(),
                    work.assignee(),
                    work.createdAt(),
                    work.version());
        }
    }

    @Schema(name = "FulfilmentOrderRow")
    record RowAnswer(@JsonUnwrapped Head work, int openStops) {

        static RowAnswer of(WorkRow row, WorkPlaces at) {
            return new RowAnswer(Head.of(row.work(), at), row.stops());
        }
    }

    /** The {@code state} differs from {@code progress} only while or after something was asked about the work. */
    @Schema(name = "FulfilmentOrder")
    record WorkAnswer(
            @JsonUnwrapped Head work,
            @Nullable Instant leasedUntil,
            String reason,
            Instant updatedAt,
            List<StopAnswer> stops) {

        static WorkAnswer of(PickList list, WorkPlaces at) {
            FulfilmentOrder work = list.work();
            return new WorkAnswer(
                    Head.of(work, at),
                    work.leasedUntil(),
                    work.reason(),
                    work.updatedAt(),
                    list.stops().stream().map(StopAnswer::of).toList());
        }
    }

    /** @param next the cursor of the next page, null on the last one */
    @Schema(name = "PickLists")
    record PickListsAnswer(List<WorkAnswer> items, @Nullable String next) {}

    /** @param open what is still to be taken there */
    @Schema(name = "PickStop")
    record StopAnswer(
            int taskNo,
            int lineNo,
            String bin,
            String sku,
            @Nullable String barcode,
            String description,
            BigDecimal quantity,
            BigDecimal picked,
            BigDecimal missing,
            BigDecimal open) {

        static StopAnswer of(PickList.Stop stop) {
            PickTask task = stop.task();
            int decimals = stop.quantityDecimals();
            return new StopAnswer(
                    task.taskNo(),
                    task.lineNo(),
                    task.bin(),
                    stop.sku(),
                    stop.barcode(),
                    stop.description(),
                    Quantities.whole(task.quantity(), decimals),
                    Quantities.whole(task.picked(), decimals),
                    Quantities.whole(task.missing(), decimals),
                    Quantities.whole(task.open(), decimals));
        }
    }

    @Schema(name = "ReleasedWork")
    record ReleasedAnswer(List<ReleasedOne> released) {

        static ReleasedAnswer of(Released released, WorkPlaces at) {
            return new ReleasedAnswer(released.works().stream()
                    .map(work -> new ReleasedOne(
                            Long.toString(work.fulfilmentId()),
                            work.number(),
                            Long.toString(work.orderId()),
                            at.code(work.nodeId())))
                    .toList());
        }
    }

    @Schema(name = "ReleasedFulfilmentOrder")
    record ReleasedOne(String id, String number, String orderId, String node) {}

    @Schema(name = "FulfilmentOrdersDone")
    record ManyAnswer(int done, int refused, List<ManyOne> results) {

        static ManyAnswer of(WorkResults answers) {
            int refused = answers.refused().size();
            return new ManyAnswer(
                    answers.results().size() - refused,
                    refused,
                    answers.results().stream().map(ManyOne::of).toList());
        }
    }

    /**
     * @param state afterwards
     * @param errors why nothing was done for it; empty when it was
     */
    @Schema(name = "FulfilmentOrderDone")
    record ManyOne(String id, String number, String state, List<Refusal> errors) {

        static ManyOne of(WorkResult result) {
            FulfilmentState state = result.state();
            return new ManyOne(
                    Long.toString(result.fulfilmentId()),
                    result.number(),
                    state == null ? "" : state.name(),
                    result.refusals().stream()
                            .map(refusal -> refusal.renamed("scans", "picks"))
                            .toList());
        }
    }

    /** How much waits in each work list. */
    @Schema(name = "WorkListCounts")
    record CountsAnswer(Map<String, Long> counts) {}
}
