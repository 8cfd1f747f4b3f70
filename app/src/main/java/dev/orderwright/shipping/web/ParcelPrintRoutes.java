package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.documents.Document;
import dev.orderwright.documents.Documents;
import dev.orderwright.documents.PrintRun;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.fulfilment.WorkRow;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shared.web.Download;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.LabelPapers;
import dev.orderwright.shipping.Parcel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Labels and packing slips of many packages in one file, in the order of the list they were chosen from. */
@RestController
@Tag(name = "Packages", description = "Packing, labels, hand-over and tracking")
class ParcelPrintRoutes {

    private static final String NAMED = "Numbers (PK-100042), ids or tracking numbers, one parameter each";
    private static final String MANY = "In the order they are named in, at most 200, with a bookmark for each.";

    private final Packages packages;
    private final ListedParcels listed;
    private final FulfilmentQueries works;
    private final LabelPapers labels;
    private final PackingSlips slips;
    private final Documents documents;

    ParcelPrintRoutes(
            Packages packages,
            ListedParcels listed,
            FulfilmentQueries works,
            LabelPapers labels,
            PackingSlips slips,
            Documents documents) {
        this.packages = packages;
        this.listed = listed;
        this.works = works;
        this.labels = labels;
        this.slips = slips;
        this.documents = documents;
    }

    @PostMapping("/ship/labels.pdf")
    @Requires("documents:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> labelsOfList(
            @RequestParam(defaultValue = "") List<String> parcel,
            @RequestParam Optional<String> everything,
            @RequestParam(defaultValue = "") String list,
            WorkPlaces at,
            Who who) {
        mayPrint(who);
        return labels(everything.isPresent() ? listed.of(list, at) : forPerson(parcel, at));
    }

    @PostMapping("/ship/packing-slips.pdf")
    @Requires("documents:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> slipsOfList(
            @RequestParam(defaultValue = "") List<String> parcel,
            @RequestParam Optional<String> everything,
            @RequestParam(defaultValue = "") String list,
            WorkPlaces at,
            Who who) {
        mayPrint(who);
        return slips(everything.isPresent() ? listed.of(list, at) : forPerson(parcel, at));
    }

    /** Of what waits at the packing tables: of its packages, and of what is picked and lies in none yet. */
    @PostMapping("/pack/packing-slips.pdf")
    @Requires("documents:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> slipsOfWork(
            @RequestParam(defaultValue = "") List<String> work,
            @RequestParam Optional<String> everything,
            WorkPlaces at,
            Who who) {
        mayPrint(who);
        List<FulfilmentOrder> chosen = PrintRun.of(
                "work",
                everything.isPresent()
                        ? toPack(at)
                        : PrintRun.of("work", work).stream()
                                .map(name -> packages.workForPerson(name, at))
                                .toList());
        List<Document> papers = slips.ofWorks(chosen);
        return file(documents.together("packing-slips", PrintRun.of("work", papers)));
    }

    @GetMapping(path = "/api/v1/labels.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("documents:read")
    @Operation(summary = "Print the labels of several packages in one file", description = MANY)
    ResponseEntity<byte[]> labelsForPrograms(
            @Parameter(name = "package", description = NAMED) @RequestParam(name = "package", defaultValue = "")
                    List<String> parcels,
            WorkPlaces at,
            Who who) {
        return labels(forProgram(parcels, at, who));
    }

    @GetMapping(path = "/api/v1/packing-slips.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("documents:read")
    @Operation(summary = "Print the packing slips of several packages in one file", description = MANY)
    ResponseEntity<byte[]> slipsForPrograms(
            @Parameter(name = "package", description = NAMED) @RequestParam(name = "package", defaultValue = "")
                    List<String> parcels,
            WorkPlaces at,
            Who who) {
        return slips(forProgram(parcels, at, who));
    }

    private List<Parcel> forPerson(List<String> names, WorkPlaces at) {
        return PrintRun.of("parcel", names).stream()
                .map(name -> packages.forPerson(name, at))
                .toList();
    }

    private List<Parcel> forProgram(List<String> names, WorkPlaces at, Who who) {
        if (!ParcelCards.mayPrint(who)) {
            throw ApiRefusal.forbidden(ParcelPaperRoutes.NOT_FOR_YOU);
        }
        return packages.named(new InputCheck(), "package", PrintRun.of("package", names), at);
    }

    private List<FulfilmentOrder> toPack(WorkPlaces at) {
        return works.list(new WorkFilter(WorkList.TO_PACK, at.chosenId(), null), PrintRun.PAPERS_MAX + 1).stream()
                .map(WorkRow::work)
                .toList();
    }

    private ResponseEntity<byte[]> labels(List<Parcel> parcels) {
        String bare = PrintRun.of("list", parcels).stream()
                .filter(parcel -> !parcel.hasLabel())
                .map(Parcel::number)
                .collect(Collectors.joining(", "));
        if (!bare.isEmpty()) {
            throw ApiRefusal.badRequest(Refusal.of("no-label", "package", t("shipping.refusal.haveNoLabel", bare)));
        }
        return file(documents.together(
                "labels",
                parcels.stream()
                        .flatMap(parcel -> labels.pdf(parcel.id()).stream())
                        .toList()));
    }

    private ResponseEntity<byte[]> slips(List<Parcel> parcels) {
        return file(documents.together(
                "packing-slips",
                PrintRun.of("list", parcels).stream().map(slips::of).toList()));
    }

    private static void mayPrint(Who who) {
        if (!ParcelCards.mayPrint(who)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, ParcelPaperRoutes.NOT_FOR_YOU);
        }
    }

    private static ResponseEntity<byte[]> file(Document document) {
        return Download.of(document.fileName(), document.mediaType(), document.content());
    }
}
