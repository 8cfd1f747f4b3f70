package dev.orderwright.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.customers.Customer;
import dev.orderwright.customers.Customers;
import dev.orderwright.desk.Counter;
import dev.orderwright.desk.Desk;
import dev.orderwright.desk.OpenOrders;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.Shop;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Ids;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The phone desk over HTTP: what it finds, what it says while somebody types, and what becomes of what is sent. */
class DeskModuleTests {

    private static final Actor OTTO = Actor.user("otto");
    private static World world;
    private static Counter counter;
    private static Shop shop;
    /** Sees who people are. */
    private static Visitor otto;

    @BeforeAll
    static void start() {
        world = World.fresh();
        counter = new Counter(world);
        shop = counter.shop;
        otto = People.add(world, "otto", Role.OPERATIONS, Role.ORDER_DESK);
        counter.item("LAMP-10", "Desk lamp, brass", "12.50", 0, "4006381333931", 100);
        counter.item("ROPE", "Hemp rope by the metre", "1.20", 2, null, 10_000);
        counter.item("GONE", "Sold out vase", "30.00", 0, null, 0);
        counter.customer("C-HART", "Hartley Interiors", "buy@hartley.example", "+44 161 496 0101", 50_000);
        counter.customer("C-POOR", "Poorman Ltd", "", "+44 161 496 0102", 1_000);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String key() {
        return Long.toString(world.bean(Ids.class).next());
    }

    private static HttpResponse<String> send(String key, String what, String... fields) {
        return otto.submit("/desk", "/desk/" + key + "/" + what, fields);
    }

    /** The first fields, without those that are among the others, and the others. */
    private static String[] of(String[] fields, String... more) {
        List<String> names =
                IntStream.range(0, more.length / 2).mapToObj(i -> more[2 * i]).toList();
        List<String> all = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (!names.contains(fields[i])) {
                all.addAll(List.of(fields[i], fields[i + 1]));
            }
        }
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }

    private static String[] guest(String... lines) {
        return of(
                new String[] {
                    "guest",
                    "yes",
                    "shown",
                    "guest",
                    "name",
                    "Ada Buyer",
                    "street",
                    "12 High Street",
                    "city",
                    "Leeds",
                    "postcode",
                    "LS1 4AB",
                    "country",
                    "GB",
                    "email",
                    "ada@example.com",
                    "method",
                    "STANDARD",
                    "pay",
                    "LATER",
                    "version",
                    "0"
                },
                lines);
    }

    private static String[] line(String code, String quantity) {
        return new String[] {"line", "1", "code", code, "quantity", quantity};
    }

    private static String[] customer(String number, String pay, String... lines) {
        return of(
                new String[] {
                    "customer",
                    number,
                    "shown",
                    number,
                    "street",
                    "1 Mill Lane",
                    "city",
                    "York",
                    "postcode",
                    "YO1 7EP",
                    "country",
                    "GB",
                    "method",
                    "STANDARD",
                    "pay",
                    pay,
                    "version",
                    "0"
                },
                lines);
    }

    private static String text(HttpResponse<String> answer) {
        return answer.body().replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }

    private static String number(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        String address = answer.headers().firstValue("Location").orElseThrow();
        assertThat(address).startsWith("/desk/placed/SO-");
        return address.substring("/desk/placed/".length());
    }

    private static OrderDetail placed(HttpResponse<String> answer) {
        return shop.queries.byNumber(number(answer)).orElseThrow();
    }

    private static long phoneOrders() throws SQLException {
        try (Connection connection = world.connection();
                ResultSet count = connection
                        .createStatement()
                        .executeQuery("select count(*) from orders.sales_order where channel = 'phone'")) {
            count.next();
            return count.getLong(1);
        }
    }

    @Test
    void aCustomerIsFoundByAllThatHeMaySayOfHimself() {
        for (String typed : List.of("C-HART", "hartl", "buy@hartley", "0161 496 0101")) {
            assertThat(otto.get("/desk/customers?find=" + typed.replace(" ", "%20"))
                            .body())
                    .as(typed)
                    .contains("data-customer=\"C-HART\"", "Hartley Interiors");
        }
        String nobody = otto.get("/desk/customers?find=Zebedee").body();
        assertThat(nobody).doesNotContain("data-customer").contains("data-keep=\"yes\"", "New customer “Zebedee”");
        assertThat(otto.get("/desk/customers?find=").body()).doesNotContain("role=\"option\"");
    }

