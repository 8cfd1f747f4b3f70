package dev.orderwright.inventory.web.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.Shop;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class NodeScreensModuleTests {

    private static final World WORLD = World.fresh();
    private static final Shop SHOP = new Shop(WORLD);
    private static final Visitor PLANNER = People.add(WORLD, "pam", Role.PLANNER);
    private static final Visitor DESK = People.add(WORLD, "dan", Role.ORDER_DESK);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private static String text(HttpResponse<String> answer) {
        return answer.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static Node node(String code) {
        return WORLD.bean(Inventory.class).nodes().stream()
                .filter(node -> node.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static String[] form(String... changes) {
        String[] usual = {
            "name", "Harbour Store",
            "kind", "STORE",
            "street", "1 Quay",
            "postcode", "IP11 3SY",
            "city", "Felixstowe",
            "country", "gb",
            "zone", "Europe/London",
            "cutOff", "15:30",
            "processingDays", "1",
            "closedDays", "2026-12-25\n2026-12-26",
            "open-MONDAY", "yes",
            "open-TUESDAY", "yes",
            "open-WEDNESDAY", "yes",
            "ships", "yes",
            "active", "yes"
        };
        Map<String, String> all = new LinkedHashMap<>();
        for (String[] fields : List.of(usual, changes)) {
            for (int i = 0; i < fields.length; i += 2) {
                all.put(fields[i], fields[i + 1]);
            }
        }
        return all.entrySet().stream()
                .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
                .toArray(String[]::new);
    }

    private static String code() {
        return SHOP.word("HS").toUpperCase(Locale.ROOT);
    }

    private static HttpResponse<String> make(String code) {
        return PLANNER.submit("/admin/nodes/new", "/admin/nodes", form("code", code.toLowerCase(Locale.ROOT)));
    }

    @Test
    void aNodeIsMadeAndStandsInTheListWithItsCalendar() {
        String code = code();
        HttpResponse<String> made = make(code);
        assertThat(made.statusCode()).as(made.body()).isEqualTo(303);
        assertThat(made.headers().firstValue("Location")).contains("/admin/nodes/" + code);

        Node node = node(code);
        assertThat(node.cutOff()).isEqualTo(LocalTime.of(15, 30));
        assertThat(node.openDays()).containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY);
        assertThat(node.closedDays()).contains(LocalDate.of(2026, 12, 25)).hasSize(2);
        assertThat(node.country()).isEqualTo("GB");
        assertThat(text(DESK.get("/admin/nodes")))
                .contains(code, "Harbour Store", "Shop", "Mon–Wed", "15:30 (Europe/London)", "1 day", "25 Dec 2026");
    }

    @Test
    void theFormIsKeptWithWhatIsWrongBesideIt() {
        HttpResponse<String> wrong = PLANNER.submit(
                "/admin/nodes/new",
                "/admin/nodes",
                form("code", code(), "zone", "Europe/Atlantis", "closedDays", "Christmas", "cutOff", "late"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("id=\"zone-error\"", "id=\"closedDays-error\"", "id=\"cutOff-error\"")
                .contains("value=\"Harbour Store\"", ">Christmas</textarea>");
        HttpResponse<String> refused = PLANNER.submit(
                "/admin/nodes/new",
                "/admin/nodes",
                form("code", "no code!", "country", "XX", "open-MONDAY", "", "name", "N"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"code-error\"", "id=\"country-error\"");
    }

    @Test
    void aNodeThatNeverWorksIsRefusedBesideItsDays() {
        HttpResponse<String> refused = PLANNER.submit(
                "/admin/nodes/new",
                "/admin/nodes",
                "code",
                code(),
                "name",
                "Closed",
                "kind",
                "WAREHOUSE",
                "country",
                "GB",
                "zone",
                "Europe/London",
                "cutOff",
                "14:00");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"days-error\"");
    }

    @Test
    void aCodeThatIsTakenIsNotTakenTwice() {
        String code = code();
        make(code);
        HttpResponse<String> again = make(code);
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"code-error\"");
    }

    @Test
    void aNodeIsChangedByWhoSawItAsItIsAndByNobodyElse() {
        String code = code();
        make(code);
        String page = "/admin/nodes/" + code;
        assertThat(PLANNER.get(page).body())
                .contains("data-presence=\"node/" + node(code).id() + "\"", "name=\"version\" value=\"1\"");

        HttpResponse<String> changed =
                PLANNER.submit(page, page, form("version", "1", "name", "Quay Store", "ships", ""));
        assertThat(changed.statusCode()).isEqualTo(303);
        assertThat(node(code).name()).isEqualTo("Quay Store");
        assertThat(node(code).ships()).isTrue();

        HttpResponse<String> stale = PLANNER.submit(page, page, form("version", "1", "name", "Other Store"));
        assertThat(stale.statusCode()).isEqualTo(422);
        assertThat(text(stale)).contains("was changed meanwhile").doesNotContain("If-Match");
        assertThat(stale.body()).contains("value=\"Other Store\"");
        assertThat(node(code).name()).isEqualTo("Quay Store");
        assertThat(text(PLANNER.get(page))).contains("Node changed", "Node defined");
    }

    @Test
    void whoMayNotChangeNodesSeesThemWithoutAForm() {
        String code = code();
        make(code);
        String page = DESK.get("/admin/nodes/" + code).body();
        assertThat(page).contains("Mon–Wed").doesNotContain("<textarea", "name=\"version\"");
        assertThat(DESK.get("/admin/nodes").body()).doesNotContain("/admin/nodes/new");
        assertThat(DESK.get("/admin/nodes/new").statusCode()).isEqualTo(403);
        assertThat(PLANNER.get("/admin/nodes/NOWHERE").statusCode()).isEqualTo(404);
    }

    @Test
    void factsOfANodeLeadToItsPage() {
        String code = code();
        make(code);
        Visitor auditor = People.add(WORLD, SHOP.word("aud"), Role.AUDITOR);
        assertThat(auditor.get("/admin/facts?about=node&name=" + code).body())
                .contains("href=\"/admin/nodes/" + code + "\"", "Node defined");
    }
}
