package dev.orderwright.channels.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.ImportJob;
import dev.orderwright.channels.ImportWish;
import dev.orderwright.channels.Imports;
import dev.orderwright.channels.Through;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.Csv;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Files that people send from the page of imports, and those they take away with them. */
@Controller
class ImportFiles {

    private static final int ROWS_AT_ONCE = 500;

    private final Imports imports;
    private final Company company;
    private final long bytesMax;

    ImportFiles(Imports imports, Company company, @Value("${orderwright.api.lines-limit:2GB}") DataSize max) {
        this.imports = imports;
        this.company = company;
        this.bytesMax = max.toBytes();
    }

    /** Why a file was not taken, for the script that has sent it. */
    record NotTaken(String code, String reason) {}

    /** The file comes as it is, and not in a form, so that it is kept piece by piece while it arrives. */
    @PostMapping(
            path = "/imports/upload",
            consumes = {"text/csv", "application/gzip"})
    @Requires("imports:write")
    ResponseEntity<?> upload(
            @RequestParam String kind,
            @RequestParam Through through,
            @RequestParam boolean dryRun,
            HttpServletRequest request,
            InputStream body,
            Who who)
            throws IOException {
        if (request.getContentLengthLong() > bytesMax) {
            return notTaken(
                    HttpStatus.CONTENT_TOO_LARGE,
                    Refusal.of("body-too-large", t("channels.refusal.theFileIsTooLarge")));
        }
        if (request.getContentLengthLong() == 0) {
            return notTaken(
                    HttpStatus.UNPROCESSABLE_CONTENT, Refusal.of("empty", t("channels.refusal.theFileIsEmpty")));
        }
        return switch (imports.accept(who.actor(), new ImportWish(kind, through, dryRun), body)) {
            case Outcome.Done<ImportJob>(ImportJob job, boolean replayed) ->
                ResponseEntity.created(URI.create("/imports/" + job.id())).build();
            case Outcome.Refused<ImportJob>(List<Refusal> refusals) ->
                notTaken(HttpStatus.UNPROCESSABLE_CONTENT, refusals.getFirst());
        };
    }

    private static ResponseEntity<NotTaken> notTaken(HttpStatus status, Refusal refusal) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new NotTaken(refusal.code(), refusal.reason()));
    }

    /** The whole report, as programs get it. */
    @GetMapping("/imports/{id}/report.json")
    @Requires("imports:write")
    ResponseEntity<byte[]> report(@PathVariable long id) {
        ImportJob job = find(id);
        if (job.report() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, "import " + id + " has no report yet");
        }
        byte[] report = Json.pretty(Json.readMap(job.report())).getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(HttpHeaders.CONTENT_DISPOSITION, attached("import-" + id + "-report.json"))
                .body(report);
    }

    /** Every row that needs a look, for a spreadsheet. */
    @GetMapping("/imports/{id}/rows.csv")
    @Requires("imports:write")
    void rows(@PathVariable long id, HttpServletResponse response) throws IOException {
        find(id);
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attached("import-" + id + "-rows.csv"));
        try (Writer out =
                new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8))) {
            out.write("line,code,reference,reason,row,amount\r\n");
            @Nullable String cursor = null;
            do {
                Page<ImportException> page = imports.exceptions(id, cursor, ROWS_AT_ONCE);
                for (ImportException row : page.items()) {
                    out.write(line(row, company.currency()));
                }
                cursor = page.next();
            } while (cursor != null);
        }
    }

    static String line(ImportException row, String currency) {
        return row.lineNo() + "," + Csv.text(row.code()) + "," + Csv.text(row.reference()) + ","
                + Csv.text(row.reason()) + ","
                + Csv.text(row.rowText()) + ","
                + new Money(row.amountMinor(), currency).amount().toPlainString() + "\r\n";
    }

    private static String attached(String name) {
        return ContentDisposition.attachment().filename(name).build().toString();
    }

    private ImportJob find(long id) {
        return imports.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no import " + id));
    }
}