    @Test
    void whoMayNotSeePeopleFindsThemMaskedAndSendsThingsToTheirAddressesUnseen() {
        shop.place(shop.draft(
                "C-HART", PaymentTerms.ACCOUNT, null, new OrderDraft.Line("LAMP-10", BigDecimal.ONE, null, null)));
        Visitor ann = People.add(world, "ann", Role.ORDER_DESK);

        String found = ann.get("/desk/customers?find=hartley").body();
        String page = ann.get("/desk?customer=C-HART").body();

        assertThat(found).contains("data-customer=\"C-HART\"", "H••• I•••").doesNotContain("Hartley Interiors", "0101");
        assertThat(page).contains("H••• I•••", "LS•••").doesNotContain("12 High Street", "LS1 4AB");
        String place = page.replaceAll("(?s).*<select id=\"place\".*?<option value=\"([0-9a-f]+)\".*", "$1");
        assertThat(place).hasSize(16);
        HttpResponse<String> sent = ann.submit(
                "/desk",
                "/desk/" + key() + "/place",
                of(
                        new String[] {
                            "customer",
                            "C-HART",
                            "shown",
                            "C-HART",
                            "place",
                            place,
                            "shownPlace",
                            place,
                            "pay",
                            "ACCOUNT"
                        },
                        line("LAMP-10", "1")));
        assertThat(placed(sent).head().shipTo()).isEqualTo(Shop.ADDRESS);
        assertThat(ann.get("/desk/placed/" + number(sent)).body()).doesNotContain("Ada Buyer");
    }

    @Test
    void anItemIsFoundWithItsPriceAndWhatCanBePromisedOfIt() {
        String lamp = text(otto.get("/desk/items?entry=brass&country=GB&postcode=LS1"));
        assertThat(lamp).contains("LAMP-10", "Desk lamp, brass", "12.50 GBP", "available", "Mar 2026");
        assertThat(otto.get("/desk/items?entry=4006381333931").body()).contains("data-sku=\"LAMP-10\"", "data-exact");
        assertThat(text(otto.get("/desk/items?entry=GONE"))).contains("0 available", "no date yet");
        assertThat(text(otto.get("/desk/items?entry=nonsense"))).contains("No item on sale fits “nonsense”");
    }

