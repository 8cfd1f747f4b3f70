package dev.orderwright;

import dev.orderwright.backlog.Backlogs;
import dev.orderwright.billing.Till;
import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Sku;
import dev.orderwright.customers.Customers;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Priorities;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.promising.Strategies;
import dev.orderwright.shared.Json;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.Dock.Picked;
import dev.orderwright.verification.Policies;
import dev.orderwright.verification.Policy;
import dev.orderwright.whatif.WhatIfWish;
import dev.orderwright.whatif.WhatIfs;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One request for each write of the API, by the name of its route, and how to get to where it can be sent. */
final class WriteSamples {

    static final String LINES = "application/x-ndjson";

    private static final String[] EVERYTHING = """
            allocation:write billing:read billing:refund billing:write books:read books:repair checks:write catalog:read catalog:write customers:read
            customers:write fulfilment:read fulfilment:write imports:write inventory:read inventory:write orders:hold
            orders:cancel orders:read orders:release-hold orders:write shipping:read shipping:write sourcing:write priority:write
            """.split("\\s+");

    /**
     * A request that can be sent now, and another one that has not been sent.
     *
     * @param other null where every request is the same
     */
    record Ready(String path, String body, @Nullable Other other) {}

    /** A request to the same route that asks for something else. */
    record Other(String path, String body) {}

    final ApiCaller api;
    private final World world;
    private final Till till;
    private final Dock dock;
    private final Shop shop;
    private final Map<String, Supplier<Ready>> samples = new TreeMap<>();

    WriteSamples(World world) {
        this.world = world;
        api = new ApiCaller(world, EVERYTHING);
        till = new Till(world);
        dock = new Dock(world);
        shop = dock.shop;
        orders();
        masterData();
        stock();
        goodsOnTheirWay();
        nodeWork();
        manyAtOnce();
        packing();
        shipping();
        money();
        books();
        exceptions();
        checks();
        strategies();
        priorities();
        whatIfs();
        backlog();
        allocation();
    }

    Map<String, Supplier<Ready>> byRoute() {
        return samples;
    }

    /** The same address, other content. */
    private static Ready content(String path, String body, String other) {
        return new Ready(path, body, new Other(path, other));
    }

    /** Of another thing. */
    private static Ready thing(String path, String body, String other) {
        return new Ready(path, body, new Other(other, body));
    }

    private void orders() {
        samples.put("POST /api/v1/orders", () -> content("/api/v1/orders", order(1), order(2)));
        samples.put(
                "POST /api/v1/orders " + LINES,
                () -> content("/api/v1/orders", order(1) + "\n" + order(2), order(3) + "\n" + order(4)));
        samples.put(
                "POST /api/v1/orders/bulk",
                () -> content(
                        "/api/v1/orders/bulk",
                        "[" + order(1) + "," + order(2) + "]",
                        "[" + order(3) + "," + order(4) + "]"));
        samples.put(
                "POST /api/v1/orders/{order}/cancellations",
                () -> content("/api/v1/orders/" + placed(3).number() + "/cancellations", line(1, 1), line(1, 2)));
        samples.put(
                "POST /api/v1/orders/{order}/holds",
                () -> content(
                        "/api/v1/orders/" + placed(1).number() + "/holds",
                        "{\"type\": \"REVIEW\", \"reason\": \"looks odd\"}",
                        "{\"type\": \"REVIEW\", \"reason\": \"looks very odd\"}"));
        samples.put("POST /api/v1/orders/{order}/holds/{hold}/release", () -> {
            Placed placed = placed(1);
            long hold = shop.holds
                    .place(shop.cause(), List.of(Holds.Wish.onOrder(placed.orderId(), HoldType.REVIEW, "looks odd")))
                    .orThrow()
                    .holdIds()
                    .getFirst();
            return content(
                    "/api/v1/orders/" + placed.number() + "/holds/" + hold + "/release",
                    reason("it is fine"),
                    reason("it is fine after all"));
        });
        samples.put(
                "POST /api/v1/orders/{order}/comments",
                () -> content(
                        "/api/v1/orders/" + placed(1).number() + "/comments",
                        "{\"text\": \"rings on Friday\"}",
                        "{\"text\": \"rings on Monday\"}"));
        samples.put("POST /api/v1/orders/{order}/source", () -> {
            long node = shop.node();
            shop.stock(node, till.item, 5);
            String wish = "{\"node\": \"" + shop.nodeCode(node) + "\", \"reason\": \"%s\"}";
            return content(
                    "/api/v1/orders/" + placed(1).number() + "/source",
                    wish.formatted("it is nearer"),
                    wish.formatted("it is open"));
        });
    }

