package dev.orderwright.fulfilment.web;

import dev.orderwright.documents.Document;
import dev.orderwright.shared.web.Download;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Pick lists on paper, for the pick station and for programs that print. */
@RestController
@Tag(name = "Fulfilment", description = "The work nodes do for orders")
class PickPaperRoutes {

    private final Works works;
    private final PickPapers papers;

    PickPaperRoutes(Works works, PickPapers papers) {
        this.works = works;
        this.papers = papers;
    }

    @GetMapping(path = "/pick/{work}/pick-list.pdf")
    @Requires("documents:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> forPeople(@PathVariable String work, WorkPlaces at, Who who) {
        return file(papers.pickList(works.forPerson(work, at), at, who));
    }

    @GetMapping(path = "/api/v1/fulfilment-orders/{work}/pick-list.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("documents:read")
    @Operation(
            summary = "Print the pick list",
            description = "What is still to be taken, sorted by bin, with barcodes.")
    ResponseEntity<byte[]> forPrograms(
            @Parameter(description = "Number (FO-100042) or id") @PathVariable String work, WorkPlaces at, Who who) {
        return file(papers.pickList(works.forProgram(work, at), at, who));
    }

    private static ResponseEntity<byte[]> file(Document document) {
        return Download.of(document.fileName(), document.mediaType(), document.content());
    }
}
