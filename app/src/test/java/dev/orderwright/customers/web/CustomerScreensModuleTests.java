package dev.orderwright.customers.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.access.Role;
import dev.orderwright.access.UserDetails;
import dev.orderwright.access.Users;
import dev.orderwright.customers.CreditState;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.Ids;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CustomerScreensModuleTests {

    private static World world;
    private static Shop shop;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        world = World.fresh();
        shop = new Shop(world);
        admin = Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    /** Somebody who may change customers and does not see personal data. */
    private static Visitor clerk() {
        String login = "clerk" + world.bean(Ids.class).next();
        String first = Users.temporaryPassword();
        world.bean(Users.class)
                .create(
                        shop.cause(),
                        login,
                        new UserDetails("A clerk", Set.of(Role.ORDER_DESK), List.of(), List.of(), null, true),
                        first)
                .orThrow();
        Visitor visitor = Visitor.signedIn(world, login, first);
        String chosen = "horse staple battery 42";
        visitor.submit("/account/password", "/account/password", "current", first, "next", chosen);
        return visitor;
    }

    private static HttpResponse<String> make(Visitor who, String number, String... more) {
        String[] fields = {
            "number",
            number,
            "name",
            "Anna Berg",
            "email",
            "anna@example.com",
            "phone",
            "+44 20 7946 0018",
            "country",
            "gb",
            "currency",
            "gbp",
            "paymentTermsDays",
            "14",
            "priority",
            "5",
            "creditLimit",
            "1,000.50",
            "account",
            "yes"
        };
        String[] all = java.util.Arrays.copyOf(fields, fields.length + more.length);
        System.arraycopy(more, 0, all, fields.length, more.length);
        return who.submit("/customers/new", "/customers", all);
    }

    private static Customer customer(String number) {
        return world.bean(Customers.class).byKey(number).orElseThrow();
    }

    private static CreditState credit(String number) {
        return world.bean(Customers.class).credit(customer(number).id()).orElseThrow();
    }

    @Test
    void aCustomerIsMadeFoundAndSeenWithHisOrdersAndHisCredit() {
        assertThat(make(admin, "K-1").headers().firstValue("Location")).contains("/customers/K-1");
        Shop.Goods item = shop.item();
        shop.stock(shop.node(), item, 50);
        Placed order = shop.place(shop.onAccount("K-1", item.times(10)));

        String page = admin.get("/customers/K-1").body();

        assertThat(credit("K-1").limitMinor()).isEqualTo(100_050);
        assertThat(admin.get("/customers?q=berg").body()).contains("K-1");
        assertThat(page)
                .contains(order.number(), "on account, 14 days", "1,000.50 GBP", "30.00 GBP", "970.50 GBP")
                .contains("/orders?view=all&amp;customer=K-1");
    }

    @Test
    void aNumberThatIsTakenIsNotOverwrittenByANewCustomer() {
        make(admin, "K-2");

        HttpResponse<String> again = make(admin, "K-2");

        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("id=\"number-error\"", "already");
        assertThat(customer("K-2").version()).isEqualTo(1);
    }

    @Test
    void whoeverMayNotSeePersonalDataSeesMasksAndCannotOverwriteWithThem() {
        make(admin, "K-3");
        Visitor clerk = clerk();

        String page = clerk.get("/customers/K-3").body();
        String form = clerk.get("/customers/K-3/edit").body();
        HttpResponse<String> saved = clerk.submit(
                "/customers/K-3/edit",
                "/customers/K-3/edit",
                "country",
                "GB",
                "currency",
                "GBP",
                "paymentTermsDays",
                "60",
                "priority",
                "8",
                "creditLimit",
                "20",
                "account",
                "yes",
                "version",
                "1");

        assertThat(page).contains("A••• B•••", "a•••@example.com").doesNotContain("Anna", "anna@", "7946");
        assertThat(form).contains("stay as they are").doesNotContain("Anna", "name=\"email\"");
        assertThat(saved.statusCode()).as(saved.body()).isEqualTo(303);
        assertThat(customer("K-3"))
                .returns("Anna Berg", Customer::name)
                .returns("anna@example.com", Customer::email)
                .returns(60, Customer::paymentTermsDays);
        assertThat(credit("K-3").limitMinor()).isEqualTo(2_000);
    }

    @Test
    void whoeverSavesAnOldVersionIsToldInsteadOfOverwritingAnother() {
        make(admin, "K-4");
        String[] change = {
            "name",
            "Berg Ltd",
            "country",
            "GB",
            "currency",
            "GBP",
            "paymentTermsDays",
            "30",
            "priority",
            "5",
            "creditLimit",
            "0",
            "version",
            "1"
        };

        assertThat(admin.submit("/customers/K-4/edit", "/customers/K-4/edit", change)
                        .statusCode())
                .isEqualTo(303);
        assertThat(admin.submit("/customers/K-4/edit", "/customers/K-4/edit", change)
                        .body())
                .contains("was changed meanwhile");
    }

    @Test
    void sellingStopsAndStartsAgain() {
        make(admin, "K-5");

        admin.submit("/customers/K-5", "/customers/K-5/active", "active", "false");
        assertThat(customer("K-5").active()).isFalse();
        assertThat(admin.get("/customers/K-5").body()).contains("not sold to", "Sell again");
        admin.submit("/customers/K-5", "/customers/K-5/active", "active", "true");
        assertThat(customer("K-5").active()).isTrue();
    }

    @Test
    void whatIsWrongIsSaidBesideItsField() {
        HttpResponse<String> answer = make(admin, "K-6", "priority", "urgent");
        HttpResponse<String> limit = admin.submit(
                "/customers/new",
                "/customers",
                "number",
                "K-6",
                "name",
                "X",
                "country",
                "GB",
                "currency",
                "GBP",
                "creditLimit",
                "1.005",
                "priority",
                "11");

        assertThat(limit.statusCode()).isEqualTo(422);
        assertThat(limit.body()).contains("id=\"creditLimit-error\"");
        assertThat(answer.statusCode()).isIn(303, 422);
        assertThat(admin.get("/customers/nobody").statusCode()).isEqualTo(404);
    }

    @Test
    void aCustomerIsSeenAtAGlanceWithTheRowsBehindEachFigure() {
        long node = shop.node();
        Shop.Goods item = shop.item();
        shop.stock(node, item, 10);
        String number = shop.customer(1_000_00);
        shop.place(shop.onAccount(number, item.times(2)));
        shop.place(shop.onAccount(number, item.times(3)));
        String url = "/customers/" + customer(number).key();

        String page = admin.get(url).body();
        assertThat(page)
                .contains("At a glance", "Worth of open orders", "Ordered most often", item.sku())
                .contains("/orders?view=open&amp;customer=" + number)
                .contains("/orders?view=all&amp;customer=" + number + "&amp;sku=" + item.sku());
        assertThat(page).doesNotContain("Of the newest");
        assertThat(admin.get("/inventory/" + item.id()).body()).contains("Ordered per week", "5 in twelve weeks");
    }

    @Test
    void allThatACustomerOrdersIsHeldUntilSomebodyReleasesIt() {
        String number = shop.customer(1_000_00);
        String url = "/customers/" + customer(number).key();

        assertThat(admin.submit(url, url + "/hold", "reason", "Owes us an answer")
                        .statusCode())
                .isEqualTo(303);
        String held = admin.get(url).body();
        assertThat(held).contains("Everything this customer orders is held.", "Owes us an answer");
        String release = held.substring(held.indexOf(url + "/holds/"));
        release = release.substring(0, release.indexOf('"'));
        assertThat(admin.get(release).body())
                .contains("Release the hold on " + number, "0 open orders", "Hold on the customer released");
        assertThat(admin.get(url).body()).contains("Customer held");
        assertThat(admin.submit(url, release, "reason", "They have answered").statusCode())
                .isEqualTo(303);
        assertThat(admin.get(url).body()).doesNotContain("Everything this customer orders is held.");
        assertThat(admin.submit(url, url + "/hold", "reason", " ").statusCode()).isEqualTo(303);
        assertThat(admin.get(url).body()).doesNotContain("Everything this customer orders is held.");
    }
}
