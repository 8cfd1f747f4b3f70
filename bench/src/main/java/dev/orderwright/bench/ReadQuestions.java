package dev.orderwright.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** What people at the console and programs look up. */
final class ReadQuestions {

    private static final double LIST_MILLIS = 200;
    private static final double ORDER_MILLIS = 100;
    private static final double SEARCH_MILLIS = 100;
    private static final int OK = 200;
    private static final int SEE_OTHER = 303;
    private static final int PAGE = 50;
    /** Where what fits is rare, a page may be short and the next one go on. */
    private static final int PAGES_LOOKED_AT = 25;

    private static final int BY_PHONE = 20;
    private static final int HELD = 5;
    private static final int FAR_DAYS = 30;
    private static final String CUSTOMER = "READS-1";
    /** Nobody has ever ordered it but by phone. */
    private static final String RARE = "R";

    private final Lab lab;
    private final Console console;
    private final StoredOrders stored;
    private final RandomGenerator random;
    private final LocalDate from;
    private final LocalDate until;

    ReadQuestions(Lab lab) {
        this.lab = lab;
        this.console = Console.signIn(lab.subject());
        this.stored = StoredOrders.draw(lab);
        this.random = new SplittableRandom(lab.options().seed());
        this.from = stored.first().minusDays(1);
        this.until = stored.last().plusDays(1);
    }

    /**
     * Something that is looked up again and again, each time for another order.
     *
     * @param p95 the bar in milliseconds; 0 for none
     * @param opens whether it may lead to another page instead of showing one
     */
    record Question(String name, double p95, Load.Requests requests, boolean opens) {

        Question(String name, double p95, Load.Requests requests) {
            this(name, p95, requests, false);
        }

        boolean isAnsweredBy(int status) {
            return status == OK || (opens && status == SEE_OTHER);
        }
    }

    /** Of all orders, how many fit some filters. */
    enum Fit {
        NONE,
        /** Less than a page. */
        FEW,
        SOME,
        /** A page or more. */
        MANY;

        boolean holds(int found) {
            return switch (this) {
                case NONE -> found == 0;
                case FEW -> found > 0 && found < PAGE;
                case SOME -> found > 0;
                case MANY -> found >= PAGE;
            };
        }
    }

    /** Filters as they stand in the address. */
    record Filter(String name, Fit fit, Supplier<String> parameters) {}

    List<Question> all() {
        orderByPhone();
        List<Question> questions = new ArrayList<>();
        for (Filter filter : filters()) {
            requireFit(filter);
            questions.add(new Question(
                    "API list, " + filter.name(),
                    LIST_MILLIS,
                    paging(filter, "cursor", path -> lab.api().bytes("/api/v1" + path))));
            questions.add(
                    new Question("list page, " + filter.name(), LIST_MILLIS, paging(filter, "after", console::bytes)));
        }
        questions.add(new Question(
                "API order",
                ORDER_MILLIS,
                () -> lab.api().bytes("/api/v1/orders/" + stored.order(random).number())));
        questions.add(new Question(
                "API timeline",
                ORDER_MILLIS,
                () -> lab.api().bytes("/api/v1/orders/" + stored.order(random).id() + "/timeline")));
        questions.add(new Question(
                "order page",
                ORDER_MILLIS,
                () -> console.bytes("/orders/" + stored.order(random).number())));
        questions.addAll(searches());
        questions.add(new Question("start page", 0, () -> console.bytes("/")));
        questions.add(new Question("insight page", 0, () -> console.bytes("/insight")));
        questions.add(new Question("books page", 0, () -> console.bytes("/books")));
        return questions;
    }

    /** Each has a view and at least two more; orders of earlier days are closed, came from the web and left one node. */
    private List<Filter> filters() {
        String node = stored.node();
        String article = Goods.sku(RARE, 1);
        return List.of(
                new Filter("many by day", Fit.MANY, () -> "view=closed&channel=web&from=" + from + "&until=" + until),
                new Filter("many at a node", Fit.MANY, () -> "view=all&state=DELIVERED&node=" + node + "&channel=web"),
                new Filter("an article", Fit.SOME, () -> "view=closed&channel=web&sku=" + stored.sku(random)),
                new Filter(
                        "an article at a node",
                        Fit.SOME,
                        () -> "view=all&node=" + node + "&from=" + from + "&sku=" + stored.sku(random)),
                new Filter("few of a customer", Fit.FEW, () -> "view=open&channel=phone&customer=" + CUSTOMER),
                new Filter("few of a channel", Fit.FEW, () -> "view=all&channel=phone&from=" + from),
                new Filter("few on hold", Fit.FEW, () -> "view=held&hold=REVIEW&channel=phone"),
                new Filter("none of a channel", Fit.NONE, () -> "view=closed&channel=fax&from=" + from),
                new Filter(
                        "none so early",
                        Fit.NONE,
                        () -> "view=all&channel=web&until=" + stored.first().minusDays(FAR_DAYS)),
                new Filter("none lost", Fit.NONE, () -> "view=all&state=LOST&node=" + node),
                new Filter("none of an article", Fit.NONE, () -> "view=closed&channel=web&sku=" + article),
                new Filter(
                        "none cancelled",
                        Fit.NONE,
                        () -> "view=cancelled&channel=web&sku=" + stored.sku(random) + "&from=" + from));
    }