    private Placed placed(long quantity) {
        return shop.place(shop.draft(till.item.times(quantity)));
    }

    /** On one line, as a stream needs it. */
    private String order(int quantity) {
        return """
                {"channel": "web", "externalId": "%s", "currency": "GBP",
                 "payment": {"token": "tok_ok", "authorisation": "%s", "authorisedMinor": 100000},
                 "shipTo": {"name": "Ada Buyer", "street": "12 High Street", "city": "Leeds",
                            "postcode": "LS1 4AB", "country": "GB", "phone": "+44 113 496 0000", "email": "%s@example.com"},
                 "lines": [{"sku": "%s", "quantity": %d}]}
                """.formatted(shop.word("W"), shop.word("auth-"), shop.word("guest"), till.item.sku(), quantity)
                .replace("\n", " ");
    }

    private static String line(int lineNo, int quantity) {
        return "{\"lines\": [{\"lineNo\": %d, \"quantity\": %d}], \"reason\": \"one too many\"}"
                .formatted(lineNo, quantity);
    }

    private static String reason(String text) {
        return "{\"reason\": \"" + text + "\"}";
    }

    private void masterData() {
        samples.put(
                "PUT /api/v1/items/{sku}",
                () -> content(
                        "/api/v1/items/" + shop.word("NEW"),
                        "{\"description\": \"Lamp\"}",
                        "{\"description\": \"Lamp, red\"}"));
        samples.put("POST /api/v1/items", () -> {
            String items = "{\"items\": [{\"sku\": \"" + shop.word("NEW") + "\", \"description\": \"%s\"}]}";
            return content("/api/v1/items", items.formatted("Lamp"), items.formatted("Lamp, red"));
        });
        samples.put(
                "POST /api/v1/items/{sku}/activate",
                () -> thing(
                        "/api/v1/items/" + offSale() + "/activate", "", "/api/v1/items/" + offSale() + "/activate"));
        samples.put(
                "POST /api/v1/items/{sku}/deactivate",
                () -> thing(
                        "/api/v1/items/" + shop.item().sku() + "/deactivate",
                        "",
                        "/api/v1/items/" + shop.item().sku() + "/deactivate"));
        samples.put(
                "PUT /api/v1/customers/{number}",
                () -> content(
                        "/api/v1/customers/" + shop.word("NEW"), "{\"name\": \"Ada Ltd\"}", "{\"name\": \"Ada plc\"}"));
        samples.put("POST /api/v1/customers", () -> {
            String customers = "{\"customers\": [{\"number\": \"" + shop.word("NEW") + "\", \"name\": \"%s\"}]}";
            return content("/api/v1/customers", customers.formatted("Ada Ltd"), customers.formatted("Ada plc"));
        });
        samples.put(
                "POST /api/v1/customers/{number}/activate",
                () -> thing(
                        "/api/v1/customers/" + notServed() + "/activate",
                        "",
                        "/api/v1/customers/" + notServed() + "/activate"));
        samples.put(
                "POST /api/v1/customers/{number}/deactivate",
                () -> thing(
                        "/api/v1/customers/" + shop.customer(0) + "/deactivate",
                        "",
                        "/api/v1/customers/" + shop.customer(0) + "/deactivate"));
        samples.put(
                "PUT /api/v1/nodes/{code}",
                () -> content("/api/v1/nodes/" + shop.word("N"), "{\"name\": \"Dock\"}", "{\"name\": \"Old dock\"}"));
    }

    private String offSale() {
        String sku = shop.item().sku();
        world.bean(Catalog.class)
                .setActive(shop.cause(), List.of(Sku.of(sku)), false)
                .orThrow();
        return sku;
    }

    private String notServed() {
        String number = shop.customer(0);
        world.bean(Customers.class)
                .setActive(shop.cause(), List.of(number), false)
                .orThrow();
        return number;
    }

