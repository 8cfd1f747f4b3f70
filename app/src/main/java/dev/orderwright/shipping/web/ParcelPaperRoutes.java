package dev.orderwright.shipping.web;

import dev.orderwright.documents.Document;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Download;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.LabelPapers;
import dev.orderwright.shipping.Parcel;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Labels and packing slips, for people and for programs that print. They say who a package goes to, and where. */
@RestController
@Tag(name = "Packages", description = "Packing, labels, hand-over and tracking")
class ParcelPaperRoutes {

    private static final String ZPL = "application/zpl";
    private static final String NAMED = "Number (PK-100042), id or tracking number";
    static final String NOT_FOR_YOU = "It says who the package goes to, and where; that is not open to you.";

    private final Packages packages;
    private final LabelPapers labels;
    private final PackingSlips slips;

    ParcelPaperRoutes(Packages packages, LabelPapers labels, PackingSlips slips) {
        this.packages = packages;
        this.labels = labels;
        this.slips = slips;
    }

    @GetMapping("/packages/{parcel}/label.pdf")
    @Requires("documents:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> labelPage(@PathVariable String parcel, WorkPlaces at, Who who) {
        return shown(labels.pdf(forPerson(parcel, at, who).id()));
    }

    @GetMapping("/packages/{parcel}/label.zpl")
    @Requires("documents:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> labelCode(@PathVariable String parcel, WorkPlaces at, Who who) {
        return shown(labels.zpl(forPerson(parcel, at, who).id()));
    }

    @GetMapping("/packages/{parcel}/packing-slip.pdf")
    @Requires("documents:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> slipPage(@PathVariable String parcel, WorkPlaces at, Who who) {
        return file(slips.of(forPerson(parcel, at, who)));
    }

    @GetMapping(path = "/api/v1/packages/{parcel}/label.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("documents:read")
    @Operation(summary = "Print the label on paper", description = "Always the label that was bought, however often.")
    ResponseEntity<byte[]> labelPdf(
            @Parameter(description = NAMED) @PathVariable String parcel, WorkPlaces at, Who who) {
        return sent(parcel, labels.pdf(forProgram(parcel, at, who).id()));
    }

    @GetMapping(path = "/api/v1/packages/{parcel}/label.zpl", produces = ZPL)
    @Requires("documents:read")
    @Operation(summary = "Print the label on a label printer", description = "In ZPL, for heads of 203 dpi.")
    ResponseEntity<byte[]> labelZpl(
            @Parameter(description = NAMED) @PathVariable String parcel, WorkPlaces at, Who who) {
        return sent(parcel, labels.zpl(forProgram(parcel, at, who).id()));
    }

    @GetMapping(path = "/api/v1/packages/{parcel}/packing-slip.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("documents:read")
    @Operation(summary = "Print the packing slip", description = "What lies in the package, and what comes later.")
    ResponseEntity<byte[]> slip(@Parameter(description = NAMED) @PathVariable String parcel, WorkPlaces at, Who who) {
        return file(slips.of(forProgram(parcel, at, who)));
    }

    private Parcel forPerson(String name, WorkPlaces at, Who who) {
        if (!ParcelCards.mayPrint(who)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, NOT_FOR_YOU);
        }
        return packages.forPerson(name, at);
    }

    private Parcel forProgram(String name, WorkPlaces at, Who who) {
        if (!ParcelCards.mayPrint(who)) {
            throw ApiRefusal.forbidden(NOT_FOR_YOU);
        }
        return packages.forProgram(name, at);
    }

    private static ResponseEntity<byte[]> shown(Optional<Document> document) {
        return file(document.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    }

    private static ResponseEntity<byte[]> sent(String parcel, Optional<Document> document) {
        return file(document.orElseThrow(() -> ApiRefusal.notFound("label of package " + parcel)));
    }

    private static ResponseEntity<byte[]> file(Document document) {
        return Download.of(document.fileName(), document.mediaType(), document.content());
    }
}
