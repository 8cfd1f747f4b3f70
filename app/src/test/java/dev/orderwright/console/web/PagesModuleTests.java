package dev.orderwright.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PagesModuleTests {

    private static World world;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        world = World.fresh();
        admin = Visitor.signedIn(
                world,
                "admin",
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/login", "/design", "/nothing", "/api/v1/nothing", "/actuator/health", "/assets/x/no.css"})
    void everyAnswerHasTheSecurityHeaders(String path) {
        HttpResponse<String> answer = admin.get(path);

        assertThat(header(answer, "Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
        assertThat(header(answer, "Cross-Origin-Opener-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
        assertThat(header(answer, "Cache-Control")).contains("no-store");
        assertThat(header(answer, "X-Request-Id")).isNotBlank();
    }

    @Test
    void staticFilesMayBeKeptForEverBecauseTheirAddressChanges() {
        Matcher address = Pattern.compile("href=\"(/assets/[0-9a-f]{12}/console/base\\.css)\"")
                .matcher(admin.get("/").body());
        assertThat(address.find()).isTrue();

        HttpResponse<String> file = Visitor.of(world).get(address.group(1));
        HttpResponse<String> ofAnotherRelease = Visitor.of(world).get("/assets/000000000000/console/base.css");

        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(header(file, "Cache-Control")).isEqualTo("max-age=31536000, public, immutable");
        assertThat(header(file, "Content-Type")).startsWith("text/css");
        assertThat(ofAnotherRelease.statusCode()).isEqualTo(200);
        assertThat(header(ofAnotherRelease, "Cache-Control")).isEqualTo("no-cache");
    }

    @Test
    void htmxGetsTheContentAloneAndPeopleTheWholePage() {
        String whole = admin.get("/design").body();
        String part = admin.get("/design", "HX-Request", "true").body();
        String restored = admin.get("/design", "HX-Request", "true", "HX-History-Restore-Request", "true")
                .body();

        assertThat(whole).startsWith("<!DOCTYPE html>").contains("<nav class=\"side\"", "<h1>Components</h1>");
        assertThat(part.strip())
                .startsWith("<title>Components · Orderwright</title>")
                .contains("<h1>Components</h1>")
                .doesNotContain("<html", "<nav class=\"side\"");
        assertThat(restored).startsWith("<!DOCTYPE html>");
        assertThat(header(admin.get("/design"), "Vary")).containsIgnoringCase("HX-Request");
    }

    @Test
    void everyPostFormCarriesItsTokenAndAKeyOfItsOwn() {
        String page = admin.get("/account").body();
        List<String> forms = Pattern.compile("<form\\b.*?</form>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .map(found -> found.group())
                .toList();
        List<String> posting =
                forms.stream().filter(form -> form.contains("method=\"post\"")).toList();

        assertThat(posting).isNotEmpty().allMatch(form -> form.contains("name=\"_csrf\"") && form.contains("_once"));
        assertThat(forms)
                .filteredOn(form -> form.contains("role=\"search\""))
                .hasSize(1)
                .noneMatch(form -> form.contains("_csrf"));
        List<String> keys = Pattern.compile("name=\"_once\" value=\"([^\"]+)\"")
                .matcher(page + admin.get("/account").body())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(keys).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    @Test
    void whatIsNotThereGetsAPageThatHelps() {
        HttpResponse<String> missing = admin.get("/nothing/here");

        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("There is nothing here", "<nav class=\"side\"");
    }

    @Test
    void theMenuShowsWhatOneMayOpenAndOnlyPagesThatExist() {
        List<String> links = Pattern.compile("data-jump=\"[a-z]\"")
                .matcher(admin.get("/").body())
                .results()
                .map(found -> found.group())
                .toList();
        Pattern entries = Pattern.compile("<li><a href=\"([^\"]+)\"");
        List<String> addresses = entries.matcher(admin.get("/").body())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(links).doesNotHaveDuplicates();
        assertThat(addresses)
                .contains("/", "/admin/users")
                .allSatisfy(address ->
                        assertThat(admin.get(address).statusCode()).as(address).isEqualTo(200));
    }

    @Test
    void theStartPageGreetsAndTeachesWhileThereIsNothingToDo() {
        String page = admin.get("/").body();

        assertThat(page).contains("Good morning, Administrator", "Mon 2 Mar 2026");
    }

    @Test
    void whatPeopleTypeIsShownAsTextAndNeverAsMarkup() {
        HttpResponse<String> answer = Visitor.of(world).signIn("\"><script>alert(1)</script>", "x");

        assertThat(answer.body()).doesNotContain("<script>alert").contains("&#34;>&lt;script>");
    }

    private static String header(HttpResponse<String> answer, String name) {
        return String.join(", ", answer.headers().allValues(name));
    }
}