    /** The first page, and in turn one further on: the id of any order can be where the page before has ended. */
    private Load.Requests paging(Filter filter, String cursor, Function<String, byte[]> request) {
        int[] asked = {0};
        return () -> {
            String path = "/orders?" + filter.parameters().get();
            return request.apply(
                    ++asked[0] % 2 == 0
                            ? path + "&" + cursor + "=" + stored.order(random).id()
                            : path);
        };
    }

    /** A wrong filter would measure something else. */
    private void requireFit(Filter filter) {
        String path = "/api/v1/orders?limit=" + PAGE + "&" + filter.parameters().get();
        JsonNode answer = lab.api().get(path);
        int found = answer.path("items").size();
        for (int page = 1;
                page < PAGES_LOOKED_AT && found < PAGE && answer.path("next").isString();
                page++) {
            answer = lab.api().get(path + "&cursor=" + answer.path("next").asString());
            found += answer.path("items").size();
        }
        lab.say(filter.name() + ": " + found + (found < PAGE ? "" : " and more"));
        if (!filter.fit().holds(found)) {
            throw new IllegalStateException(filter.name() + ": " + path + " finds " + found);
        }
    }

    /** At the search box, whatever people have in hand. */
    private List<Question> searches() {
        return List.of(
                search("number", () -> stored.order(random).number()),
                search("channel's number", () -> stored.word("external", random)),
                search("e-mail", () -> stored.word("email", random)),
                search("article", () -> stored.word("sku", random)),
                search("name and article", () -> stored.word("name", random) + " " + stored.word("sku", random)),
                search("misspelt name", () -> misspelt(stored.word("name", random))),
                search("nothing", () -> "nobody" + Integer.toString(random.nextInt(1_000_000), 36)),
                new Question(
                        "API search, e-mail",
                        SEARCH_MILLIS,
                        () -> lab.api().bytes("/api/v1/search?q=" + encoded(stored.word("email", random)))));
    }

    private Question search(String what, Supplier<String> typed) {
        return new Question(
                "search, " + what, SEARCH_MILLIS, () -> console.bytes("/search?q=" + encoded(typed.get())), true);
    }

    /** Without its second letter. */
    private static String misspelt(String name) {
        return name.length() < 2 ? name : name.charAt(0) + name.substring(2);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** A few orders unlike all others, so that filters can find few; they are made once. */
    private void orderByPhone() {
        lab.goods(RARE, 1, 1, Goods.PLENTY);
        lab.api()
                .put(
                        "/api/v1/customers/" + CUSTOMER,
                        Map.of("name", "Reads", "country", "GB", "account", true, "creditLimitMinor", Goods.PLENTY));
        if (!lab.api()
                .get("/api/v1/orders?limit=1&customer=" + CUSTOMER)
                .path("items")
                .isEmpty()) {
            return;
        }
        for (int i = 0; i < BY_PHONE; i++) {
            String order =
                    "{\"channel\":\"phone\",\"externalId\":\"call-%d\",\"method\":\"STANDARD\",\"terms\":\"ACCOUNT\""
                            + ",\"customer\":\"%s\",\"shipTo\":{\"name\":\"Ada Palmer\",\"street\":\"12 Mill Lane\",\"city\":\"Leeds\""
                            + ",\"postcode\":\"LS1 4AP\",\"country\":\"GB\"},\"lines\":[{\"sku\":\"%s\",\"quantity\":1}]}";
            String id = lab.api()
                    .lines(
                            "/api/v1/orders",
                            String.format(Locale.ROOT, order, i, CUSTOMER, Goods.sku(RARE, 1))
                                    .getBytes(StandardCharsets.UTF_8))
                    .getFirst()
                    .path("order")
                    .path("id")
                    .asString();
            if (i < HELD) {
                lab.api()
                        .post(
                                "/api/v1/orders/" + id + "/holds",
                                Map.of("type", "REVIEW", "reason", "asked to look at it first"));
            }
        }
    }
}
