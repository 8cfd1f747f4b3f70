package dev.orderwright.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The pages of those who run the program, over HTTP, as people of each role see them. */
class OperationsScreensModuleTests {

    private static final World WORLD = World.fresh();
    private static final Shop SHOP = new Shop(WORLD);
    private static final Map<Role, Visitor> PEOPLE = Stream.of(Role.values())
            .collect(Collectors.toMap(
                    Function.identity(),
                    role -> People.add(
                            WORLD, role.name().toLowerCase(Locale.ROOT).replace('_', '-'), role)));
    private static final Visitor ADMINISTRATOR = person(Role.ADMINISTRATOR);
    private static final Visitor AUDITOR = person(Role.AUDITOR);

    private static final Pattern LINK = Pattern.compile("class=\"tile\" href=\"([^\"]+)\"");

    private static Visitor person(Role role) {
        return Objects.requireNonNull(PEOPLE.get(role));
    }

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private static String text(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    @Test
    void theIndexLeadsEverybodyToPagesThatOpen() {
        PEOPLE.forEach((role, visitor) -> {
            String index = visitor.get("/admin").body();
            Matcher links = LINK.matcher(index);
            int count = 0;
            while (links.find()) {
                assertThat(visitor.get(links.group(1)).statusCode())
                        .as(role + " " + links.group(1))
                        .isEqualTo(200);
                count++;
            }
            assertThat(count).as(role.name()).isPositive();
        });
        assertThat(ADMINISTRATOR.get("/admin").body())
                .contains("/admin/health", "/admin/work", "/admin/facts", "/admin/audit", "/admin/users");
        assertThat(person(Role.ORDER_DESK).get("/admin").body())
                .doesNotContain("href=\"/admin/health\"", "href=\"/admin/facts\"", "href=\"/admin/users\"");
    }

    @Test
    void factsAndCommandsAreForThoseWhoAuditAndHealthForThoseWhoRunIt() {
        assertThat(AUDITOR.get("/admin/facts").statusCode()).isEqualTo(200);
        assertThat(AUDITOR.get("/admin/audit").statusCode()).isEqualTo(200);
        assertThat(AUDITOR.get("/admin/health").statusCode()).isEqualTo(403);
        assertThat(AUDITOR.get("/admin/work").statusCode()).isEqualTo(403);
        Visitor desk = person(Role.ORDER_DESK);
        for (String page : new String[] {"/admin/facts", "/admin/audit", "/admin/audit/1", "/admin/health"}) {
            assertThat(desk.get(page).statusCode()).as(page).isEqualTo(403);
        }
    }

    @Test
    void theFactsOfAnOrderAreFoundByItsNumberAndLeadToItAndToTheirCommand() {
        Placed placed = SHOP.place(SHOP.draft(SHOP.item().times(2)));
        Placed other = SHOP.place(SHOP.draft(SHOP.item().times(2)));
        String address = "/admin/facts?about=order&name=" + placed.number();
        String page = AUDITOR.get(address).body();
        assertThat(page)
                .contains("href=\"/orders/" + placed.number() + "\"", "Order placed", "href=\"/admin/audit/")
                .contains("value=\"" + placed.number() + "\"")
                .doesNotContain("/orders/" + other.number());
        assertThat(text(AUDITOR.get(address + "&what=OrderPlaced")))
                .contains("1 on this page", "Names and addresses are masked")
                .doesNotContain("Ada", "ada@example.com");

        Matcher command = Pattern.compile("href=\"(/admin/audit/\\d+)\"").matcher(page);
        assertThat(command.find()).isTrue();
        assertThat(text(AUDITOR.get(command.group(1))))
                .contains("Place an order", "place-order", "tester", "the console", "What it recorded")
                .contains("Order placed", placed.number());
    }

    @Test
    void whatIsNotThereIsSaidAndTheWayBackShown() {
        assertThat(text(AUDITOR.get("/admin/facts?about=order&name=SO-404")))
                .contains("Nothing is called “SO-404”", "All facts");
        assertThat(text(AUDITOR.get("/admin/audit?about=order&name=SO-404")))
                .contains("Nothing is called “SO-404”", "All commands");
        assertThat(text(AUDITOR.get("/admin/facts?by=nobody"))).contains("No fact fits");
        assertThat(text(AUDITOR.get("/admin/audit?by=nobody"))).contains("No command fits");
        assertThat(AUDITOR.get("/admin/facts?from=yesterday").statusCode()).isEqualTo(200);
        assertThat(AUDITOR.get("/admin/audit/1").statusCode()).isEqualTo(404);
        assertThat(AUDITOR.get("/admin/audit/x").statusCode()).isEqualTo(404);
    }

    @Test
    void theLogOfCommandsNamesWhoDidWhatFromWhere() {
        Placed placed = SHOP.place(SHOP.draft(SHOP.item().times(1)));
        String page = text(AUDITOR.get("/admin/audit?by=tester&what=place-order&about=order&name=" + placed.number()));
        assertThat(page).contains("Place an order", "tester", "the console", "1 on this page");
        assertThat(text(AUDITOR.get("/admin/audit?by=user:tester"))).contains("Define items");
        assertThat(text(AUDITOR.get("/admin/audit?by=client:tester"))).contains("No command fits");
    }

    @Test
    void theLogsSpeakGerman() {
        SHOP.place(SHOP.draft(SHOP.item().times(1)));
        assertThat(text(AUDITOR.get("/admin/facts", "Accept-Language", "de"))).contains("Ereignisse", "Verwaltung");
        assertThat(text(AUDITOR.get("/admin/audit", "Accept-Language", "de")))
                .contains("Befehlsprotokoll", "Auftrag anlegen");
        assertThat(text(ADMINISTRATOR.get("/admin/health", "Accept-Language", "de")))
                .contains("Datenbank", "Arbeiten im Hintergrund");
    }

    @Test
    void theHealthPageSaysHowEachPartIsAndThatThisProgramDoesNoBackgroundWork() {
        String page = text(ADMINISTRATOR.get("/admin/health"));
        assertThat(page)
                .contains("Database", "PostgreSQL", "synchronous_commit", "Disk", "Program", "Queues", "Books")
                .contains("Readers of facts", "Background work", "This program does no background work")
                .contains("a look.");
        assertThat(ADMINISTRATOR.get("/admin/health").body()).contains("hx-trigger=\"every 15s\"");
        assertThat(text(ADMINISTRATOR.get("/"))).contains("Parts of the system that need a look");
        assertThat(text(AUDITOR.get("/"))).doesNotContain("Parts of the system");
    }

    @Test
    void theWorkPageNamesEveryWorkEveryQueueAndEveryReader() {
        String page = ADMINISTRATOR.get("/admin/work").body();
        assertThat(page)
                .contains("Fill backorders", "check-books", "send-notices", "order-search", "milestones-and-days")
                .contains("href=\"/payments?view=pending\"", "href=\"/ship?list=label-asked\"")
                .contains("href=\"/admin/messages?view=attention\"", "href=\"/imports\"", "href=\"/jobs\"")
                .contains("this one");
    }

    @Test
    void theSettingsSayWhichVariableSetsEach() {
        assertThat(text(ADMINISTRATOR.get("/admin/settings")))
                .contains("Orderwright Demo Ltd", "ORDERWRIGHT_COMPANY_NAME", "ORDERWRIGHT_COMPANY_TAXID", "GBP")
                .contains("Europe/London", "English", "ORDERWRIGHT_WORKERS", "not set");
        assertThat(AUDITOR.get("/admin/settings").statusCode()).isEqualTo(403);
    }
}
