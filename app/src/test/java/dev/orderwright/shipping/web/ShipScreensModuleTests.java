package dev.orderwright.shipping.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Pdf;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.Dock.Picked;
import dev.orderwright.shipping.PackResult.Packed;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Parcel;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packing table and the ship desk, page by page. */
class ShipScreensModuleTests {

    private static World world;
    private static Dock dock;
    private static Shop shop;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        world = World.fresh();
        dock = new Dock(world);
        shop = dock.shop;
        admin = signedIn();
    }

    private static Visitor signedIn() {
        return Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        dock.assertLawsHold();
        world.close();
    }

    private static String table(Picked picked) {
        return "/pack/" + dock.floor.work(picked.work()).number();
    }

    private static HttpResponse<String> scan(Picked picked, String code) {
        return admin.submit("/pack", table(picked) + "/scan", "code", code);
    }

    private static List<Parcel> parcels(Picked picked) {
        return dock.queries.ofFulfilments(List.of(picked.work())).getOrDefault(picked.work(), List.of());
    }

    private static void run(String sql) {
        try (Connection connection = world.connection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aTableIsFoundByPickListOrderOrPackageNumber() {
        Picked picked = dock.picked(2);
        String found = table(picked);
        assertThat(admin.get("/pack").body()).contains(found);
        for (String code : List.of(
                dock.floor.work(picked.work()).number(),
                picked.placed().number().toLowerCase(java.util.Locale.ROOT))) {
            assertThat(admin.submit("/pack", "/pack/find", "code", code)
                            .headers()
                            .firstValue("Location"))
                    .hasValue(found);
        }
        scan(picked, picked.item().sku());
        assertThat(admin.submit(
                                "/pack",
                                "/pack/find",
                                "code",
                                parcels(picked).getFirst().number())
                        .headers()
                        .firstValue("Location"))
                .hasValue(found);
        HttpResponse<String> unknown = admin.submit("/pack", "/pack/find", "code", "nothing");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("is not a pick list, a package, or an order");
        assertThat(admin.get("/pack").body()).contains("On the tables");
    }

    @Test
    void everyUnitIsScannedAndTheLastClosedPackageGetsItsLabel() {
        Picked picked = dock.picked(3);
        assertThat(scan(picked, picked.item().sku()).body())
                .contains("1 × " + picked.item().sku() + " in PK-");
        assertThat(scan(picked, "5*" + picked.item().sku()).body()).contains("Only 2 of");
        assertThat(scan(picked, "2*" + picked.item().sku()).body()).contains("Everything is in.");
        assertThat(scan(picked, "-" + picked.item().sku()).body()).contains("taken out.");
        scan(picked, picked.item().sku());

        HttpResponse<String> closed = scan(picked, "seal 1250");

        assertThat(closed.body()).contains("Ready to leave", "has its label.");
        Parcel parcel = parcels(picked).getFirst();
        assertThat(parcel.state()).isEqualTo(PackageState.LABELLED);
        assertThat(parcel.measures().weightGrams()).isEqualTo(1250);
        for (String paper : List.of("label.pdf", "label.zpl", "packing-slip.pdf")) {
            assertThat(admin.get("/packages/" + parcel.number() + "/" + paper).statusCode())
                    .as(paper)
                    .isEqualTo(200);
        }
    }

    @Test
    void aWrongFirstScanLeavesNoPackageBehind() {
        Picked picked = dock.picked(1);
        HttpResponse<String> wrong = scan(picked, shop.item().sku());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("does not belong to", "data-result=\"bad\"");
        assertThat(parcels(picked)).extracting(Parcel::state).containsOnly(PackageState.VOIDED);
        assertThat(scan(picked, "SEAL").body()).contains("No package is open.");
    }

    @Test
    void aPackageIntoWhichSomebodyElseHasPackedIsNotClosedUnseen() {
        Picked picked = dock.picked(2);
        scan(picked, picked.item().sku());
        String seen = Integer.toString(parcels(picked).getFirst().version());
        assertThat(admin.get(table(picked)).body()).contains("name=\"version\" value=\"" + seen + "\"");
        scan(picked, picked.item().sku());

        String close = table(picked) + "/close";
        assertThat(admin.submit("/pack", close, "weight", "900", "version", seen)
                        .body())
                .contains(parcels(picked).getFirst().number() + " was changed meanwhile");
        assertThat(parcels(picked).getFirst().state()).isEqualTo(PackageState.OPEN);
        String now = Integer.toString(parcels(picked).getFirst().version());
        admin.submit("/pack", close, "weight", "900", "version", now);
        assertThat(parcels(picked).getFirst().state()).isEqualTo(PackageState.LABELLED);
    }

    @Test
    void aPartGoesAheadOnlyWhenSomebodyChoosesThat() {
        Picked picked = dock.picked(2);
        scan(picked, picked.item().sku());
        assertThat(scan(picked, "SEAL").body()).contains("Scan on into the next one.", "Send this part now");
        assertThat(parcels(picked).getFirst().hasLabel()).isFalse();
        assertThat(admin.get(table(picked) + "/part").body()).contains("the rest follows as a further delivery");
        assertThat(parcels(picked).getFirst().hasLabel()).isFalse();
        admin.submit("/pack", table(picked) + "/part");
        assertThat(parcels(picked).getFirst().hasLabel()).isTrue();
        Parcel parcel = parcels(picked).getFirst();
        assertThat(admin.get("/packages/" + parcel.number() + "/void-label").body())
                .contains("Give the label of " + parcel.number() + " back", "It is not paid for");
        admin.submit("/pack", "/packages/" + parcel.number() + "/void-label", "back", table(picked));
        admin.submit("/pack", "/packages/" + parcel.number() + "/reopen", "back", "//elsewhere.example");
        assertThat(parcels(picked).getFirst().state()).isEqualTo(PackageState.OPEN);
    }

    @Test
    void aRefusedLabelIsSeenOnTheStartPageAndAtTheDeskAndBoughtAgainFromThere() {
        Picked picked = dock.picked(1);
        Packed packed = dock.pack(picked, 1);
        dock.label(packed.packageId());
        shop.world.bean(dev.orderwright.shipping.Shipping.class).voidLabels(shop.cause(), List.of(packed.packageId()));
        run("update shipping.label set state = 'FAILED', problem = 'the postcode is not served', tracking_number = ''"
                + " where package_id = " + packed.packageId());

        assertThat(admin.get("/").body()).contains("Failed labels");
        assertThat(admin.get("/ship?list=to-label").body())
                .contains(packed.number(), "No label: the postcode is not served.", "Try again");
        assertThat(admin.get("/packages/" + packed.number()).body()).contains("the postcode is not served");
        assertThat(admin.get(table(picked)).body()).contains("the postcode is not served", "Get the label");
        assertThat(admin.submit(
                                "/ship?list=to-label",
                                "/packages/" + packed.number() + "/label",
                                "back",
                                "/ship?list=to-label")
                        .headers()
                        .firstValue("Location"))
                .hasValue("/ship?list=to-label");
        assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.LABELLED);
        assertThat(admin.get("/ship?list=to-label").body()).doesNotContain("/packages/" + packed.number());
    }

    @Test
    void packagesLeaveByScanOrTogetherAndOneThatMayNotStays() {
        Picked one = dock.picked(1);
        Picked two = dock.picked(1);
        Picked three = dock.picked(1);
        Packed first = dock.labelled(one, 1);
        Packed second = dock.labelled(two, 1);
        Packed third = dock.labelled(three, 1);
        shop.orders
                .cancel(shop.cause(), new CancelOrder(three.placed().orderId(), null, List.of(), "changed my mind"))
                .orThrow();

        assertThat(admin.submit("/ship", "/ship/scan", "code", first.trackingNumber())
                        .body())
                .contains(first.number() + " is handed over.");
        assertThat(admin.submit("/ship", "/ship/scan", "code", "nonsense").statusCode())
                .isEqualTo(422);
        admin.submit("/ship", "/ship/hand-over", "parcel", second.number(), "parcel", third.number());

        assertThat(admin.get("/ship").body()).contains("1 package left on MF-", "1 had to stay", "answer that first");
        assertThat(dock.state(second.packageId())).isEqualTo(PackageState.MANIFESTED);
        assertThat(dock.state(third.packageId())).isEqualTo(PackageState.LABELLED);
        assertThat(admin.get("/ship?list=under-way").body()).contains(first.number(), second.number());
        assertThat(admin.submit("/ship", "/ship/hand-over").statusCode()).isEqualTo(303);
    }

    @Test
    void theOrderShowsItsWorkAndPackagesAndThePackageWhatItsCarrierHasSeen() {
        Picked picked = dock.picked(1);
        Packed packed = dock.shipped(picked, 1);
        dock.pollUntil(World.START.plus(Duration.ofHours(6)));

        BackgroundWork search = world.beans(BackgroundWork.class).stream()
                .filter(round -> round.name().equals("order-search"))
                .findFirst()
                .orElseThrow();
        while (search.round() > 0) {
            assertThat(packed.trackingNumber()).isNotEmpty();
        }
        for (String paper : List.of(
                packed.trackingNumber(),
                packed.number(),
                dock.floor.work(picked.work()).number())) {
            assertThat(admin.get("/search?q=" + paper).headers().firstValue("Location"))
                    .as(paper)
                    .hasValue("/orders/" + picked.placed().number());
        }

        String order = admin.get("/orders/" + picked.placed().number()).body();
        assertThat(order).contains("at Warehouse").doesNotContain(Long.toString(picked.node()));
        assertThat(order)
                .contains("Packages and work", "/pick/", packed.number(), packed.trackingNumber(), "Left the depot");
        assertThat(admin.get("/packages/" + packed.number()).body())
                .contains(
                        "Left the depot", "Collected from sender", picked.item().sku(), "MF-");
        assertThat(admin.get("/packages/" + packed.trackingNumber()).statusCode())
                .isEqualTo(200);
        assertThat(admin.get("/packages/PK-0").statusCode()).isEqualTo(404);
        String page = "/packages/" + packed.number();
        int now = dock.queries.byId(packed.packageId()).orElseThrow().version();
        assertThat(admin.get(page).body()).contains("name=\"version\" value=\"" + now + "\"");
        String seen = Integer.toString(now - 1);
        admin.submit(page, page + "/write-off", "as", "LOST", "reason", "gone", "version", seen);
        assertThat(admin.get(page).body()).contains(packed.number() + " was changed meanwhile");
        assertThat(shop.units(picked.placed().orderId(), SliceState.LOST)).isZero();
        admin.submit(page, page + "/write-off", "as", "LOST", "reason", "gone", "version", Integer.toString(now));
        assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.LOST);
        assertThat(shop.units(picked.placed().orderId(), SliceState.LOST)).isEqualTo(1);
    }

    @Test
    void whatIsPastItsPromisedDayIsLateAndNoLongerOnceItHasArrived() {
        Picked picked = dock.picked(1);
        Packed packed = dock.shipped(picked, 1);
        world.clock().advance(Duration.ofDays(20));
        try {
            Visitor later = signedIn();
            assertThat(later.get("/ship?list=late").body()).contains(packed.number());
            dock.pollUntil(World.START.plus(Duration.ofDays(20)));
            assertThat(later.get("/ship?list=late").body()).doesNotContain(packed.number());
            assertThat(later.get("/ship?list=delivered").body()).contains(packed.number());
        } finally {
            world.clock().set(World.START);
            admin = signedIn();
        }
    }

    @Test
    void labelsAndPackingSlipsOfManyPackagesArePrintedTogether() {
        Picked loose = dock.picked(2);
        Packed bare = dock.pack(dock.picked(1), 1);
        String one = number(dock.labelled(dock.picked(1), 1));
        String two = number(dock.labelled(dock.picked(1), 1));

        PackingSlips slips = world.bean(PackingSlips.class);
        List<Document> ofWork = slips.ofWorks(List.of(dock.floor.work(loose.work())));
        assertThat(ofWork)
                .singleElement()
                .satisfies(slip -> assertThat(Pdf.pages(slip))
                        .singleElement()
                        .asString()
                        .contains(
                                dock.floor.work(loose.work()).number(),
                                loose.item().sku(),
                                loose.placed().number()));
        assertThat(admin.get("/ship").body()).contains("Print labels", "Print packing slips");

        for (String paper : List.of("/ship/labels.pdf", "/ship/packing-slips.pdf")) {
            assertPaper(admin.submit("/ship", paper, "parcel", two, "parcel", one));
            assertPaper(admin.submit("/ship", paper, "everything", "on", "list", "to-hand-over"));
        }
        assertPaper(admin.submit(
                "/pack",
                "/pack/packing-slips.pdf",
                "work",
                dock.floor.work(loose.work()).number()));
        assertPaper(admin.submit("/pack", "/pack/packing-slips.pdf", "everything", "on"));
        HttpResponse<String> refused = admin.submit("/ship", "/ship/labels.pdf", "parcel", number(bare));
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("No label yet: " + number(bare));
    }

    private static String number(Packed packed) {
        return dock.queries.byId(packed.packageId()).orElseThrow().number();
    }

    private static void assertPaper(HttpResponse<String> paper) {
        assertThat(paper.statusCode()).as(paper.body()).isEqualTo(200);
        assertThat(paper.body()).startsWith("%PDF");
    }
}