    private void stock() {
        stockWork("receipts", "receipts", "\"quantity\": %d");
        stockWork("adjustments", "adjustments", "\"delta\": %d, \"reason\": \"FOUND\"");
        stockWork(
                "bucket-changes",
                "changes",
                "\"from\": \"AVAILABLE\", \"to\": \"QC_HOLD\", \"quantity\": %d, \"reason\": \"CHECK\"");
        stockWork("stock-limits", "limits", "\"quantity\": %d");
    }

    private void stockWork(String route, String list, String what) {
        String path = "/api/v1/" + route;
        samples.put("POST " + path, () -> {
            Shelf shelf = shelf();
            String lines = "{\"" + list + "\": [{\"sku\": \"" + shelf.item().sku() + "\", \"node\": \""
                    + shop.nodeCode(shelf.node()) + "\", " + what + "}]}";
            return content(path, lines.formatted(2), lines.formatted(3));
        });
    }

    /** Ten of an item at a node. */
    private record Shelf(long node, Goods item) {}

    private Shelf shelf() {
        Shelf shelf = new Shelf(shop.node(), shop.item());
        shop.stock(shelf.node(), shelf.item(), 10);
        return shelf;
    }

    private void goodsOnTheirWay() {
        samples.put("POST /api/v1/supplies", () -> {
            Shelf shelf = shelf();
            return content("/api/v1/supplies", supply(shelf, 2), supply(shelf, 3));
        });
        samples.put("POST /api/v1/supplies/changes", () -> {
            Shelf shelf = shelf();
            String supply = Json.tree(done("/api/v1/supplies", supply(shelf, 5)))
                    .path("supplies")
                    .path(0)
                    .path("id")
                    .asString();
            String changes = "{\"supplies\": [{\"sku\": \"" + shelf.item().sku() + "\", \"supply\": \"" + supply
                    + "\", \"expectedOn\": \"%s\"}]}";
            return content(
                    "/api/v1/supplies/changes", changes.formatted("2027-06-01"), changes.formatted("2027-07-01"));
        });
        samples.put("POST /api/v1/transfers", () -> {
            Shelf shelf = shelf();
            String to = shop.nodeCode(shop.node());
            return content("/api/v1/transfers", transfer(shelf, to, 2), transfer(shelf, to, 3));
        });
        samples.put("POST /api/v1/transfers/{id}/receipts", () -> {
            String lines = "{\"lines\": [{\"lineNo\": 1, \"quantity\": %d}]}";
            return content("/api/v1/transfers/" + transferred() + "/receipts", lines.formatted(1), lines.formatted(2));
        });
        samples.put(
                "POST /api/v1/transfers/{id}/close",
                () -> thing(
                        "/api/v1/transfers/" + transferred() + "/close",
                        "",
                        "/api/v1/transfers/" + transferred() + "/close"));
    }

    private String supply(Shelf shelf, int quantity) {
        return """
                {"supplies": [{"sku": "%s", "node": "%s", "expectedOn": "2027-05-01", "quantity": %d}]}
                """.formatted(shelf.item().sku(), shop.nodeCode(shelf.node()), quantity);
    }

    private String transfer(Shelf shelf, String to, int quantity) {
        return """
                {"fromNode": "%s", "toNode": "%s", "expectedOn": "2027-05-01",
                 "lines": [{"sku": "%s", "quantity": %d}]}
                """.formatted(shop.nodeCode(shelf.node()), to, shelf.item().sku(), quantity);
    }

    private String transferred() {
        return field(done("/api/v1/transfers", transfer(shelf(), shop.nodeCode(shop.node()), 4)), "id");
    }

