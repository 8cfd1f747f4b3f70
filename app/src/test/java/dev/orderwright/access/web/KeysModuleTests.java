package dev.orderwright.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.ApiKey;
import dev.orderwright.access.ApiKeys;
import dev.orderwright.access.FirstAdministrator;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeysModuleTests {

    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">(owk_[^<]+)</code>");
    private static final String WHO = "/api/v1/probe/who";

    @TempDir
    private static Path folder;

    private static World world;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        world = World.fresh(Map.of(
                "spring.profiles.active",
                "probe",
                "orderwright.cli-key-file",
                folder.resolve("cli.key").toString()));
        String password = world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow();
        admin = Visitor.signedIn(world, "admin", password);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aKeyIsShownOnceAndOpensWhatItsScopesAllow() {
        String secret = make("shop", "orders:read");

        assertThat(secret).matches("owk_[a-z2-9]{8}_[A-Za-z0-9_-]{43}");
        assertThat(call(secret, WHO).body()).contains("client:shop");
        assertThat(call(secret, "/api/v1/probe/lines").statusCode()).isEqualTo(405);
        assertThat(admin.get("/admin/keys").body())
                .contains(secret.substring(0, 12) + "…")
                .doesNotContain(secret);
    }

    @Test
    void aProgramsAnswerIsNeitherKeptNorFramedNorGuessedAtShouldABrowserShowIt() {
        HttpResponse<String> answer = call(make("careful", "orders:read"), WHO);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'");
        assertThat(call("owk_nonsense", WHO).headers().firstValue("X-Content-Type-Options"))
                .as("also of a refusal")
                .hasValue("nosniff");
    }

    @Test
    void aKeyWithoutTheScopeIsRefusedAndToldWhichItNeeds() {
        HttpResponse<String> refused = call(make("stock tool", "inventory:read"), WHO);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"forbidden\"", "orders:read");
    }

    @Test
    void aRevokedKeyIsRefusedAtOnceAndStaysInTheList() {
        String secret = make("old shop", "orders:read");
        assertThat(call(secret, WHO).statusCode()).isEqualTo(200);
        long id = key("old shop").id();

        HttpResponse<String> revoked = admin.submit("/admin/keys", "/admin/keys/" + id + "/revoke");

        assertThat(revoked.statusCode()).isEqualTo(303);
        assertThat(call(secret, WHO).statusCode()).isEqualTo(401);
        assertThat(admin.get("/admin/keys").body()).contains("The key old shop is revoked.", "Revoked");
        make("old shop", "orders:read"); // the name is free again
    }

    @Test
    void aKeyLivesThroughTheDayItEndsOn() {
        String secret = make("seasonal", "orders:read", "expiresOn", "2026-03-03");
        assertThat(call(secret, WHO).statusCode()).isEqualTo(200);

        world.clock().advance(Duration.ofHours(38)); // Tuesday, 23:00
        assertThat(call(secret, WHO).statusCode()).isEqualTo(200);
        world.clock().advance(Duration.ofHours(2));
        assertThat(call(secret, WHO).statusCode()).isEqualTo(401);
        world.clock().advance(Duration.ofHours(-40));
    }

    @Test
    void formErrorsStandBesideTheirFields() {
        HttpResponse<String> empty = admin.submit("/admin/keys/new", "/admin/keys", "name", "");
        HttpResponse<String> past = admin.submit(
                "/admin/keys/new", "/admin/keys", "name", "past", "expiresOn", "2026-02-01", "scopes", "orders:read");
        HttpResponse<String> greedy =
                admin.submit("/admin/keys/new", "/admin/keys", "name", "greedy", "scopes", "access:admin");

        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(empty.body()).contains("id=\"name-error\"", "id=\"scopes-error\"");
        assertThat(past.body()).contains("id=\"expiresOn-error\"");
        assertThat(greedy.body()).contains("'access:admin' is not a scope.");
    }

    @Test
    void itIsNotedWhenAKeyWasLastUsed() {
        String secret = make("counter", "orders:read");
        assertThat(key("counter").lastUsedAt()).isNull();
        call(secret, WHO);
        assertThat(key("counter").lastUsedAt()).isEqualTo(world.clock().instant());
    }

    @Test
    void tooManyWrongKeysFromOneAddressAreSlowedDown() {
        try (World own = World.untouched()) {
            Visitor guesser = Visitor.of(own);
            for (int i = 0; i < 60; i++) {
                guesser.get("/api/v1/orders", "Authorization", "Bearer owk_guess_" + i);
            }
            HttpResponse<String> throttled = guesser.get("/api/v1/orders", "Authorization", "Bearer owk_guess_61");

            assertThat(throttled.statusCode()).isEqualTo(429);
            assertThat(throttled.headers().firstValue("Retry-After")).hasValue("3");
            own.clock().advance(Duration.ofSeconds(3));
            assertThat(guesser.get("/api/v1/orders", "Authorization", "Bearer owk_guess_62")
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void theCommandLineHasAKeyInAFileThatOnlyItsOwnerReads() throws IOException {
        Path file = folder.resolve("cli.key");
        String secret = Files.readString(file).strip();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(secret).matches("owl_[A-Za-z0-9_-]{43}");
        assertThat(call(secret, WHO).body()).contains("client:cli");
        assertThat(call(secret + "x", WHO).statusCode()).isEqualTo(401);
        assertThat(call(secret, "/admin/users").statusCode()).isEqualTo(403);
    }

    @Test
    void theFileOfTheCommandLineStaysWhenTheProgramStartsAgain() throws IOException {
        Path file = folder.resolve("cli.key");
        String before = Files.readString(file);
        try (World again = World.fresh(Map.of("orderwright.cli-key-file", file.toString()))) {
            assertThat(Files.readString(file)).isEqualTo(before);
            HttpResponse<String> metrics =
                    Visitor.of(again).get("/actuator/prometheus", "Authorization", "Bearer " + before.strip());
            assertThat(metrics.statusCode()).isEqualTo(200);
            assertThat(Visitor.of(again).get("/actuator/prometheus").statusCode())
                    .isEqualTo(401);
            assertThat(Visitor.of(again).get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    private static String make(String name, String scope, String... more) {
        String[] fields = java.util.Arrays.copyOf(more, more.length + 4);
        fields[more.length] = "name";
        fields[more.length + 1] = name;
        fields[more.length + 2] = "scopes";
        fields[more.length + 3] = scope;
        HttpResponse<String> shown = admin.submit("/admin/keys/new", "/admin/keys", fields);
        Matcher secret = SECRET.matcher(shown.body());
        assertThat(secret.find()).as(shown.body()).isTrue();
        return secret.group(1);
    }

    private static ApiKey key(String name) {
        return world.bean(ApiKeys.class).all().stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> call(String secret, String path) {
        return Visitor.of(world).get(path, "Authorization", "Bearer " + secret);
    }
}
