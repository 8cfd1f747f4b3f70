package dev.orderwright.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandScenarioTests {

    private static final String POST = "POST /api/v1/imports/retail?through=placed&dryRun=false";
    private static final String GET = "GET /api/v1/imports/7";
    private static final String DONE = """
            {"state": "DONE", "phase": "Done", "done": 3, "total": 3,
             "report": {"rows": 3, "net_revenue": "57.120", "rounding": 0.10, "by_month": {"2010-12": "57.120"}}}""";

    @TempDir
    private Path folder;

    private AnsweringServer server;
    private Path file;
    private final Recorded recorded = new Recorded();

    @BeforeEach
    void start() throws IOException {
        server = new AnsweringServer();
        file = Files.writeString(folder.resolve("retail.csv"), "Invoice,StockCode\n489434,85048\n");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void accepts(String request) {
        server.on(request, new AnsweringServer.Answer(202, Map.of("Location", "/api/v1/imports/7"), "{\"id\": 7}"));
    }

    private int run(String... options) {
        List<String> line = new ArrayList<>(List.of("import", "retail", file.toString(), "--server", server.url()));
        line.addAll(Arrays.asList(options));
        return CommandLine.run(Object.class, recorded.terminal(false), line.toArray(String[]::new));
    }

    @Test
    void itSendsTheFileFollowsTheWorkAndShowsTheReport() throws IOException {
        accepts(POST);
        server.on(GET, 200, """
                {"state": "RUNNING", "phase": "Placing orders", "done": 1, "total": 3}""").on(GET, 200, DONE);
        Path report = folder.resolve("report.json");

        assertThat(run("--report", report.toString())).isZero();

        AnsweringServer.Asked sent = server.asked().getFirst();
        assertThat(new String(sent.body(), StandardCharsets.UTF_8)).isEqualTo(Files.readString(file));
        assertThat(sent.headers()).containsEntry("Content-type", "text/csv");
        assertThat(recorded.err()).contains("Placing orders: 1 of 3 (33 %)", "Report written to " + report);
        assertThat(recorded.out().lines())
                .containsExactly("rows         3", "net_revenue  57.120", "rounding     0.10");
        assertThat(report).content().contains("\"net_revenue\" : \"57.120\"", "\"rounding\" : 0.10", "\"2010-12\"");
    }

    @Test
    void aPackedFileIsRecognisedByItsContent() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(Files.readAllBytes(file));
        }
        Files.write(file, packed.toByteArray());
        accepts(POST);
        server.on(GET, 200, DONE);

        assertThat(run()).isZero();
        assertThat(server.asked().getFirst().headers()).containsEntry("Content-type", "application/gzip");
        assertThat(server.asked().getFirst().body()).isEqualTo(packed.toByteArray());
    }

    @Test
    void theOptionsReachTheProgram() {
        accepts("POST /api/v1/imports/retail?through=paid&dryRun=true");
        server.on(GET, 200, DONE);

        assertThat(run("--through", "paid", "--dry-run")).isZero();
    }

    @Test
    void aFailedImportTellsWhyAndWhatToDo() {
        accepts(POST);
        server.on(GET, 200, """
                {"state": "FAILED", "phase": "Reading", "done": 1, "total": 3, "problem": {"code": "file.broken",
                 "detail": "Row 2 ends in the middle of a quoted field.",
                 "errors": [{"field": "row 2", "code": "csv.quote", "reason": "the closing quote is missing"}]}}""");

        assertThat(run()).isEqualTo(1);
        assertThat(recorded.err())
                .contains("The import failed.")
                .contains("Row 2 ends in the middle of a quoted field.")
                .contains("row 2: the closing quote is missing")
                .contains("run the same command again");
    }

    @Test
    void aRefusedFileTellsWhy() {
        server.on(POST, 400, """
                {"title": "Bad file", "detail": "The first row must name the columns.", "code": "file.header"}""");

        assertThat(run()).isEqualTo(1);
        assertThat(recorded.err()).contains("refused (400)", "The first row must name the columns.");
    }

    @Test
    void aMissingKeySaysWhereToPutIt() {
        server.on(POST, 401, "");

        assertThat(run()).isEqualTo(1);
        assertThat(recorded.err()).contains("does not accept our API key", "ORDERWRIGHT_API_KEY");
    }

    @Test
    void aShortInterruptionOfTheLineDoesNotEndIt() {
        accepts(POST);
        server.on(GET, 0, "").on(GET, 200, DONE);

        assertThat(run()).isZero();
    }

    @Test
    void nobodyAtTheAddressIsToldInWords() {
        server.close();

        assertThat(run()).isEqualTo(1);
        assertThat(recorded.err()).contains("no Orderwright answers at " + server.url());
    }

    @Test
    void wrongFileNamesAreToldBeforeAnythingIsSent() throws IOException {
        assertThat(run(
                        "--report",
                        folder.resolve("missing").resolve("report.json").toString()))
                .isEqualTo(1);
        assertThat(recorded.err()).contains("The report cannot be written");
        Files.delete(file);
        assertThat(run()).isEqualTo(1);
        assertThat(recorded.err()).contains("There is no readable file " + file);
        assertThat(server.asked()).isEmpty();
    }
}