    private void nodeWork() {
        samples.put("POST /api/v1/releases", () -> {
            Shelf shelf = shelf();
            shop.place(shop.draft(shelf.item().times(3)));
            return content("/api/v1/releases?node=" + shop.nodeCode(shelf.node()), "{}", "{\"limit\": 7}");
        });
        samples.put(work("accept"), () -> thing(released() + "/accept", "", released() + "/accept"));
        samples.put(work("reject"), () -> content(released() + "/reject", reason("NO_CAPACITY"), reason("CLOSED")));
        samples.put(work("start-pick"), () -> {
            String work = released();
            done(work + "/accept", "");
            return content(work + "/start-pick", "{\"assignee\": \"Ann\"}", "{\"assignee\": \"Ben\"}");
        });
        samples.put(work("picks"), () -> {
            Begun begun = begun();
            String picks =
                    "{\"picks\": [{\"code\": \"" + begun.item().sku() + "\", \"bin\": \"A-01\", \"quantity\": %d}]}";
            return content(begun.path() + "/picks", picks.formatted(1), picks.formatted(2));
        });
        samples.put(work("short-picks"), () -> {
            String shorts = "{\"shortPicks\": [{\"taskNo\": 1, \"quantity\": 1, \"reason\": \"%s\"}]}";
            return content(begun().path() + "/short-picks", shorts.formatted("NOT_FOUND"), shorts.formatted("DAMAGED"));
        });
        samples.put(work("cancel-answer"), () -> {
            Begun begun = begun();
            done("/api/v1/orders/" + begun.order() + "/cancellations", "{\"reason\": \"changed my mind\"}");
            return content(
                    begun.path() + "/cancel-answer",
                    "{\"stopped\": true}",
                    "{\"stopped\": false, \"reason\": \"it has left\"}");
        });
    }

    private void manyAtOnce() {
        String many = "/api/v1/fulfilment-orders/";
        samples.put(
                "POST " + many + "accept",
                () -> content(many + "accept", works(releasedNumber()), works(releasedNumber())));
        samples.put("POST " + many + "start-pick", () -> {
            String first = releasedNumber();
            String second = releasedNumber();
            done(many + "accept", works(first + "\", \"" + second));
            return content(many + "start-pick", works(first), works(second));
        });
        samples.put("POST " + many + "picks", () -> {
            Begun begun = begun();
            String lists = "{\"lists\": [{\"fulfilmentOrder\": \"" + numberOf(begun) + "\", \"picks\": [{\"code\": \""
                    + begun.item().sku() + "\", \"bin\": \"A-01\", \"quantity\": %d}]}]}";
            return content(many + "picks", lists.formatted(1), lists.formatted(2));
        });
    }

    private static String works(String numbers) {
        return "{\"fulfilmentOrders\": [\"" + numbers + "\"]}";
    }

    private String releasedNumber() {
        return numberOf(released(new Shelf(shop.node(), shop.item())));
    }

    private static String numberOf(Begun begun) {
        return begun.path().substring(begun.path().lastIndexOf('/') + 1);
    }

    private static String work(String what) {
        return "POST /api/v1/fulfilment-orders/{work}/" + what;
    }

    /** The address of work that a node has not accepted. */
    private String released() {
        return released(new Shelf(shop.node(), shop.item())).path();
    }

    /** Work for three of an item that lie in two bins. */
    private record Begun(String path, Goods item, String order) {}

    private Begun released(Shelf shelf) {
        dock.floor.stock(shelf.node(), shelf.item(), "A-01", 3);
        dock.floor.stock(shelf.node(), shelf.item(), "B-01", 3);
        Placed placed = shop.place(shop.draft(shelf.item().times(3)));
        String number = dock.floor.work(dock.floor.releaseOne(shelf.node())).number();
        return new Begun("/api/v1/fulfilment-orders/" + number, shelf.item(), placed.number());
    }

    /** Begun by the caller: nobody else may pick it. */
    private Begun begun() {
        Begun released = released(new Shelf(shop.node(), shop.item()));
        done(released.path() + "/accept", "");
        done(released.path() + "/start-pick", "{}");
        return released;
    }

    private void packing() {
        samples.put(
                "POST /api/v1/packages",
                () -> content("/api/v1/packages", forWork(dock.picked(2)), forWork(dock.picked(2))));
        samples.put(parcel("scans"), () -> {
            Picked picked = dock.picked(3);
            return content(opened(picked) + "/scans", units(picked, 1), units(picked, 2));
        });
        samples.put(parcel("take-outs"), () -> {
            Picked picked = dock.picked(3);
            String parcel = opened(picked);
            done(parcel + "/scans", units(picked, 3));
            return content(parcel + "/take-outs", units(picked, 1), units(picked, 2));
        });
        samples.put(parcel("seal"), () -> {
            Picked picked = dock.picked(1);
            String parcel = opened(picked);
            done(parcel + "/scans", units(picked, 1));
            return content(parcel + "/seal", "{\"weightGrams\": 900}", "{\"weightGrams\": 950}");
        });
        samples.put(parcel("reopen"), () -> thing(sealed() + "/reopen", "", sealed() + "/reopen"));
        samples.put(
                parcel("discard"),
                () -> thing(opened(dock.picked(1)) + "/discard", "", opened(dock.picked(1)) + "/discard"));
        samples.put("POST /api/v1/packages/pack", () -> {
            Picked picked = dock.picked(3);
            String packs = "{\"packs\": [{\"fulfilmentOrder\": \"" + number(picked)
                    + "\", \"boxes\": [{\"contents\": [{\"code\": \""
                    + picked.item().sku()
                    + "\", \"quantity\": %d}]}]}]}";
            return content("/api/v1/packages/pack", packs.formatted(1), packs.formatted(2));
        });
    }