    @Test
    void whatIsTypedIsReckonedAtOnce() {
        HttpResponse<String> answer = send(
                key(),
                "quote",
                of(
                        guest(),
                        "line",
                        "7",
                        "code",
                        "LAMP-10",
                        "quantity",
                        "4",
                        "line",
                        "9",
                        "code",
                        "GONE",
                        "quantity",
                        "1"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("id=\"total-7\" hx-swap-oob=\"true\">50.00 GBP<", "id=\"item-9\"")
                .doesNotContain("id=\"desk-buyer\"", "<html");
        assertThat(text(answer))
                .contains("Goods 80.00 GBP", "Total 96.00 GBP", "1 wait: no date yet", "1 line waits for supply.");
    }

    @Test
    void aPostcodeThatCannotBeOfTheCountryIsDoubtedWhileOneTypes() {
        assertThat(quoted("postcode", "ls14ab")).doesNotContain("postcode of this country");
        assertThat(quoted("postcode", "4AB LS1")).contains("4AB LS1 does not look like a postcode of this country");
        assertThat(quoted("postcode", "90210", "region", "NY", "country", "US"))
                .contains("The postcode 90210 lies in CA, not in NY.");
        assertThat(quoted("postcode", "", "country", "US")).doesNotContain("90210", "There is no region");
    }

    private static String quoted(String... fields) {
        return send(key(), "quote", of(guest("line", "1", "code", "LAMP-10", "quantity", "1"), fields))
                .body();
    }

    @Test
    void problemsStandAtTheirLinesAndTheRestIsReckoned() {
        HttpResponse<String> answer = send(
                key(),
                "quote",
                of(
                        guest(),
                        "line",
                        "1",
                        "code",
                        "NOPE",
                        "quantity",
                        "1",
                        "line",
                        "2",
                        "code",
                        "LAMP-10",
                        "quantity",
                        "1.5"));

        assertThat(answer.body())
                .containsPattern("id=\"item-1\"[^>]*data-wrong=\"yes\"")
                .containsPattern("id=\"item-2\"[^>]*data-wrong=\"yes\"");
        assertThat(text(answer)).contains("NOPE", "Total 0.00 GBP");
    }

    @Test
    void choosingACustomerBringsHisAddressHisCreditAndHisWayToPay() {
        HttpResponse<String> answer = send(
                key(),
                "quote",
                of(new String[] {"customer", "C-POOR", "shown", "", "find", "poor"}, line("LAMP-10", "4")));

        assertThat(answer.body())
                .contains("id=\"desk-buyer\"", "id=\"desk-terms\"", "name=\"street\"")
                .containsPattern("value=\"ACCOUNT\" checked");
        assertThat(text(answer)).contains("Poorman Ltd", "Open credit 10.00 GBP", "50.00 GBP beyond the open credit");
    }

    @Test
    void anOrderIsPlacedForACustomerOnAccount() {
        HttpResponse<String> sent = send(
                key(),
                "place",
                of(customer("C-HART", "ACCOUNT", line("LAMP-10", "2")), "charge", "4.95", "note", "ring"));

        OrderHead head = placed(sent).head();
        assertThat(head.channel()).isEqualTo("phone");
        assertThat(head.terms()).isEqualTo(PaymentTerms.ACCOUNT);
        assertThat(head.shipTo().name()).isEqualTo("Hartley Interiors");
        assertThat(head.shipTo().email()).isEqualTo("buy@hartley.example");
        assertThat(head.money().net()).isEqualTo(2_500);
        assertThat(head.money().shipping()).isEqualTo(495);
        assertThat(head.comment()).isEqualTo("ring");
        String shown = text(otto.get("/desk/placed/" + head.number()));
        assertThat(shown).contains(head.number(), "Next order", "Hartley Interiors", "No mail server is set up");
    }

    @Test
    void whatIsBeingTypedGoesWithTheOrderThatIsSent() {
        counter.customer("C-SOLO", "Solomon Stores", "", "+44 161 496 0103", 0);
        shop.place(shop.draft(
                "C-SOLO", PaymentTerms.PREPAID, null, new OrderDraft.Line("LAMP-10", BigDecimal.ONE, null, null)));
        HttpResponse<String> sent = send(
                key(),
                "place",
                of(customer("", "LATER"), "find", "solomon stores", "entry", "4006381333931", "entryQuantity", "3"));

        OrderDetail order = placed(sent);
        assertThat(order.lines()).singleElement().satisfies(line -> {
            assertThat(line.sku()).isEqualTo("LAMP-10");
            assertThat(line.quantity()).isEqualTo(3);
        });
        assertThat(order.head().customerId()).isNotNull();
    }

    @Test
    void aGuestIsMadeACustomerWithHisFirstOrderOnceHoweverOftenItIsSent() throws Exception {
        String key = key();
        String chosen = send(key, "quote", "guest", "yes", "keep", "yes", "find", "Zoe Neumann", "shown", "")
                .body();
        assertThat(chosen).contains("value=\"Zoe Neumann\"", "Keep as a customer");
        String number = chosen.replaceAll("(?s).*name=\"number\" value=\"(C-\\d+)\".*", "$1");
        String[] form = of(guest(line("LAMP-10", "1")), "keep", "yes", "number", number);

        String first = number(send(key, "place", form));
        String again = number(send(key, "place", form));

        assertThat(again).isEqualTo(first);
        Customer made = Objects.requireNonNull(
                world.bean(Customers.class).byNumber(List.of(number)).get(number));
        assertThat(made.name()).isEqualTo("Ada Buyer");
        assertThat(made.email()).isEqualTo("ada@example.com");
        assertThat(shop.queries.byNumber(first).orElseThrow().head().customerId())
                .isEqualTo(made.id());
    }

    @Test
    void whoMayNotMakeCustomersIsNotOfferedTo() {
        Visitor manager = People.add(world, "mia", Role.OPERATIONS);

        assertThat(manager.get("/desk/customers?find=Zebedee").body())
                .doesNotContain("data-keep")
                .contains("data-guest");
        HttpResponse<String> sent = manager.submit(
                "/desk",
                "/desk/" + key() + "/place",
                of(guest(line("LAMP-10", "1")), "keep", "yes", "number", "C-SNEAKED"));

        assertThat(placed(sent).head().customerId()).isNull();
        assertThat(world.bean(Customers.class).byNumber(List.of("C-SNEAKED"))).isEmpty();
    }

    @Test
    void nothingThatWasTypedIsLostWhenAnOrderIsRefused() {
        String key = key();
        HttpResponse<String> refused = send(
                key,
                "place",
                of(
                        guest(line("LAMP-10", "many")),
                        "street",
                        "",
                        "street2",
                        "Flat 2",
                        "pay",
                        "TOKEN",
                        "token",
                        "",
                        "charge",
                        "much",
                        "note",
                        "ring twice"));

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body())
                .contains("value=\"many\"", "value=\"Flat 2\"", "value=\"much\"", "value=\"ring twice\"")
                .contains("href=\"#quantity-1\"", "href=\"#charge\"", "href=\"#token\"")
                .containsPattern("id=\"charge\"[^>]*aria-invalid=\"true\"");
        assertThat(text(refused))
                .contains("The order was not placed.", "‘many’ is not a quantity.", "‘much’ is not an amount in GBP.");
        assertThat(world.bean(OpenOrders.class).find(OTTO, key)).hasValueSatisfying(draft -> {
            assertThat(draft.order().sent()).isFalse();
            assertThat(draft.order().note()).isEqualTo("ring twice");
        });
    }

    @Test
    void anOrderOfNothingSaysWhatIsNeeded() {
        HttpResponse<String> refused = send(key(), "place", "version", "0");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(text(refused))
                .contains("Choose a customer, or take the order of a guest.", "An order needs at least one line");
    }

    @Test
    void cardNumbersAreKeptNowhere() {
        String key = key();
        String[] form = of(guest(line("LAMP-10", "1")), "note", "card 4111 1111 1111 1111");

        assertThat(send(key, "save", form).statusCode()).isEqualTo(422);
        assertThat(send(key, "place", form).statusCode()).isEqualTo(422);

        assertThat(world.bean(OpenOrders.class).find(OTTO, key)).isEmpty();
    }

    @Test
    void whatIsTypedIsKeptAsADraftListedAndOpenedAgain() {
        String key = key();
        HttpResponse<String> kept = send(key, "save", of(guest(line("LAMP-10", "4")), "entry", "rop"));
        assertThat(kept.statusCode()).isEqualTo(200);
        assertThat(kept.body()).contains("\"version\":1", "Saved just now");

        assertThat(text(otto.get("/desk"))).contains("Ada Buyer 1 line");
        String page = otto.get("/desk/" + key).body();
        assertThat(page).contains("value=\"12 High Street\"", "value=\"rop\"", "name=\"version\" value=\"1\"");
        assertThat(page).containsPattern("name=\"quantity\"[^>]*value=\"4\"");

        HttpResponse<String> elsewhere = send(key, "save", of(guest(line("LAMP-10", "5"))));
        assertThat(elsewhere.statusCode()).isEqualTo(409);
        assertThat(send(key(), "save", "version", "0", "entryQuantity", "1").statusCode())
                .isEqualTo(204);

        assertThat(otto.submit("/desk", "/desk/" + key + "/discard").statusCode())
                .isEqualTo(303);
        assertThat(otto.get("/desk/" + key).headers().firstValue("Location")).hasValue("/desk");
    }

    @Test
    void aDraftIsSeenByNobodyElse() {
        String key = key();
        send(key, "save", guest(line("LAMP-10", "4")));
        Visitor other = People.add(world, "olga", Role.OPERATIONS);

        assertThat(other.get("/desk/" + key).headers().firstValue("Location")).hasValue("/desk");
        assertThat(text(other.get("/desk"))).doesNotContain("Ada Buyer");
    }

    @Test
    void sentTwiceAtOnceItIsOneOrder() throws Exception {
        String key = key();
        String[] form = customer("C-HART", "LATER", line("LAMP-10", "1"));
        long before = phoneOrders();

        List<String> numbers = atOnce(5, () -> number(send(key, "place", form)));

        assertThat(numbers).hasSize(5).containsOnly(numbers.getFirst());
        assertThat(phoneOrders()).isEqualTo(before + 1);
        assertThat(otto.get("/desk/" + key).headers().firstValue("Location"))
                .hasValue("/desk/placed/" + numbers.getFirst());
    }

    private static List<String> atOnce(int times, Callable<String> work) throws Exception {
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                all.add(threads.submit(work));
            }
            for (Future<String> one : all) {
                answers.add(one.get());
            }
        }
        return answers;
    }

    @Test
    void whatNobodyAnswersIsSaidToBeSentAndSentAgainItIsOneOrder() throws SQLException {
        String key = key();
        String[] form = customer("C-HART", "LATER", line("LAMP-10", "1"));
        long before = phoneOrders();
        HttpResponse<String> unanswered;
        try (Connection outsider = world.connection();
                Statement statement = outsider.createStatement()) {
            outsider.setAutoCommit(false);
            statement.execute("lock table orders.order_line in access exclusive mode");
            unanswered = send(key, "place", form);
            outsider.rollback();
        }
        assertThat(unanswered.statusCode()).isEqualTo(202);
        assertThat(text(unanswered)).contains("Sent, not answered yet.", "Send again");
        assertThat(unanswered.body()).contains("name=\"sent\" value=\"yes\"", "value=\"1 Mill Lane\"");

        String number = number(send(key, "place", of(form, "sent", "yes")));

        assertThat(phoneOrders()).isEqualTo(before + 1);
        assertThat(number(send(key, "place", form))).isEqualTo(number);
        assertThat(world.bean(OpenOrders.class).find(OTTO, key)).isEmpty();
    }

    @Test
    void whatIsChangedAfterItWasPlacedIsNotInItAndThatIsSaid() {
        String key = key();
        String number = number(send(key, "place", guest(line("LAMP-10", "1"))));

        HttpResponse<String> changed = send(key, "place", guest(line("LAMP-10", "2")));

        assertThat(number(changed)).isEqualTo(number);
        assertThat(text(otto.get("/desk/placed/" + number))).contains("what was changed since then is not in it");
    }

    @Test
    void theConfirmationIsMailedOnDemandAndAWrongAddressStaysToBePutRight() {
        String number = number(send(key(), "place", guest(line("LAMP-10", "1"))));
        String page = "/desk/placed/" + number;

        HttpResponse<String> wrong = otto.submit(page, page + "/mail", "to", "ada at home");
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("value=\"ada at home\"", "aria-invalid=\"true\"");

        assertThat(otto.submit(page, page + "/mail", "to", "").statusCode()).isEqualTo(303);
        assertThat(text(otto.get(page))).contains("ada@example.com is written and kept");
    }

    @Test
    void aCustomersPageLeadsToAnOrderOfHis() {
        assertThat(otto.get("/customers/C-HART").body()).contains("href=\"/desk?customer=C-HART\"");
        assertThat(text(otto.get("/desk?customer=C-HART"))).contains("Hartley Interiors", "Open credit");
        assertThat(text(otto.get("/desk?customer=C-NONE"))).contains("C-NONE", "There is no customer");
    }

    @Test
    void aPriceIsShownAsFineAsItIsAndAQuantityInTheWordsOfTheReader() {
        shop.item(ItemKind.SERVICE, "0.125");
        HttpResponse<String> german = otto.send(
                "/desk/items?entry=hemp",
                request -> request.header("Accept-Language", "de").GET());

        assertThat(text(german)).contains("1,20 GBP", "verfügbar");
        assertThat(Desk.CHANNEL).isEqualTo("phone");
    }
}
