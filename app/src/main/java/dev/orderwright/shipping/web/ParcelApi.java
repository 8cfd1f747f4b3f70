package dev.orderwright.shipping.web;

import dev.orderwright.shared.Page;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.ShipDesk;
import dev.orderwright.shipping.ShipDesk.ParcelFilter;
import dev.orderwright.shipping.ShipDesk.ParcelList;
import dev.orderwright.shipping.web.ParcelAnswers.ListAnswer;
import dev.orderwright.shipping.web.ParcelAnswers.ParcelAnswer;
import dev.orderwright.shipping.web.ParcelAnswers.RowAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Packages are found and read. A package is named by its number, its id or its tracking number. */
@RestController
@RequestMapping("/api/v1/packages")
@Tag(name = "Packages", description = "Packing, labels, hand-over and tracking")
class ParcelApi {

    private final ShipDesk desk;
    private final Packages packages;
    private final ParcelAnswering answering;
    private final Show show;
    private final InstantSource clock;

    ParcelApi(ShipDesk desk, Packages packages, ParcelAnswering answering, Show show, InstantSource clock) {
        this.desk = desk;
        this.packages = packages;
        this.answering = answering;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping
    @Requires("shipping:read")
    @Operation(
            summary = "A list of packages",
            description = "The oldest first; of delivered ones the newest. With an order: all its"
                    + " packages, wherever they are.")
    ListAnswer list(
            @Parameter(description = "Which list") @RequestParam(defaultValue = "TO_HAND_OVER") ParcelList list,
            @Parameter(description = "Code of the node; without it every node")
                    @RequestParam(required = false)
                    @Nullable
                    String node,
            @Parameter(description = "All packages of the order with this number, instead of a list")
                    @RequestParam(required = false)
                    @Nullable
                    String order,
            @Parameter(description = "The cursor that the page before gave") @RequestParam(required = false) @Nullable
                    String cursor,
            @Parameter(description = "Rows on a page, at most 500") @RequestParam(defaultValue = "50") int limit,
            WorkPlaces at) {
        if (order != null) {
            return new ListAnswer(
                    packages.ofOrder(order).stream()
                            .filter(parcel -> at.has(parcel.nodeId()))
                            .map(parcel -> RowAnswer.of(parcel, at, null, ""))
                            .toList(),
                    null);
        }
        LocalDate today = clock.instant().atZone(show.zone()).toLocalDate();
        Page<RowAnswer> page = desk.list(new ParcelFilter(list, at.chosenId(), today), cursor, limit)
                .map(row -> RowAnswer.of(row, at));
        return new ListAnswer(page.items(), page.next());
    }

    @GetMapping("/{parcel}")
    @Requires("shipping:read")
    @Operation(summary = "One package", description = "With its contents, its labels and what its carrier has seen.")
    ResponseEntity<ParcelAnswer> one(
            @Parameter(description = "Number (PK-100042), id or tracking number") @PathVariable String parcel,
            WorkPlaces at) {
        return answering.answer(packages.forProgram(parcel, at).id(), at, HttpStatus.OK);
    }
}
