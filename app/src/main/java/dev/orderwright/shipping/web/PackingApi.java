package dev.orderwright.shipping.web;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.IfMatch;
import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.PackConfirm;
import dev.orderwright.shipping.PackConfirm.Box;
import dev.orderwright.shipping.PackConfirm.Content;
import dev.orderwright.shipping.PackResult;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.web.ParcelAnswers.PackedManyAnswer;
import dev.orderwright.shipping.web.ParcelAnswers.ParcelAnswer;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Units are packed: one by one as they are scanned, or many boxes at once. Answers are the package afterwards. */
@RestController
@RequestMapping("/api/v1/packages")
@Tag(name = "Packages", description = "Packing, labels, hand-over and tracking")
class PackingApi {

    private static final String NAMED = "Number (PK-100042) or id";
    private static final int PACKS_MAX = 500;

    private final Packing packing;
    private final OrderQueries orders;
    private final Packages packages;
    private final ItemDecimals decimals;
    private final ParcelAnswering answering;

    PackingApi(
            Packing packing, OrderQueries orders, Packages packages, ItemDecimals decimals, ParcelAnswering answering) {
        this.packing = packing;
        this.orders = orders;
        this.packages = packages;
        this.decimals = decimals;
        this.answering = answering;
    }

    @PostMapping
    @Requires("shipping:write")
    @ApiResponse(responseCode = "201", description = "Made")
    @Operation(summary = "Begin a package", description = "For a fulfilment order that is being picked or is picked.")
    ResponseEntity<ParcelAnswer> open(@RequestBody ParcelInput.Open input, WorkPlaces at, Cause cause) {
        InputCheck check = new InputCheck();
        String name = check.text("fulfilmentOrder", input.fulfilmentOrder());
        check.done();
        FulfilmentOrder work =
                packages.worksNamed(check, "fulfilmentOrder", List.of(name), at).getFirst();
        PackResult result = ApiRefusal.orThrow(packing.open(cause, work.id()));
        return answering.answer(result.packages().getFirst().packageId(), at, HttpStatus.CREATED);
    }

    @PostMapping("/{parcel}/scans")
    @Requires("shipping:write")
    @Operation(
            summary = "Pack units",
            description = "As they are scanned. A wrong item is refused with what is still to be packed.")
    ResponseEntity<ParcelAnswer> scan(
            @Parameter(description = NAMED) @PathVariable String parcel,
            @RequestBody ParcelInput.Units input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forProgram(parcel, at);
        Content content = content(found.orderId(), input);
        return done(
                found,
                packing.scan(cause, found.id(), content.code(), content.quantity(), IfMatch.version(ifMatch)),
                at);
    }

    @PostMapping("/{parcel}/take-outs")
    @Requires("shipping:write")
    @Operation(summary = "Take units out of an open package again")
    ResponseEntity<ParcelAnswer> takeOut(
            @Parameter(description = NAMED) @PathVariable String parcel,
            @RequestBody ParcelInput.Units input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forProgram(parcel, at);
        Content content = content(found.orderId(), input);
        return done(
                found,
                packing.takeOut(cause, found.id(), content.code(), content.quantity(), IfMatch.version(ifMatch)),
                at);
    }

    private Content content(long orderId, ParcelInput.Units input) {
        InputCheck check = new InputCheck();
        Content content = content(check, "", input, lines(orderId));
        check.done();
        return content;
    }

    private Content content(InputCheck check, String field, ParcelInput.Units input, List<OrderLine> lines) {
        String code = check.text(field + "code", input.code());
        BigDecimal quantity = Objects.requireNonNullElse(input.quantity(), BigDecimal.ONE);
        return new Content(code, check.units(field + "quantity", quantity, decimals.of(code, lines)));
    }

    private List<OrderLine> lines(long orderId) {
        return orders.lines(List.of(orderId)).getOrDefault(orderId, List.of());
    }