    private static String parcel(String what) {
        return "POST /api/v1/packages/{parcel}/" + what;
    }

    private String number(Picked picked) {
        return dock.floor.work(picked.work()).number();
    }

    private String forWork(Picked picked) {
        return "{\"fulfilmentOrder\": \"" + number(picked) + "\"}";
    }

    /** The address of an open package. */
    private String opened(Picked picked) {
        return "/api/v1/packages/" + field(done("/api/v1/packages", forWork(picked)), "number");
    }

    private static String units(Picked picked, int quantity) {
        return "{\"code\": \"%s\", \"quantity\": %d}".formatted(picked.item().sku(), quantity);
    }

    private String sealed() {
        return address(dock.pack(dock.picked(1), 1).number());
    }

    private String labelled() {
        return address(dock.labelled(dock.picked(1), 1).number());
    }

    private static String address(String parcel) {
        return "/api/v1/packages/" + parcel;
    }

    private void shipping() {
        samples.put(parcel("label"), () -> content(sealed() + "/label", "{}", "{\"partial\": true}"));
        samples.put(parcel("void-label"), () -> thing(labelled() + "/void-label", "", labelled() + "/void-label"));
        samples.put(
                parcel("give-up"),
                () -> content(
                        address(dock.shipped(dock.picked(1), 1).number()) + "/give-up",
                        reason("fell into the sea"),
                        reason("was stolen")));
        samples.put("POST /api/v1/labels", () -> {
            String packages = "{\"packages\": [\"%s\"]}";
            return content(
                    "/api/v1/labels",
                    packages.formatted(dock.pack(dock.picked(1), 1).number()),
                    packages.formatted(dock.pack(dock.picked(1), 1).number()));
        });
        samples.put("POST /api/v1/hand-overs", () -> {
            String packages = "{\"packages\": [\"%s\"]}";
            return content(
                    "/api/v1/hand-overs",
                    packages.formatted(dock.labelled(dock.picked(1), 1).number()),
                    packages.formatted(dock.labelled(dock.picked(1), 1).number()));
        });
        samples.put("POST /api/v1/tracking-events", () -> {
            String events = "{\"events\": [{\"carrier\": \"OWN\", \"trackingNumber\": \"" + underWay()
                    + "\", \"eventId\": \"" + shop.word("e") + "\", \"code\": \"IN_TRANSIT\", \"at\": \"%s\"}]}";
            return content(
                    "/api/v1/tracking-events",
                    events.formatted("2026-03-03T10:00:00Z"),
                    events.formatted("2026-03-03T11:00:00Z"));
        });
        samples.put("POST /api/v1/tracking-events/payloads", () -> {
            String payload = "{\"result\": {\"tracking_code\": \"" + underWay()
                    + "\", \"carrier\": \"OWN\", \"tracking_details\": [{\"status\": \"in_transit\", \"message\":"
                    + " \"%s\", \"datetime\": \"2026-03-03T10:00:00Z\"}]}}";
            return content(
                    "/api/v1/tracking-events/payloads",
                    payload.formatted("Left the depot"),
                    payload.formatted("Left the town"));
        });
    }

    /** The tracking number of a package on its way. */
    private String underWay() {
        return dock.shipped(dock.picked(1), 1).trackingNumber();
    }

