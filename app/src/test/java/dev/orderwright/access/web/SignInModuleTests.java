package dev.orderwright.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SignInModuleTests {

    private static World world;
    private static String password;

    @BeforeAll
    static void start() {
        world = World.untouched();
        password = world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void pagesLeadToTheSignInPageAndBackToWhereOneWanted() {
        Visitor visitor = Visitor.of(world);

        HttpResponse<String> refused = visitor.get("/admin/keys?x=1");

        assertThat(refused.statusCode()).isEqualTo(303);
        String signIn = refused.headers().firstValue("Location").orElseThrow();
        assertThat(signIn).isEqualTo("/login?next=%2Fadmin%2Fkeys%3Fx%3D1");
        assertThat(visitor.get(signIn).body()).contains("name=\"next\" value=\"/admin/keys?x=1\"");
        HttpResponse<String> in =
                visitor.post("/login", "login", "Admin ", "password", password, "next", "/admin/keys?x=1");
        assertThat(in.headers().firstValue("Location")).hasValue("/admin/keys?x=1");
        assertThat(visitor.get("/admin/keys?x=1").statusCode()).isEqualTo(200);
    }

    @Test
    void signingInLeadsNowhereElse() {
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example", "/login"}) {
            HttpResponse<String> in =
                    Visitor.of(world).post("/login", "login", "admin", "password", password, "next", elsewhere);
            assertThat(in.headers().firstValue("Location")).hasValue("/");
        }
    }

    @Test
    void theCookieIsClosedToScriptsAndOtherSites() {
        Visitor visitor = Visitor.of(world);
        String cookie = visitor.signIn("admin", password)
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow();

        assertThat(cookie).startsWith("orderwright=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(visitor.cookies()).extracting(HttpCookie::getMaxAge).containsExactly(-1L);
    }

    @Test
    void aWrongPasswordAndAnUnknownLoginGetTheSameAnswer() {
        HttpResponse<String> wrong = Visitor.of(world).signIn("admin", "wrong password");
        HttpResponse<String> unknown = Visitor.of(world).signIn("nobody", "wrong password");

        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(unknown.statusCode()).isEqualTo(401);
        assertThat(wrong.body()).contains("Login or password is not right").contains("value=\"admin\"");
        assertThat(unknown.body()).contains("Login or password is not right");
        assertThat(wrong.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void guessingAnAccountIsSlowedDownAndTheAccountIsFreeAgainLater() {
        Visitor visitor = Visitor.of(world);
        for (int i = 0; i < 6; i++) {
            assertThat(visitor.signIn("guessed", "guess " + i).statusCode()).isEqualTo(401);
        }

        HttpResponse<String> throttled = visitor.signIn("guessed", "guess 7");

        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).hasValue("31");
        assertThat(throttled.body()).contains("Wait 31 seconds");
        world.clock().advance(Duration.ofSeconds(31));
        assertThat(visitor.signIn("guessed", "guess 8").statusCode()).isEqualTo(401);
    }

    @Test
    void aSessionEndsWhenNothingIsDoneForHalfAnHour() {
        Visitor visitor = Visitor.signedIn(world, "admin", password);
        world.clock().advance(Duration.ofMinutes(29));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        world.clock().advance(Duration.ofMinutes(29));
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        world.clock().advance(Duration.ofMinutes(31));

        HttpResponse<String> ended = visitor.get("/account");

        assertThat(ended.statusCode()).isEqualTo(303);
        assertThat(ended.headers().firstValue("Location")).hasValue("/login?expired&next=%2Faccount");
    }

    @Test
    void aSessionEndsAfterTwelveHoursWhateverIsDone() {
        Visitor visitor = Visitor.signedIn(world, "admin", password);
        for (int minutes = 0; minutes < 12 * 60; minutes += 20) {
            assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
            world.clock().advance(Duration.ofMinutes(20));
        }

        assertThat(visitor.get("/account").statusCode()).isEqualTo(303);
    }

    @Test
    void signingOutEndsTheSessionForWhoeverHasTheCookie() {
        Visitor visitor = Visitor.signedIn(world, "admin", password);
        String token = visitor.cookies().getFirst().getValue();

        HttpResponse<String> out = visitor.submit("/", "/logout");

        assertThat(out.headers().firstValue("Location")).hasValue("/login?out");
        HttpResponse<String> thief = Visitor.of(world).get("/account", "Cookie", "orderwright=" + token);
        assertThat(thief.statusCode()).isEqualTo(303);
    }

    @Test
    void signingInAnewRotatesTheTokenAndEndsTheOldSession() {
        Visitor visitor = Visitor.signedIn(world, "admin", password);
        String first = visitor.cookies().getFirst().getValue();
        visitor.signIn("admin", password);

        assertThat(visitor.cookies().getFirst().getValue()).isNotEqualTo(first);
        assertThat(visitor.get("/account").statusCode()).isEqualTo(200);
        HttpResponse<String> old = Visitor.of(world).get("/account", "Cookie", "orderwright=" + first);
        assertThat(old.statusCode()).isEqualTo(303);
    }

    @Test
    void aFormWithoutItsTokenIsRefused() {
        Visitor visitor = Visitor.signedIn(world, "admin", password);

        HttpResponse<String> forged = visitor.post("/account/sessions/end-others");

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("This form is out of date or was not sent from this program");
    }

    @Test
    void aFormOfAnotherSiteIsRefusedEvenAtTheDoor() {
        HttpResponse<String> forged = Visitor.of(world)
                .send(
                        "/login",
                        request -> request.header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Sec-Fetch-Site", "cross-site")
                                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                        "login=admin&password=" + password)));

        assertThat(forged.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(forged.headers().firstValue("Location")).hasValue("/login");
    }

    @Test
    void htmxIsSentToTheSignInPageOfTheShownAddress() {
        HttpResponse<String> refused = Visitor.of(world)
                .get("/today/tiles", "HX-Request", "true", "HX-Current-URL", world.url() + "/orders?q=1");

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("HX-Redirect")).hasValue("/login?next=%2Forders%3Fq%3D1");
    }
}
