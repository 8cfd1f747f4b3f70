package dev.orderwright.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.access.SecurityLog;
import dev.orderwright.access.SecurityLog.SecurityEvent;
import dev.orderwright.access.User;
import dev.orderwright.access.Users;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PeopleModuleTests {

    private static final Pattern SECRET = Pattern.compile("<code id=\"secret\">([^<]+)</code>");
    private static final String WORDS = "violet kettle marching tundra";

    private static World world;
    private static String adminPassword;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        world = World.untouched();
        adminPassword = world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow();
        admin = Visitor.signedIn(world, "admin", adminPassword);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void aNewPersonGetsATemporaryPasswordThatOpensOnlyTheFormForAnotherOne() {
        String temporary = add("ann", "ORDER_DESK");
        Visitor ann = Visitor.of(world);

        assertThat(ann.signIn("ann", temporary).headers().firstValue("Location"))
                .hasValue("/account/password");
        assertThat(ann.get("/").headers().firstValue("Location")).hasValue("/account/password");
        assertThat(ann.get("/api/v1/openapi").statusCode()).isEqualTo(200);
        HttpResponse<String> weak =
                ann.submit("/account/password", "/account/password", "current", temporary, "next", "password1234");
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("id=\"next-error\"").doesNotContain("password1234");
        HttpResponse<String> changed =
                ann.submit("/account/password", "/account/password", "current", temporary, "next", WORDS);
        assertThat(changed.headers().firstValue("Location")).hasValue("/");
        assertThat(ann.get("/").body()).contains("Your password is changed");
        assertThat(Visitor.of(world).signIn("ann", temporary).statusCode()).isEqualTo(401);
        assertThat(Visitor.of(world).signIn("ann", WORDS).statusCode()).isEqualTo(303);
    }

    @Test
    void everythingWrongInTheFormIsSaidBesideItsField() {
        HttpResponse<String> wrong =
                admin.submit("/admin/users/new", "/admin/users", "login", "No Good", "displayName", "", "nodes", "a;b");

        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"login-error\"", "id=\"displayName-error\"", "id=\"nodes-error\"", "id=\"roles-error\"")
                .contains("value=\"No Good\"");
    }

    @Test
    void aLoginIsTakenOnce() {
        add("bob", "PLANNER");
        HttpResponse<String> again = admin.submit(
                "/admin/users/new", "/admin/users", "login", "BOB", "displayName", "Bob", "roles", "PLANNER");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("Somebody has the login");
    }

    @Test
    void aFormSentTwiceMakesOnePersonAndShowsThePasswordOnce() {
        String[] fields = {
            "login", "carl", "displayName", "Carl", "roles", "PLANNER", "active", "yes", "_once", "same-key"
        };
        String csrf = csrf(admin);

        HttpResponse<String> first = admin.post("/admin/users", with(fields, "_csrf", csrf));
        HttpResponse<String> second = admin.post("/admin/users", with(fields, "_csrf", csrf));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(world.bean(Users.class).all())
                .filteredOn(user -> user.login().equals("carl"))
                .hasSize(1);
        assertThat(Visitor.of(world).signIn("carl", secret(first)).statusCode()).isEqualTo(303);
    }

    @Test
    void whatAPersonMayDoHoldsAtOnceAndTheirSessionsEnd() {
        Visitor dora = settled("dora", "ORDER_DESK");
        assertThat(dora.get("/admin/users").statusCode()).isEqualTo(403);

        change("dora", "1", "ADMINISTRATOR", "active", "yes").expect(422); // the version is 2 after the new password
        change("dora", version("dora"), "ADMINISTRATOR", "active", "yes").expect(303);

        assertThat(dora.get("/account").statusCode()).isEqualTo(303);
        Visitor again = Visitor.signedIn(world, "dora", WORDS);
        assertThat(again.get("/admin/users").statusCode()).isEqualTo(200);
        change("dora", version("dora"), "ORDER_DESK").expect(303); // not active
        assertThat(again.get("/account").statusCode()).isEqualTo(303);
        assertThat(Visitor.of(world).signIn("dora", WORDS).statusCode()).isEqualTo(401);
    }

    @Test
    void theLastAdministratorCannotBeLockedOut() {
        try (World own = World.untouched()) {
            Visitor root = Visitor.signedIn(
                    own,
                    "admin",
                    own.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
            HttpResponse<String> refused = root.submit(
                    "/admin/users/admin",
                    "/admin/users/admin",
                    "displayName",
                    "Root",
                    "roles",
                    "PLANNER",
                    "active",
                    "yes",
                    "version",
                    "1");

            assertThat(refused.statusCode()).isEqualTo(422);
            assertThat(refused.body()).contains("This is the last active administrator");
            assertThat(root.get("/admin/users").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void theFirstAdministratorIsMadeOnceAndHasNoDefaultPassword() {
        assertThat(adminPassword).matches("[a-z2-9]{5}(-[a-z2-9]{5}){3}");
        assertThat(world.bean(Users.class).byLogin("admin").map(User::isAdministrator))
                .hasValue(true);
        for (String guess : List.of("admin", "password", "orderwright", "")) {
            assertThat(Visitor.of(world).signIn("admin", guess).statusCode()).isEqualTo(401);
        }
        assertThat(Visitor.of(world).signIn("admin", adminPassword).statusCode())
                .isEqualTo(303);
    }

    @Test
    void aResetPasswordEndsAllSessions() {
        Visitor emil = settled("emil", "PLANNER");
        String temporary = secret(admin.submit("/admin/users/emil", "/admin/users/emil/reset-password"));

        assertThat(emil.get("/account").statusCode()).isEqualTo(303);
        assertThat(Visitor.of(world).signIn("emil", WORDS).statusCode()).isEqualTo(401);
        assertThat(Visitor.of(world).signIn("emil", temporary).headers().firstValue("Location"))
                .hasValue("/account/password");
    }

    @Test
    void oneSeesOnesSessionsAndEndsThem() {
        Visitor desk = settled("fay", "PLANNER");
        Visitor phone = Visitor.signedIn(world, "fay", WORDS);
        assertThat(desk.get("/account").body()).contains("Sign out everywhere else");

        desk.submit("/account", "/account/sessions/end-others");

        assertThat(phone.get("/account").statusCode()).isEqualTo(303);
        assertThat(desk.get("/account").body())
                .contains("Signed out in 1 other places.")
                .doesNotContain("Sign out everywhere else");
    }

    @Test
    void nobodyEndsTheSessionsOfOthers() throws SQLException {
        Visitor gus = settled("gus", "PLANNER");
        Visitor hana = settled("hana", "PLANNER");
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select s.id from access.sessions s join access.users u on u.id = s.user_id where login = 'gus'")) {
            while (rows.next()) {
                hana.submit("/account", "/account/sessions/" + rows.getLong(1) + "/end");
            }
        }
        assertThat(gus.get("/account").statusCode()).isEqualTo(200);
    }

    @Test
    void personalDataIsShownForAWhileAfterAReasonThatIsLogged() {
        Visitor ida = settled("ida", "ORDER_DESK");
        assertThat(ida.get("/account").body()).contains("hidden until you say why you need it");

        ida.submit("/account", "/reveal", "reason", "Customer on the phone");
        assertThat(ida.get("/account").body()).contains("Personal data is shown for a while.");
        assertThat(ida.get("/account").body()).doesNotContain("hidden until you say why you need it");
        world.clock().advance(Duration.ofMinutes(16));
        assertThat(ida.get("/account").body()).contains("hidden until you say why you need it");
        assertThat(events())
                .anyMatch(event -> event.kind().equals("personal-data-revealed")
                        && event.actor().equals("user:ida")
                        && event.detail().equals("Customer on the phone"));

        Visitor planner = settled("jan", "PLANNER");
        assertThat(planner.submit("/account", "/reveal", "reason", "I am curious")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void theSecurityLogTellsWhoDidWhatWithoutSecrets() {
        String temporary = add("kim", "PLANNER");
        Visitor.of(world).signIn("kim", "a wrong password");
        Visitor.of(world).signIn("kim", temporary);

        assertThat(events()).extracting(SecurityEvent::kind).contains("user-created", "sign-in-refused", "signed-in");
        assertThat(events())
                .allSatisfy(event -> assertThat(event.toString()).doesNotContain(temporary, "a wrong password"));
        assertThat(admin.get("/admin/security-log").body()).contains("sign-in refused", "kim");
    }

    @Test
    void noSecretStandsInTheDatabase() throws SQLException {
        String temporary = add("lea", "PLANNER");
        Visitor lea = Visitor.of(world);
        lea.signIn("lea", temporary);
        String token = lea.cookies().getFirst().getValue();

        for (String table : List.of(
                "access.users",
                "access.sessions",
                "access.api_keys",
                "access.security_events",
                "shared.command",
                "shared.fact")) {
            try (Connection connection = world.connection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select t::text from " + table + " t")) {
                while (rows.next()) {
                    assertThat(rows.getString(1)).doesNotContain(temporary, token, adminPassword);
                }
            }
        }
    }

    /** Adds a person and returns the temporary password. */
    private static String add(String login, String role) {
        HttpResponse<String> shown = admin.submit(
                "/admin/users/new",
                "/admin/users",
                "login",
                login,
                "displayName",
                login + " Tester",
                "roles",
                role,
                "active",
                "yes");
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        assertThat(shown.headers().firstValue("Cache-Control")).hasValue("no-store");
        return secret(shown);
    }

    /** A person who is signed in with a password of their own. */
    private static Visitor settled(String login, String role) {
        String temporary = add(login, role);
        Visitor visitor = Visitor.signedIn(world, login, temporary);
        visitor.submit("/account/password", "/account/password", "current", temporary, "next", WORDS);
        return visitor;
    }

    private record Answer(HttpResponse<String> response) {
        void expect(int status) {
            assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        }
    }

    private static Answer change(String login, String version, String role, String... more) {
        String page = "/admin/users/" + login;
        return new Answer(
                admin.submit(page, page, with(more, "displayName", login, "roles", role, "version", version)));
    }

    private static String version(String login) {
        return String.valueOf(
                world.bean(Users.class).byLogin(login).orElseThrow().version());
    }

    private static List<SecurityEvent> events() {
        return world.bean(SecurityLog.class).newest(0, 200);
    }

    private static String secret(HttpResponse<String> page) {
        Matcher secret = SECRET.matcher(page.body());
        assertThat(secret.find()).as(page.body()).isTrue();
        return secret.group(1);
    }

    private static String csrf(Visitor visitor) {
        Matcher token = Pattern.compile("<meta name=\"csrf\" content=\"([^\"]+)\">")
                .matcher(visitor.get("/account").body());
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    private static String[] with(String[] fields, String... more) {
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return all;
    }
}