    private void money() {
        samples.put("POST /api/v1/orders/{order}/payments", () -> {
            String order = till.prepaid("tok_refuse", till.item.times(2)).number();
            till.work();
            String payment = "{\"amountMinor\": %d, \"token\": \"tok_ok\"}";
            return content("/api/v1/orders/" + order + "/payments", payment.formatted(600), payment.formatted(300));
        });
        String transaction = "POST /api/v1/orders/{order}/payment-transactions/{transaction}/";
        samples.put(transaction + "retry", () -> thing(refused() + "/retry", "", refused() + "/retry"));
        samples.put(
                transaction + "dismiss",
                () -> content(refused() + "/dismiss", reason("card is closed"), reason("paid in cash")));
        samples.put("POST /api/v1/money-receipts", () -> {
            String receipts = "{\"receipts\": [{\"invoice\": \"" + invoiced(shop.customer(100_000))
                    + "\", \"amountMinor\": %d, \"currency\": \"GBP\", \"reference\": \"statement 7\"}]}";
            return content("/api/v1/money-receipts", receipts.formatted(200), receipts.formatted(201));
        });
        samples.put("POST /api/v1/customers/{customer}/credit/use", () -> {
            String customer = inCredit();
            String uses = "{\"currency\": \"GBP\", \"uses\": [{\"invoice\": \"" + invoiced(customer)
                    + "\", \"amountMinor\": %d}]}";
            return content("/api/v1/customers/" + customer + "/credit/use", uses.formatted(50), uses.formatted(60));
        });
        samples.put("POST /api/v1/customers/{customer}/credit/pay-out", () -> {
            String out = "{\"amountMinor\": %d, \"currency\": \"GBP\", \"reference\": \"transfer 9\"}";
            return content("/api/v1/customers/" + inCredit() + "/credit/pay-out", out.formatted(50), out.formatted(60));
        });
        samples.put(
                "POST /api/v1/invoices/{number}/write-off",
                () -> content(
                        "/api/v1/invoices/" + invoiced(shop.customer(100_000)) + "/write-off",
                        reason("insolvent"),
                        reason("vanished")));
    }

    /** The address of a capture that was refused. */
    private String refused() {
        Placed placed = till.authorised("tok_refuse_capture", till.item.times(2));
        till.ship(placed.orderId());
        till.work();
        return "/api/v1/orders/" + placed.number() + "/payment-transactions/"
                + till.money(placed.orderId()).transactions().getLast().id();
    }

    /** The number of an open invoice over 6.00. */
    private String invoiced(String customer) {
        long order = till.onAccount(customer, till.item.times(2)).orderId();
        till.ship(order);
        return till.money(order).invoices().getFirst().number();
    }

    /** A customer who has paid 4.00 too much. */
    private String inCredit() {
        String customer = shop.customer(100_000);
        done("/api/v1/money-receipts", """
                {"receipts": [{"invoice": "%s", "amountMinor": 1000, "currency": "GBP", "reference": "statement 7"}]}
                """.formatted(invoiced(customer)));
        return customer;
    }

    private void checks() {
        samples.put("POST /api/v1/verification/policies", () -> {
            Policy policy =
                    world.bean(Policies.class).at(world.clock().instant()).policy();
            String policies = "{\"version\": " + policy.version() + ", \"rules\": " + Json.write(policy.rules())
                    + ", \"why\": \"%s\"}";
            return content(
                    "/api/v1/verification/policies",
                    policies.formatted("as it is"),
                    policies.formatted("as it is, said again"));
        });
    }

    private void strategies() {
        samples.put("POST /api/v1/sourcing/strategies", () -> {
            int latest =
                    world.bean(Strategies.class).latest(1).getFirst().strategy().version();
            String strategies = "{\"version\": " + latest
                    + ", \"rules\": [{\"channel\": \"nowhere\", \"aim\": \"LEAST_COST\"}], \"why\": \"%s\"}";
            return content(
                    "/api/v1/sourcing/strategies",
                    strategies.formatted("nobody orders there"),
                    strategies.formatted("nobody orders there yet"));
        });
    }

    private void priorities() {
        samples.put("POST /api/v1/priorities", () -> {
            int latest =
                    world.bean(Priorities.class).latest(1).getFirst().formula().version();
            String formulas = "{\"version\": " + latest
                    + ", \"priority\": 10000, \"age\": 1, \"channels\": {\"nowhere\": 1}, \"why\": \"%s\"}";
            return content(
                    "/api/v1/priorities",
                    formulas.formatted("nobody orders there"),
                    formulas.formatted("nobody orders there yet"));
        });
    }

