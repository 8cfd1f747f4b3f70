package dev.orderwright.fulfilment.web;

import dev.orderwright.fulfilment.Rejection;
import dev.orderwright.fulfilment.ShortPick;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs send about the nodes' work. Quantities are in whole units, with at most the item's decimals. */
final class WorkInput {

    private WorkInput() {}

    @Schema(name = "ReleaseRound")
    record Round(
            @Schema(description = "Only units that leave on this day or before") @Nullable
            LocalDate leavesUntil,

            @Schema(description = "Only orders placed up to this moment") @Nullable
            Instant placedUntil,

            @Schema(description = "The most orders to release, 1 to 500", defaultValue = "200") @Nullable
            Integer limit) {}

    @Schema(name = "StartPick")
    record Start(
            @Schema(description = "Who picks; the caller itself when it is left out. Nobody else may pick meanwhile.")
            @Nullable
            String assignee) {}

    @Schema(name = "Picks")
    record Picks(@Nullable List<@Nullable Pick> picks) {}

    @Schema(name = "Pick")
    record Pick(
            @Schema(description = "SKU or barcode as it was scanned") @Nullable
            String code,

            @Schema(description = "The bin it was taken from") @Nullable
            String bin,

            @Schema(description = "In whole units") @Nullable
            BigDecimal quantity) {}

    @Schema(name = "AcceptMany")
    record Accepted(
            @Schema(description = "Numbers (FO-100042) or ids of fulfilment orders") @Nullable
            List<@Nullable String> fulfilmentOrders) {}

    @Schema(name = "StartPickMany")
    record Started(
            @Schema(description = "Numbers (FO-100042) or ids of fulfilment orders") @Nullable
            List<@Nullable String> fulfilmentOrders,

            @Schema(description = "Who picks; the caller itself when it is left out. Nobody else may pick meanwhile.")
            @Nullable
            String assignee) {}

    @Schema(name = "PickMany")
    record Picked(@Nullable List<@Nullable PickedOne> lists) {}

    @Schema(name = "PickedList")
    record PickedOne(
            @Schema(description = "Number (FO-100042) or id of the fulfilment order") @Nullable
            String fulfilmentOrder,

            @Nullable List<@Nullable Pick> picks) {}

    @Schema(name = "ShortPicks")
    record Shorts(@Nullable List<@Nullable Short> shortPicks) {}

    @Schema(name = "ShortPick")
    record Short(
            @Schema(description = "The stop of the pick list") @Nullable
            Integer taskNo,

            @Schema(description = "What could not be taken there, in whole units") @Nullable
            BigDecimal quantity,

            ShortPick.@Nullable Reason reason) {}

    @Schema(name = "RejectWork")
    record Reject(
            @Schema(description = "Left out or empty for everything that is not packed yet") @Nullable
            List<@Nullable RejectLine> lines,

            Rejection.@Nullable Reason reason,

            @Schema(description = "In the node's words; required for OTHER") @Nullable
            String note,

            @Schema(description = "Write the units off too; only for NOT_FOUND and DAMAGED", defaultValue = "false")
            @Nullable
            Boolean correctStock) {}

    @Schema(name = "RejectWorkLine")
    record RejectLine(
            @Nullable Integer lineNo,

            @Schema(description = "In whole units") @Nullable
            BigDecimal quantity) {}

    @Schema(name = "CancelAnswer")
    record Answer(
            @Schema(description = "True when the node has stopped, false when it was too late") @Nullable
            Boolean stopped,

            @Schema(description = "Why it was too late") @Nullable
            String reason) {}
}
