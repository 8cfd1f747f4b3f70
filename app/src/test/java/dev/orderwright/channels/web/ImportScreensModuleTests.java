package dev.orderwright.channels.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.channels.ImportException;
import dev.orderwright.channels.retail.file.RetailData;
import dev.orderwright.shared.BackgroundWork;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ImportScreensModuleTests {

    private static final World WORLD = World.fresh();
    private static final Visitor ADA = People.add(WORLD, "ada", Role.ADMINISTRATOR);
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" content=\"([^\"]+)\"");

    private static final String FILE = RetailData.HEADER + """
            536365,85123A,WHITE HANGING HEART,6,2010-12-01 08:26:00,2.55,17850.0,United Kingdom
            C536372,99999,NEVER SOLD,-1,2010-12-02 12:30:00,4.00,17850.0,United Kingdom
            """;

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private static HttpResponse<String> upload(String query, String body, boolean token) {
        Matcher found = TOKEN.matcher(ADA.get("/imports").body());
        assertThat(found.find()).isTrue();
        return ADA.send("/imports/upload?" + query, request -> {
            if (token) {
                request.header("X-CSRF-Token", found.group(1));
            }
            return request.header("Content-Type", "text/csv").POST(BodyPublishers.ofString(body));
        });
    }

    private static String text(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static void workOff() {
        WORLD.beans(BackgroundWork.class).stream()
                .filter(one -> one.name().equals("imports"))
                .forEach(BackgroundWork::round);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    @Test
    void aFileIsSentFromThePageTriedDryAndThenTakenInWithoutSendingItAgain() {
        assertThat(text(ADA.get("/imports"))).contains("Import a file", "Dry run", "Retail sales");
        HttpResponse<String> sent = upload("kind=retail&through=PLACED&dryRun=true", FILE, true);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        String dry = location(sent);
        assertThat(ADA.get(dry).body())
                .contains("hx-get=\"" + dry + "/body\"", "hx-trigger=\"live, every 2s\"", "running");
        assertThat(ADA.submit("/account", dry + "/run").statusCode()).isEqualTo(303);
        assertThat(text(ADA.get(dry))).contains("There is nothing to begin here.");
        workOff();

        assertThat(text(ADA.get(dry))).contains("It was a dry run", "Import it now", "Whole report");
        assertThat(ADA.get(dry + "/body", "HX-Request", "true").body())
                .startsWith("<div")
                .contains("hx-trigger=\"live\"");
        HttpResponse<String> begun = ADA.submit(dry, dry + "/run");
        assertThat(begun.statusCode()).isEqualTo(303);
        String real = location(begun);
        assertThat(real).isNotEqualTo(dry);
        workOff();

        assertThat(text(ADA.get(real))).contains("done", "orders placed").doesNotContain("Import it now");
        HttpResponse<String> rows = ADA.get(real + "/rows.csv");
        assertThat(rows.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("attachment");
        assertThat(rows.body())
                .startsWith("line,code,reference,reason,row,amount\r\n")
                .contains("C536372");
        HttpResponse<String> report = ADA.get(real + "/report.json");
        assertThat(report.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        assertThat(report.body()).contains("{\n");
    }

    @Test
    void whatIsNoSuchFileIsRefusedWithItsReason() {
        HttpResponse<String> wrong = upload("kind=retail&through=PLACED&dryRun=true", "name;price\nhammer;3\n", true);
        assertThat(wrong.statusCode()).as(wrong.body()).isEqualTo(422);
        assertThat(wrong.body()).contains("\"reason\":");
        HttpResponse<String> empty = upload("kind=retail&through=PLACED&dryRun=true", "", true);
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("The file is empty.");
        HttpResponse<String> unknown = upload("kind=letters&through=PLACED&dryRun=true", FILE, true);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("unknown-kind");
    }

    @Test
    void onlyOurOwnPagesSendFilesAndOnlyThoseWhoMayImport() {
        assertThat(upload("kind=retail&through=PLACED&dryRun=true", FILE, false).statusCode())
                .isEqualTo(403);
        Visitor auditor = People.add(WORLD, "aud", Role.AUDITOR);
        for (String page : new String[] {"/imports", "/imports/1", "/imports/1/rows.csv", "/imports/1/report.json"}) {
            assertThat(auditor.get(page).statusCode()).as(page).isEqualTo(403);
        }
        assertThat(ADA.get("/imports/1/rows.csv").statusCode()).isEqualTo(404);
        assertThat(ADA.get("/imports/1/report.json").statusCode()).isEqualTo(404);
    }

    @Test
    void aSpreadsheetTakesNoWordOfAFileForAFormula() {
        ImportException row = new ImportException(7, "odd-row", "=HYPERLINK(\"x\")", "It says \"no\".", "-1,+2", -1250);
        assertThat(ImportFiles.line(row, "GBP"))
                .isEqualTo("7,\"odd-row\",\"'=HYPERLINK(\"\"x\"\")\",\"It says \"\"no\"\".\",\"'-1,+2\",-12.50\r\n");
    }
}
