package dev.orderwright.channels.web;

import static dev.orderwright.shared.Texts.t;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.ImportJob;
import dev.orderwright.channels.ImportWish;
import dev.orderwright.channels.Imports;
import dev.orderwright.channels.Through;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files are sent whole and worked off in the background. The file is its own idempotency key: sent again, it leads to the
 * import that runs, or changes nothing.
 */
@RestController
@RequestMapping("/api/v1/imports")
class ImportApi {

    private final Imports imports;

    ImportApi(Imports imports) {
        this.imports = imports;
    }

    /**
     * An import and how far it is.
     *
     * @param done of {@code total}, in rows of the file mostly; a total of 0 is not known yet
     * @param report once it is done
     * @param problem why it failed
     */
    record ImportAnswer(
            String id,
            String kind,
            String sha256,
            long bytes,
            String through,
            boolean dryRun,
            String state,
            String phase,
            long done,
            long total,
            @JsonRawValue @Nullable String report,
            @JsonRawValue @Nullable String problem,
            String startedBy,
            Instant startedAt,
            @Nullable Instant endedAt) {

        static ImportAnswer of(ImportJob job) {
            return new ImportAnswer(
                    Long.toString(job.id()),
                    job.wish().kind(),
                    job.sha256(),
                    job.bytes(),
                    job.wish().through().name().toLowerCase(Locale.ROOT),
                    job.wish().dryRun(),
                    job.state().name(),
                    job.phase(),
                    job.done(),
                    job.total(),
                    job.report(),
                    job.problem(),
                    job.startedBy(),
                    job.startedAt(),
                    job.endedAt());
        }

        /** In lists, where reports would be long. */
        ImportAnswer withoutReport() {
            return new ImportAnswer(
                    id, kind, sha256, bytes, through, dryRun, state, phase, done, total, null, problem, startedBy,
                    startedAt, endedAt);
        }
    }

    /** Keeps the file and begins its import. Plain CSV, or compressed with gzip. */
    @PostMapping(
            path = "/{kind}",
            consumes = {"text/csv", "application/gzip"})
    @Requires("imports:write")
    @Operation(
            summary = "Take a file and begin its import",
            description = "Plain CSV, or compressed with gzip. The same file again is the same import.")
    @ApiResponse(responseCode = "202", description = "Taken; the import runs")
    ResponseEntity<ImportAnswer> accept(
            @PathVariable String kind,
            @RequestParam(defaultValue = "placed") String through,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream body,
            Who who)
            throws IOException {
        ImportWish wish = new ImportWish(kind, through(through), dryRun);
        ImportJob job = ApiRefusal.orThrow(imports.accept(who.actor(), wish, body));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(ImportAnswer.of(job));
    }

    private static Through through(String text) {
        return Stream.of(Through.values())
                .filter(through -> through.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> ApiRefusal.badRequest(
                        Refusal.of("unknown-stage", "through", t("channels.refusal.anImportGoesThroughTo"))));
    }

    @GetMapping
    @Requires("imports:write")
    @Operation(summary = "Imports, newest first")
    Page<ImportAnswer> list(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "50") int limit) {
        return imports.list(cursor, limit).map(job -> ImportAnswer.of(job).withoutReport());
    }

    @GetMapping("/{id}")
    @Requires("imports:write")
    @Operation(summary = "One import with its report")
    ImportAnswer one(@PathVariable String id) {
        return ImportAnswer.of(find(id));
    }

    /** Each row that could not be taken, or not as it stands. */
    @GetMapping("/{id}/exceptions")
    @Requires("imports:write")
    @Operation(summary = "Rows that could not be taken, or not as they stand")
    Page<ImportException> exceptions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return imports.exceptions(find(id).id(), cursor, limit);
    }

    private ImportJob find(String id) {
        return Ids.parse(id)
                .flatMap(imports::find)
                .orElseThrow(() -> ApiRefusal.notFound(t("channels.refusal.import", id)));
    }
}
