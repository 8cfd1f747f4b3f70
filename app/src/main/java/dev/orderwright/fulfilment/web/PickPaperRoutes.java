package dev.orderwright.fulfilment.web;

import dev.orderwright.documents.Document;
import dev.orderwright.documents.PrintRun;
import dev.orderwright.shared.api.InputCheck;
import dev.orderwright.shared.web.Download;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
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

    /** Of what is ticked in a work list, or of the whole list; in the order of the list. */
    @PostMapping("/pick/pick-lists.pdf")
    @Requires("documents:read")
    @Operation(hidden = true)
    ResponseEntity<byte[]> ofListForPeople(
            @RequestParam(defaultValue = "") List<String> work,
            @RequestParam Optional<String> everything,
            @RequestParam(defaultValue = "") String list,
            WorkPlaces at,
            Who who) {
        return file(
                everything.isEmpty()
                        ? papers.pickLists(
                                PrintRun.of("work", work).stream()
                                        .map(name -> works.forPerson(name, at))
                                        .toList(),
                                at,
                                who)
                        : papers.pickLists(
                                PrintRun.of("list", works.waiting(list, at, PrintRun.PAPERS_MAX + 1)), at, who));
    }

    @GetMapping(path = "/api/v1/pick-lists.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires("documents:read")
    @Operation(
            summary = "Print several pick lists in one file",
            description = "In the order they are named in, at most 200, with a bookmark for each.")
    ResponseEntity<byte[]> severalForPrograms(
            @Parameter(description = "Numbers (FO-100042) or ids, one parameter each") @RequestParam(defaultValue = "")
                    List<String> work,
            WorkPlaces at,
            Who who) {
        List<String> chosen = PrintRun.of("work", work);
        return file(papers.pickLists(works.named(new InputCheck(), "work", chosen, at), at, who));
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
