package dev.orderwright.exceptions.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.exceptions.Assignments.Wish;
import dev.orderwright.exceptions.Trouble;
import dev.orderwright.orders.Placed;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Json;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Exceptions over HTTP: pages and forms as people use them, and the API. */
class ExceptionScreensModuleTests {

    private static final String LIST = "/exceptions/held-review";

    private static World world;
    private static Trouble trouble;
    private static Visitor desk;
    private static Visitor finance;

    @BeforeAll
    static void start() {
        world = World.fresh();
        trouble = new Trouble(world);
        desk = People.add(world, "olga", Role.OPERATIONS);
        finance = People.add(world, "fred", Role.FINANCE);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** What the next page will say once. */
    private static String said(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("orderwright-flash="))
                .map(cookie -> cookie.substring(cookie.indexOf('=') + 1, cookie.indexOf(';')))
                .map(value -> new String(Base64.getUrlDecoder().decode(value), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    @Test
    void peopleSeeTheCausesTheyMayDoSomethingAbout() {
        trouble.held();

        assertThat(desk.get("/exceptions").body())
                .contains("On hold: Review", "No source", "Label refused")
                .doesNotContain("Books do not balance");
        assertThat(finance.get("/exceptions").body())
                .contains("Payment failed", "Books do not balance")
                .doesNotContain("On hold: Review");
        assertThat(finance.get(LIST).statusCode()).isEqualTo(403);
        assertThat(desk.get("/exceptions/weather").statusCode()).isEqualTo(404);
        assertThat(desk.get("/").body()).contains("href=\"/exceptions\"");
        Visitor planner = People.add(world, "pia", Role.PLANNER);
        assertThat(planner.get("/exceptions").body()).contains("Others mend what goes wrong");
    }

    @Test
    void aFixIsAskedAboutWithWhatItWillChangeAndUndoneFromItsMessage() {
        long hold = trouble.held();
        String fix = LIST + "/" + hold + "/fix/release";

        HttpResponse<String> question = desk.get(fix);
        assertThat(question.body()).contains("The hold ends", "What will change", "Hold released");
        assertThat(trouble.open("held-review", hold)).as("only asked").isPresent();

        HttpResponse<String> nothing = desk.submit(fix, fix, "reason", " ");
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Say why");

        HttpResponse<String> done = desk.submit(fix, fix, "reason", "it is fine", "here", LIST + "?view=mine");
        assertThat(done.statusCode()).isEqualTo(303);
        assertThat(done.headers().firstValue("Location")).contains(LIST + "?view=mine");
        assertThat(said(done)).contains("Release. Done.").contains("/undo/release");
        assertThat(trouble.open("held-review", hold)).isEmpty();
        assertThat(said(desk.submit(LIST, fix, "reason", "twice"))).contains("not there any more");
        assertThat(desk.get(fix).headers().firstValue("Location")).contains(LIST);

        HttpResponse<String> undone = desk.submit(LIST, LIST + "/" + hold + "/undo/release?answer=" + hold);
        assertThat(said(undone)).contains("Taken back");
        assertThat(trouble.all("held-review")).anyMatch(open -> open.about().equals("looks odd"));
    }

    @Test
    void anOrderLeadsToWhatIsWrongWithItAndBack() {
        Placed order = trouble.shop.place(trouble.shop.draft(trouble.till.item.times(1)));
        long hold = trouble.held(order);
        long other = trouble.held();
        String there = LIST + "?order=" + order.orderId();

        assertThat(desk.get("/orders/" + order.number()).body()).contains("href=\"" + there + "\"", "On hold: Review");
        assertThat(desk.get(there).body())
                .contains("data-exception=\"" + hold, "/orders/" + order.number())
                .doesNotContain("data-exception=\"" + other);

        desk.submit(LIST, LIST + "/" + hold + "/fix/release", "reason", "it is fine");
        assertThat(desk.get("/orders/" + order.number()).body()).doesNotContain("href=\"" + there);
        assertThat(desk.get(there).body()).contains("Nothing of this kind is left of the order");
    }

    @Test
    void nobodyDoesWhatTheyMayNot() {
        long hold = trouble.held();
        Visitor warehouse = People.add(world, "walt", Role.WAREHOUSE);

        assertThat(warehouse
                        .submit("/account", LIST + "/" + hold + "/fix/release", "reason", "why not")
                        .statusCode())
                .isEqualTo(403);
        assertThat(warehouse.submit("/account", LIST + "/" + hold + "/owner").statusCode())
                .isEqualTo(403);
        assertThat(warehouse
                        .submit("/account", LIST + "/bulk/fix/release", "exception", "" + hold)
                        .statusCode())
                .isEqualTo(403);
        assertThat(trouble.open("held-review", hold)).isPresent();
    }

    @Test
    void oneIsTakenGivenBackAndTakenOver() {
        long hold = trouble.held();
        String own = LIST + "/" + hold + "/owner";

        assertThat(said(desk.submit(LIST, own))).contains("It is yours.");
        assertThat(desk.get(LIST + "?view=mine").body()).contains("Give it back");
        assertThat(said(desk.submit(LIST, own + "?from=user:olga&back=yes"))).contains("nobody");
        trouble.assignments
                .assign(
                        trouble.shop.cause(),
                        new Wish("held-review", List.of(hold), Actor.user("ben"), null, "rings on Friday"))
                .orThrow();
        assertThat(said(desk.submit(LIST, own))).contains("ben looks after it already.");
        assertThat(desk.get(LIST).body()).contains("Take it over", "rings on Friday");
        assertThat(said(desk.submit(LIST, own + "?from=user:ben"))).contains("It is yours.");
    }

    @Test
    void whatCanWaitIsPutOffToADay() {
        long hold = trouble.held();
        String later = LIST + "/" + hold + "/later";

        assertThat(desk.get(later).body()).contains("Until then it is neither counted nor listed");
        assertThat(desk.submit(later, later, "until", "2020-01-01").body()).contains("still to come");
        assertThat(desk.submit(later, later, "until", "soon").body()).contains("Choose a day.");
        assertThat(said(desk.submit(later, later, "until", "2027-06-01"))).contains("It is put off.");
        assertThat(desk.get(LIST).body()).doesNotContain("data-exception=\"" + hold);
        assertThat(desk.get(LIST + "?view=put-off").body()).contains("data-exception=\"" + hold, "put off until");
        assertThat(said(desk.submit(LIST, later + "/back"))).contains("It is back.");
        assertThat(desk.get(LIST).body()).contains("data-exception=\"" + hold);
    }

    @Test
    void whatIsTickedIsMendedAsAJob() {
        long one = trouble.held();
        long two = trouble.held();
        long other = trouble.held();

        HttpResponse<String> begun = desk.submit(
                LIST,
                LIST + "/bulk/fix/release",
                "exception",
                "" + one,
                "exception",
                "" + two,
                "reason-release",
                "all is well");
        trouble.round("jobs");

        assertThat(said(begun)).contains("2 exceptions are being mended.").contains("/undo");
        assertThat(trouble.open("held-review", one)).isEmpty();
        assertThat(trouble.open("held-review", two)).isEmpty();
        assertThat(trouble.open("held-review", other)).isPresent();
        assertThat(said(desk.submit(LIST, LIST + "/bulk/owner", "exception", "" + other)))
                .contains("They are yours.");
        assertThat(said(desk.submit(LIST, LIST + "/bulk/later", "exception", "" + other, "until", "2027-06-01")))
                .contains("They are put off.");
        assertThat(said(desk.submit(LIST, LIST + "/bulk/fix/cancel", "exception", "" + one)))
                .contains("Say why");
        assertThat(said(desk.submit(LIST, LIST + "/bulk/fix/release", "reason-release", "x")))
                .contains("Choose at least one");
    }

    @Test
    void programsListMendAndGiveToSomebody() {
        ApiCaller api = new ApiCaller(world, "orders:read", "orders:release-hold");
        long hold = trouble.held();
        long taken = trouble.held();

        assertThat(Json.tree(api.get("/api/v1/exceptions").body()).valueStream())
                .anySatisfy(cause -> {
                    assertThat(cause.path("cause").asString()).isEqualTo("held-review");
                    assertThat(cause.path("count").asInt()).isGreaterThanOrEqualTo(2);
                    assertThat(cause.path("fixes").size())
                            .as("it may not cancel")
                            .isEqualTo(1);
                });
        String path = "/api/v1/exceptions/held-review";
        String ids = "{\"exceptions\": [\"" + hold + "\", \"" + taken + "\"]";
        assertThat(api.post(path + "/owners", "{\"exceptions\": [\"" + taken + "\"], \"owner\": \"ben\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(api.post(path + "/owners", ids + ", \"owner\": \"ann\"}").body())
                .contains("\"done\":[\"" + hold + "\"]", "\"code\":\"taken\"");
        assertThat(api.get(path + "?limit=200").body()).contains("\"owner\":\"ann\"", "\"owner\":\"ben\"");
        assertThat(api.post(path + "/put-offs", ids + ", \"until\": \"2020-01-01T00:00:00Z\"}")
                        .body())
                .contains("date-in-past");
        assertThat(api.post(path + "/fixes", ids + ", \"fix\": \"cancel\", \"reason\": \"no\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(api.post(path + "/fixes", ids + ", \"fix\": \"dance\"}").body())
                .contains("unknown-fix");
        assertThat(api.post(path + "/fixes", "{\"exceptions\": [\"x\"], \"fix\": \"release\"}")
                        .body())
                .contains("bad-id");
        assertThat(api.post(path + "/fixes", ids + ", \"fix\": \"release\", \"reason\": \"fine\"}")
                        .body())
                .contains("\"done\":[\"" + hold + "\",\"" + taken + "\"]");
        assertThat(api.post(path + "/fixes", ids + ", \"fix\": \"release\", \"reason\": \"again\"}")
                        .statusCode())
                .isEqualTo(422);
        assertThat(api.get("/api/v1/exceptions/payment-failed").statusCode()).isEqualTo(403);
        assertThat(api.get("/api/v1/exceptions/weather").statusCode()).isEqualTo(404);
    }
}