    private void allocation() {
        samples.put("POST /api/v1/allocation/runs", () -> {
            Goods goods = shop.item();
            shop.stock(shop.node(), goods, 1);
            shop.place(shop.draft(goods.times(2)));
            String runs = "{\"sku\": \"" + goods.sku() + "\", \"reason\": \"%s\"}";
            return content("/api/v1/allocation/runs", runs.formatted("fairer"), runs.formatted("fairer still"));
        });
    }

    private void backlog() {
        String url = "/api/v1/backlog/runs";
        samples.put("POST " + url, () -> new Ready(url, "", null));
        samples.put(
                "POST " + url + "/{id}/apply",
                () -> thing(url + "/" + looked() + "/apply", "", url + "/" + looked() + "/apply"));
        samples.put(
                "POST " + url + "/{id}/stop",
                () -> thing(url + "/" + looked() + "/stop", "", url + "/" + looked() + "/stop"));
    }

    /** A run over what an order could have better. */
    private long looked() {
        long near = shop.node();
        long far = shop.node();
        Goods one = shop.item();
        Goods other = shop.item();
        shop.stock(near, one, 1);
        shop.stock(far, other, 1);
        shop.place(shop.draft(one.times(1), other.times(1)));
        shop.stock(near, other, 1);
        return new Backlogs(world).look(shop.cause());
    }

    private void whatIfs() {
        String url = "/api/v1/sourcing/what-if";
        String asked = "{\"from\": \"2026-03-01T00:00:00Z\", \"until\": \"2026-03-0%sT00:00:00Z\", \"test\": 0}";
        samples.put("POST " + url, () -> content(url, asked.formatted("2"), asked.formatted("3")));
        samples.put(
                "POST " + url + "/{id}/stop",
                () -> thing(url + "/" + played() + "/stop", "", url + "/" + played() + "/stop"));
    }

    private long played() {
        return world.bean(WhatIfs.class)
                .ask(shop.cause(), new WhatIfWish(World.START.minusSeconds(1), World.START, "no-orders", null, 0))
                .orThrow()
                .runId();
    }

    private void exceptions() {
        String held = "/api/v1/exceptions/held-review/";
        samples.put("POST /api/v1/exceptions/{cause}/fixes", () -> {
            String fixes = "{\"exceptions\": [\"" + held() + "\"], \"fix\": \"release\", \"reason\": \"%s\"}";
            return content(held + "fixes", fixes.formatted("it is fine"), fixes.formatted("it is fine after all"));
        });
        samples.put("POST /api/v1/exceptions/{cause}/owners", () -> {
            String owners = "{\"exceptions\": [\"" + held() + "\"], \"owner\": \"%s\"}";
            return content(held + "owners", owners.formatted("ann"), owners.formatted("ben"));
        });
        samples.put("POST /api/v1/exceptions/{cause}/put-offs", () -> {
            String later = "{\"exceptions\": [\"" + held() + "\"], \"until\": \"%s\"}";
            return content(
                    held + "put-offs",
                    later.formatted("2027-06-01T08:00:00Z"),
                    later.formatted("2027-07-01T08:00:00Z"));
        });
    }

    /** The id of a hold for a look. */
    private long held() {
        return shop.holds
                .place(shop.cause(), List.of(Holds.Wish.onOrder(placed(1).orderId(), HoldType.REVIEW, "looks odd")))
                .orThrow()
                .holdIds()
                .getFirst();
    }

    private void books() {
        samples.put("POST /api/v1/books/checks", () -> new Ready("/api/v1/books/checks", "", null));
        samples.put("POST /api/v1/books/repairs", () -> {
            Shelf shelf = shelf();
            damage(shelf);
            String repair = "{\"law\": \"stock-is-its-moves\", \"subject\": \""
                    + shelf.item().id() + "\", \"reason\": \"%s\"}";
            return content("/api/v1/books/repairs", repair.formatted("a bad script"), repair.formatted("a bad day"));
        });
    }

    private void damage(Shelf shelf) {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("update inventory.stock set quarantine = quarantine + 1 where item_id = "
                    + shelf.item().id());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String done(String path, String body) {
        HttpResponse<String> answer = api.post(path, body);
        if (answer.statusCode() >= 300) {
            throw new IllegalStateException(path + " " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private static String field(String json, String name) {
        return Objects.requireNonNull(Json.readMap(json).get(name)).toString();
    }
}
