package dev.orderwright.fulfilment.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.access.Role;
import dev.orderwright.access.UserDetails;
import dev.orderwright.access.Users;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Pdf;
import dev.orderwright.documents.PrintRun;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pick station, page by page. */
class PickScreensModuleTests {

    private static final String WORDS = "violet kettle marching tundra";

    private static World world;
    private static Floor floor;
    private static Shop shop;
    private static Visitor admin;

    @BeforeAll
    static void start() {
        world = World.fresh();
        floor = new Floor(world);
        shop = floor.shop;
        admin = Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
    }

    @AfterAll
    static void stop() {
        floor.assertLawsHold();
        world.close();
    }

    /** Work for three units of an item at a node of its own. */
    private record Work(long node, String code, Goods item, Placed placed, long id, String number) {

        String url() {
            return "/pick/" + number;
        }
    }

    private static Work work() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(3)));
        long id = floor.releaseOne(node);
        return new Work(node, code(node), item, placed, id, floor.work(id).number());
    }

    private static String code(long node) {
        return world.bean(Inventory.class).nodes().stream()
                .filter(one -> one.id() == node)
                .map(Node::code)
                .findFirst()
                .orElseThrow();
    }

    /** Somebody with a role who works at one node. */
    private static Visitor person(Role role, String node) {
        String login = "p" + shop.word("").toLowerCase(java.util.Locale.ROOT);
        String temporary = Users.temporaryPassword();
        world.bean(Users.class)
                .create(
                        shop.cause(),
                        login,
                        new UserDetails("Pat", Set.of(role), List.of(node), List.of(), null, true),
                        temporary)
                .orThrow();
        Visitor person = Visitor.of(world);
        person.signIn(login, temporary);
        person.submit("/account/password", "/account/password", "current", temporary, "next", WORDS, "again", WORDS);
        return Visitor.signedIn(world, login, WORDS);
    }

    private static HttpResponse<String> scan(Work work, String code, String... more) {
        String[] fields = new String[more.length + 4];
        fields[0] = "code";
        fields[1] = code;
        fields[2] = "task";
        fields[3] = "1";
        System.arraycopy(more, 0, fields, 4, more.length);
        return admin.submit(work.url(), work.url() + "/scan", fields);
    }

    private static void begin(Work work) {
        assertThat(admin.submit(work.url(), work.url() + "/start").statusCode()).isEqualTo(303);
        assertThat(floor.state(work.id())).isEqualTo(FulfilmentState.PICKING);
    }

    @Test
    void whatIsDueIsReleasedByItselfAndWhatIsHeldOrEarlyIsNot() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 9);
        Placed due = shop.place(shop.draft(item.times(2)));
        Placed held = shop.place(shop.draft(item.times(1)));
        shop.holds
                .place(
                        shop.cause(),
                        List.of(dev.orderwright.orders.Holds.Wish.onOrder(
                                held.orderId(), dev.orderwright.orders.HoldType.REVIEW, "look at it")))
                .orThrow();

        List<BackgroundWork> rounds = world.beans(BackgroundWork.class);
        BackgroundWork release = rounds.stream()
                .filter(round -> round.name().equals("release-due-work"))
                .findFirst()
                .orElseThrow();

        world.clock().set(World.START.plus(java.time.Duration.ofHours(8)));
        Placed early = shop.place(shop.draft(item.times(1)));
        world.clock().set(World.START);

        while (release.round() > 0) {
            assertThat(shop.units(early.orderId(), SliceState.RESERVED)).isEqualTo(1);
        }
        assertThat(shop.units(early.orderId(), SliceState.RESERVED)).isEqualTo(1);
        assertThat(shop.units(due.orderId(), SliceState.RELEASED)).isEqualTo(2);
        assertThat(shop.units(held.orderId(), SliceState.RESERVED)).isEqualTo(1);
        assertThat(rounds).extracting(BackgroundWork::name).contains("ask-for-labels", "track-parcels");
    }

    @Test
    void aNodeIsChosenOnceAndRemembered() {
        Work one = work();
        Work other = work();
        Visitor clerk = Visitor.signedIn(
                world,
                FirstAdministrator.LOGIN,
                world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());

        assertThat(clerk.get("/pick?list=to-accept").body()).contains(one.number(), other.number());
        clerk.get("/pick?node=" + one.code());
        assertThat(clerk.get("/pick?list=to-accept").body())
                .contains(one.number())
                .doesNotContain(other.number());
        clerk.get("/pick?node=");
        assertThat(clerk.get("/pick?list=to-accept").body()).contains(other.number());
    }

    @Test
    void whoWorksAtOneNodeSeesAndTouchesNothingOfAnother() {
        Work own = work();
        Work other = work();
        Visitor picker = person(Role.WAREHOUSE, own.code());

        assertThat(picker.get("/pick?list=to-accept&node=" + other.code()).body())
                .contains(own.number())
                .doesNotContain(other.number());
        assertThat(picker.get(other.url()).statusCode()).isEqualTo(403);
        assertThat(picker.submit(own.url(), other.url() + "/start").statusCode())
                .isEqualTo(403);
        assertThat(picker.submit(own.url(), own.url() + "/start").statusCode()).isEqualTo(303);
        assertThat(floor.state(other.id())).isEqualTo(FulfilmentState.RELEASED);
        assertThat(picker.get("/").body()).contains("To accept", "To ship");
    }

    @Test
    void tickedWorkIsAcceptedTogether() {
        Work one = work();
        Work two = work();

        admin.submit("/pick?list=to-accept", "/pick/accept", "work", one.number(), "work", two.number());

        assertThat(floor.state(one.id())).isEqualTo(FulfilmentState.ACCEPTED);
        assertThat(floor.state(two.id())).isEqualTo(FulfilmentState.ACCEPTED);
        assertThat(admin.get("/pick?list=to-pick").body()).contains(one.number(), two.number());
        admin.submit("/pick", "/pick/accept");
        assertThat(admin.get("/pick").body()).contains("Tick what you accept first.");
    }

    @Test
    void aScannedNumberOpensItsWorkAndAnUnknownOneIsRefused() {
        Work work = work();
        HttpResponse<String> found = admin.submit(
                "/pick", "/pick/find", "code", work.number().toLowerCase(java.util.Locale.ROOT), "list", "");
        assertThat(found.headers().firstValue("Location")).hasValue(work.url());
        HttpResponse<String> unknown = admin.submit("/pick", "/pick/find", "code", "<b>4711</b>", "list", "to-pick");
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body())
                .contains("is not the number of a pick list", "data-result=\"bad\"")
                .doesNotContain("<b>4711");
        assertThat(admin.get("/pick/FO-0").statusCode()).isEqualTo(404);
    }

    @Test
    void aScanTakesWhatTheStopAsksForAndARefusedOneTakesNothing() {
        Work work = work();
        begin(work);

        HttpResponse<String> wrong = scan(work, shop.item().sku());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Expected " + work.item().sku() + " from bin A-01", "data-result=\"bad\"");
        assertThat(scan(work, "9*" + work.item().sku()).body()).contains("Only 3 of");
        assertThat(scan(work, "a-01").body()).contains("This is A-01. Now scan the item.");
        assertThat(scan(work, "2*" + work.item().sku()).body())
                .contains("2 × " + work.item().sku() + " taken from A-01.");
        assertThat(scan(work, work.item().sku(), "quantity", "1").body()).contains("Everything is picked");
        assertThat(shop.units(work.placed().orderId(), SliceState.PICKED)).isEqualTo(3);
        assertThat(scan(work, work.item().sku()).body()).contains("Everything has been taken already");
    }

    @Test
    void theSameFormTwiceTakesOnce() {
        Work work = work();
        begin(work);
        HttpResponse<String> page = admin.get(work.url());
        String body = page.body();
        String once = body.replaceAll("(?s).*?/scan\".*?name=\"_once\" value=\"([^\"]+)\".*", "$1");
        String csrf = body.replaceAll("(?s).*?name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
        for (int i = 0; i < 2; i++) {
            HttpResponse<String> taken = admin.post(
                    work.url() + "/scan",
                    "task",
                    "1",
                    "code",
                    work.item().sku(),
                    "quantity",
                    "1",
                    "_once",
                    once,
                    "_csrf",
                    csrf);
            assertThat(taken.statusCode()).isEqualTo(200);
        }
        assertThat(shop.units(work.placed().orderId(), SliceState.PICKED)).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsSaidInTwoStepsAndThePageTellsWhatBecameOfIt() {
        Work work = work();
        begin(work);
        HttpResponse<String> nowhere =
                admin.submit(work.url(), work.url() + "/short", "task", "1", "quantity", "1", "reason", "DAMAGED");
        assertThat(nowhere.body()).contains("Written off.");
        assertThat(admin.submit(work.url(), work.url() + "/short", "task", "1", "quantity", "8", "reason", "NOT_FOUND")
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void somebodyElsesWalkIsShownButNotWalked() {
        Work work = work();
        begin(work);
        Visitor other = person(Role.WAREHOUSE, work.code());

        assertThat(other.get(work.url()).body()).contains("admin picks this").doesNotContain("Scan the item");
        HttpResponse<String> taken = other.submit(
                work.url(),
                work.url() + "/scan",
                "task",
                "1",
                "code",
                work.item().sku());
        assertThat(taken.statusCode()).isEqualTo(422);
        assertThat(shop.units(work.placed().orderId(), SliceState.PICKED)).isZero();
    }

    @Test
    void theNodeSaysWhetherItCouldStillStop() {
        Work work = work();
        begin(work);
        shop.orders
                .cancel(shop.cause(), new CancelOrder(work.placed().orderId(), null, List.of(), "too dear"))
                .orThrow();

        assertThat(admin.get("/pick?list=cancel-asked").body()).contains(work.number());
        assertThat(admin.get(work.url()).body()).contains("Can you still stop?", "too dear");
        admin.submit(work.url(), work.url() + "/cancel-answer", "stopped", "false", "reason", " ");
        assertThat(admin.get(work.url()).body()).contains("Say why it is too late.");
        admin.submit(work.url(), work.url() + "/cancel-answer", "stopped", "true");
        assertThat(floor.state(work.id())).isEqualTo(FulfilmentState.CANCELLED);
        assertThat(shop.units(work.placed().orderId(), SliceState.CANCELLED)).isEqualTo(3);
    }

    @Test
    void whatANodeCannotDoGoesElsewhere() {
        Work work = work();
        admin.submit(work.url(), work.url() + "/reject", "reason", "OTHER");
        assertThat(admin.get(work.url()).body()).contains("Say why, when it is none of the usual reasons.");
        admin.submit(work.url(), work.url() + "/reject", "reason", "NOT_FOUND", "correctStock", "true");
        assertThat(floor.state(work.id())).isEqualTo(FulfilmentState.REJECTED);
        assertThat(admin.get(work.url()).body()).contains("rejected");
        assertThat(shop.units(work.placed().orderId(), SliceState.BACKORDERED)).isEqualTo(3);
    }

    @Test
    void whatChangedWhileSomebodyLookedIsNotRejectedUnseen() {
        Work work = work();
        String seen = Integer.toString(floor.work(work.id()).version());
        assertThat(admin.get(work.url()).body())
                .contains("<input type=\"hidden\" name=\"version\" value=\"" + seen + "\">");
        floor.fulfilment.accept(shop.cause(), work.id()).orThrow();

        admin.submit(work.url(), work.url() + "/reject", "reason", "CLOSED", "version", seen);
        assertThat(admin.get(work.url()).body()).contains(work.number() + " was changed meanwhile");
        assertThat(floor.state(work.id())).isEqualTo(FulfilmentState.ACCEPTED);
        String now = Integer.toString(floor.work(work.id()).version());
        admin.submit(work.url(), work.url() + "/reject", "reason", "CLOSED", "version", now);
        assertThat(floor.state(work.id())).isEqualTo(FulfilmentState.REJECTED);
    }

    @Test
    void whoMayOnlyReadIsOfferedNothingToDo() {
        Work work = work();
        Visitor auditor = person(Role.AUDITOR, work.code());
        assertThat(auditor.get("/pick?list=to-accept").body())
                .contains(work.number())
                .doesNotContain("Accept what");
        assertThat(auditor.get(work.url()).body()).doesNotContain("Accept and start", "We cannot do this");
        assertThat(auditor.post(work.url() + "/start").statusCode()).isEqualTo(403);
    }

    @Test
    void thePickListIsPrinted() {
        Work work = work();
        HttpResponse<String> paper = admin.get(work.url() + "/pick-list.pdf");
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
    }

    @Test
    void tickedPickListsArePrintedTogetherInTheOrderOfTheList() {
        Work one = work();
        Work two = work();
        Work elsewhere = work();
        String page = "/pick?list=to-accept&node=" + one.code();
        assertThat(admin.get(page).body()).contains("Print pick lists");

        WorkPlaces at = new WorkPlaces(List.of(), null, true);
        Who who = new Who(Actor.user("ann"), "Ann", Set.of(), Set.of(), Set.of(), null, false);
        Document papers =
                world.bean(PickPapers.class).pickLists(List.of(floor.work(two.id()), floor.work(one.id())), at, who);
        List<String> pages = Pdf.pages(papers);
        assertThat(pages).hasSize(2);
        assertThat(pages.getFirst()).contains(two.number()).doesNotContain(one.number());
        assertThat(pages.getLast()).contains(one.number());
        assertThat(Pdf.scan(papers, 200))
                .contains(one.number(), two.number(), one.item().sku());

        assertPaper(admin.submit(page, "/pick/pick-lists.pdf", "work", two.number(), "work", one.number()));
        assertPaper(admin.submit(page, "/pick/pick-lists.pdf", "everything", "on", "list", "to-accept"));
        HttpResponse<String> none = admin.submit(page, "/pick/pick-lists.pdf");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("Tick at least one row");
        String[] many = new String[2 * (PrintRun.PAPERS_MAX + 1)];
        for (int i = 0; i < many.length; i += 2) {
            many[i] = "work";
            many[i + 1] = one.number();
        }
        HttpResponse<String> tooMany = admin.submit(page, "/pick/pick-lists.pdf", many);
        assertThat(tooMany.statusCode()).isEqualTo(400);
        assertThat(tooMany.body()).contains("At most 200 papers are printed at once");

        Visitor picker = person(Role.WAREHOUSE, one.code());
        assertThat(picker.submit("/pick", "/pick/pick-lists.pdf", "work", elsewhere.number())
                        .statusCode())
                .isEqualTo(403);
        admin.get("/pick?node=");
    }

    private static void assertPaper(HttpResponse<String> paper) {
        assertThat(paper.statusCode()).isEqualTo(200);
        assertThat(paper.headers().firstValue("Content-Type")).hasValue("application/pdf");
        assertThat(paper.body()).startsWith("%PDF");
    }

    @Test
    void theTilesSaySinceWhenTheOldestWaitsAndLeadToTheListByAge() {
        Work work = work();
        assertThat(floor.queries.backlogs(work.node()).get(WorkList.TO_ACCEPT))
                .isEqualTo(new Backlog(1, floor.work(work.id()).createdAt()));

        Who who = new Who(Actor.user("ann"), "Ann", Set.of("fulfilment:read"), Set.of(), Set.of(), null, false);
        assertThat(world.bean(FulfilmentTiles.class).tilesFor(who))
                .filteredOn(tile -> tile.count() > 0)
                .isNotEmpty()
                .allSatisfy(tile -> {
                    assertThat(tile.oldest()).isNotNull();
                    assertThat(tile.url()).endsWith("&sort=age");
                });
        assertThat(admin.get("/pick?list=to-accept&sort=age&node=" + work.code())
                        .body())
                .contains(work.number(), "oldest ");
        assertThat(admin.get("/pack?sort=age&node=").statusCode()).isEqualTo(200);
    }
}