    @PostMapping("/{parcel}/seal")
    @Requires("shipping:write")
    @Operation(summary = "Close a package", description = "With its weight and size, where they were taken.")
    ResponseEntity<ParcelAnswer> seal(
            @Parameter(description = NAMED) @PathVariable String parcel,
            @RequestBody ParcelInput.Size input,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forProgram(parcel, at);
        InputCheck check = new InputCheck();
        Measures measures = ParcelInput.measures(check, "", input);
        check.done();
        return done(found, packing.seal(cause, found.id(), measures, IfMatch.version(ifMatch)), at);
    }

    @PostMapping("/{parcel}/reopen")
    @Requires("shipping:write")
    @Operation(summary = "Open a closed package again", description = "Before it has a label; else void that first.")
    ResponseEntity<ParcelAnswer> reopen(
            @Parameter(description = NAMED) @PathVariable String parcel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forProgram(parcel, at);
        return done(found, packing.reopen(cause, found.id(), IfMatch.version(ifMatch)), at);
    }

    @PostMapping("/{parcel}/discard")
    @Requires("shipping:write")
    @Operation(summary = "Throw an empty package away")
    ResponseEntity<ParcelAnswer> discard(
            @Parameter(description = NAMED) @PathVariable String parcel,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            WorkPlaces at,
            Cause cause) {
        Parcel found = packages.forProgram(parcel, at);
        return done(found, packing.discard(cause, found.id(), IfMatch.version(ifMatch)), at);
    }

    @PostMapping("/pack")
    @Requires("shipping:write")
    @Operation(
            summary = "Pack and close boxes of many fulfilment orders",
            description = "For stations that send what they have scanned when they are done. Each fulfilment order is"
                    + " packed or refused apart; the answer has one result for each, at most 500 at once.")
    PackedManyAnswer packMany(@RequestBody ParcelInput.PackMany input, WorkPlaces at, Cause cause) {
        InputCheck check = new InputCheck();
        List<ParcelInput.Pack> packs = check.atMost("packs", check.lines("packs", input.packs()), PACKS_MAX);
        List<String> names = new ArrayList<>();
        for (ParcelInput.Pack pack : packs) {
            names.add(check.text("packs[" + names.size() + "].fulfilmentOrder", pack.fulfilmentOrder()));
        }
        check.done();
        List<FulfilmentOrder> works = packages.worksNamed(check, "packs[%d].fulfilmentOrder", names, at);
        Map<Long, List<OrderLine>> lines =
                orders.lines(works.stream().map(FulfilmentOrder::orderId).collect(Collectors.toSet()));
        List<PackConfirm> confirms = new ArrayList<>();
        for (int i = 0; i < packs.size(); i++) {
            FulfilmentOrder work = works.get(i);
            List<Box> boxes =
                    boxes(check, "packs[" + i + "].", packs.get(i), lines.getOrDefault(work.orderId(), List.of()));
            confirms.add(new PackConfirm(work.id(), boxes));
        }
        check.done();
        return PackedManyAnswer.of(
                ApiRefusal.orThrow(packing.pack(cause, confirms)).results());
    }

    private List<Box> boxes(InputCheck check, String field, ParcelInput.Pack pack, List<OrderLine> lines) {
        List<Box> boxes = new ArrayList<>();
        for (ParcelInput.Box box : check.lines(field + "boxes", pack.boxes())) {
            String boxField = field + "boxes[" + boxes.size() + "].";
            List<Content> contents = new ArrayList<>();
            for (ParcelInput.Units units : check.lines(boxField + "contents", box.contents())) {
                contents.add(content(check, boxField + "contents[" + contents.size() + "].", units, lines));
            }
            boxes.add(new Box(contents, ParcelInput.measures(check, boxField + "measures.", box.measures())));
        }
        return boxes;
    }

    /** The facade names fields of a list of scans; here it is one. */
    private ResponseEntity<ParcelAnswer> done(Parcel parcel, Outcome<PackResult> outcome, WorkPlaces at) {
        ApiRefusal.orThrow(outcome, ".");
        return answering.answer(parcel.id(), at, HttpStatus.OK);
    }
}
