package dev.orderwright.exceptions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.insight.Books;
import dev.orderwright.notifications.NoticeKind;
import dev.orderwright.notifications.NoticeQueries;
import dev.orderwright.notifications.NoticeState;
import dev.orderwright.notifications.Notices;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.exceptions.OpenException;
import dev.orderwright.shared.exceptions.Reach;
import dev.orderwright.shipping.Dock.Picked;
import dev.orderwright.shipping.PackResult.Packed;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.TrackingCode;
import dev.orderwright.shipping.TrackingEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Each cause: its exception comes when it happens, says what hangs on it, and goes when it is mended. */
class CausesModuleTests {

    private static World world;
    private static Trouble trouble;

    @BeforeAll
    static void start() {
        world = World.fresh();
        trouble = new Trouble(world);
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void everyCauseHasItsWordsAndEveryFixItsEffect() {
        assertThat(trouble.exceptions.causes())
                .extracting(ExceptionCause::name)
                .contains(
                        "payment-failed",
                        "payment-unknown",
                        "held-fraud",
                        "held-credit",
                        "held-address",
                        "no-source",
                        "node-timeout",
                        "cancel-unanswered",
                        "late",
                        "stuck",
                        "label-failed",
                        "label-unanswered",
                        "carrier-trouble",
                        "parcel-late",
                        "mail-not-sent",
                        "import-failed",
                        "import-rows",
                        "books-drift");
        assertThat(trouble.exceptions.causes()).allSatisfy(cause -> {
            assertThat(cause.title()).doesNotContain("exceptions.");
            assertThat(cause.meaning()).endsWith(".");
            assertThat(cause.permissions()).isNotEmpty();
            assertThat(cause.fixes()).allSatisfy(fix -> assertThat(fix.effect()).endsWith("."));
        });
    }

    @Test
    void aHoldComesAndGoesWhenItIsReleasedAndComesAgainWhenThatIsTakenBack() {
        Placed placed = trouble.shop.place(trouble.shop.draft(trouble.till.item.times(2)));
        long hold = trouble.held(placed);

        assertThat(trouble.open("held-review", hold)).hasValueSatisfying(open -> {
            assertThat(open.label()).isEqualTo(placed.number());
            assertThat(open.url()).isEqualTo("/orders/" + placed.number());
            assertThat(open.about()).isEqualTo("looks odd");
            assertThat(open.stake().value()).isEqualTo(new Money(600, "GBP"));
            assertThat(open.stake().promisedOn()).isNotNull();
            assertThat(open.fixes()).containsExactly("release", "cancel");
        });
        assertThat(trouble.open("held-fraud", hold)).as("another kind").isEmpty();
        assertThat(Trouble.code(trouble.tryFix("held-review", "release", " ", hold)))
                .isEqualTo("no-reason");

        Exceptions.Fixed fixed = trouble.fix("held-review", "release", "it is fine", hold);

        assertThat(trouble.open("held-review", hold)).isEmpty();
        assertThat(trouble.shop.holds.ofOrder(placed.orderId()))
                .singleElement()
                .satisfies(ended -> assertThat(ended.endedReason()).isEqualTo("it is fine"));
        assertThat(Trouble.code(trouble.tryFix("held-review", "release", "twice", hold)))
                .isEqualTo("gone");

        trouble.exceptions
                .undo(
                        trouble.shop.cause(),
                        new FixWish("held-review", "release", ""),
                        fixed.done().getFirst())
                .orThrow();
        assertThat(trouble.all("held-review"))
                .filteredOn(open -> open.label().equals(placed.number()))
                .singleElement()
                .satisfies(open -> assertThat(open.about()).isEqualTo("looks odd"));
    }

    @Test
    void whatIsHeldForAPaymentIsAnExceptionOnlyAfterADay() {
        Placed placed = trouble.till.prepaid("tok_ok", trouble.till.item.times(1));
        long hold = trouble.shop.holds.ofOrder(placed.orderId()).getFirst().id();

        assertThat(trouble.open("held-payment", hold)).isEmpty();
        world.clock().advance(Duration.ofHours(25));
        assertThat(trouble.open("held-payment", hold)).isPresent();
        trouble.till.work();
        assertThat(trouble.open("held-payment", hold)).isEmpty();
    }

    @Test
    void anOrderIsCancelledFromItsHold() {
        Placed placed = trouble.shop.place(trouble.shop.draft(trouble.till.item.times(2)));
        long first = trouble.held(placed);
        long second = trouble.shop
                .holds
                .place(
                        trouble.shop.cause(),
                        List.of(Holds.Wish.onOrder(placed.orderId(), HoldType.REVIEW, "still odd")))
                .orThrow()
                .holdIds()
                .getFirst();

        assertThat(trouble.fix("held-review", "cancel", "fraud", first, second).done())
                .as("two holds of one order")
                .hasSize(2);

        assertThat(trouble.shop.detail(placed.orderId()).head().lifecycle()).isEqualTo(Lifecycle.CANCELLED);
        assertThat(trouble.open("held-review", first)).isEmpty();
    }

    @Test
    void whatNothingCanFillIsLookedForAgainOrCancelled() {
        Goods item = trouble.shop.item();
        long node = trouble.shop.node();
        trouble.shop.stock(node, item, 2);
        Placed waits = trouble.shop.place(trouble.shop.draft(item.times(5)));

        assertThat(trouble.open("no-source", waits.orderId())).hasValueSatisfying(open -> {
            assertThat(open.about()).isEqualTo("1 line waits: " + item.sku());
            assertThat(open.fixes()).containsExactly("look-again", "cancel-waiting");
        });
        assertThat(Trouble.code(trouble.tryFix("no-source", "look-again", "", waits.orderId())))
                .isEqualTo("still-no-source");
        assertThat(Trouble.code(trouble.tryFix("no-source", "any-node", "", waits.orderId())))
                .as("it is tied to none")
                .isEqualTo("not-now");

        trouble.shop.stock(node, item, 1);
        trouble.fix("no-source", "look-again", "", waits.orderId());
        assertThat(trouble.shop.units(waits.orderId(), SliceState.RESERVED)).isEqualTo(3);
        assertThat(trouble.open("no-source", waits.orderId())).isPresent();

        trouble.fix("no-source", "cancel-waiting", "never comes", waits.orderId());
        assertThat(trouble.open("no-source", waits.orderId())).isEmpty();
        assertThat(trouble.shop.units(waits.orderId(), SliceState.RESERVED)).isEqualTo(3);
        assertThat(trouble.shop.units(waits.orderId(), SliceState.CANCELLED)).isEqualTo(2);
    }

    @Test
    void anOrderThatIsTiedToANodeMayShipFromAnother() {
        Goods item = trouble.shop.item();
        long empty = trouble.shop.node();
        Placed tied = trouble.shop.place(trouble.shop.draft(item.times(1)));
        trouble.shop
                .orders
                .chooseNode(trouble.shop.cause(), tied.orderId(), null, trouble.shop.nodeCode(empty), "nearer")
                .orThrow();
        trouble.shop.stock(trouble.shop.node(), item, 1);
        assertThat(Trouble.code(trouble.tryFix("no-source", "look-again", "", tied.orderId())))
                .isEqualTo("still-no-source");

        trouble.fix("no-source", "any-node", "", tied.orderId());

        assertThat(trouble.open("no-source", tied.orderId())).isEmpty();
        assertThat(trouble.shop.units(tied.orderId(), SliceState.RESERVED)).isEqualTo(1);
    }

    @Test
    void anOrderIsLateWhenItsDayHasPassedAndStuckWhenNobodyReleasesIt() {
        Placed placed = trouble.shop.place(trouble.shop.draft(trouble.till.item.times(1)));
        assertThat(trouble.open("late", placed.orderId())).isEmpty();
        assertThat(trouble.open("stuck", placed.orderId())).isEmpty();

        world.clock().advance(Duration.ofDays(12));

        assertThat(trouble.open("late", placed.orderId()))
                .hasValueSatisfying(open -> assertThat(open.about()).startsWith("was expected by"));
        assertThat(trouble.open("stuck", placed.orderId()))
                .hasValueSatisfying(open -> assertThat(open.fixes()).isEmpty());

        long hold = trouble.held(placed);
        assertThat(trouble.open("late", placed.orderId()))
                .as("it is held, and tells so elsewhere")
                .isEmpty();
        assertThat(trouble.open("stuck", placed.orderId())).isEmpty();
        trouble.fix("held-review", "release", "fine", hold);
        trouble.till.ship(placed.orderId());
        assertThat(trouble.open("late", placed.orderId()))
                .as("it has left our hands")
                .isEmpty();
        assertThat(trouble.open("stuck", placed.orderId())).isEmpty();
    }

    @Test
    void whatAProviderRefusesIsTriedAgainOrLetRest() {
        Placed placed = trouble.till.authorised("tok_refuse_capture", trouble.till.item.times(2));
        trouble.till.ship(placed.orderId());
        trouble.till.work();
        long capture =
                trouble.till.money(placed.orderId()).transactions().getLast().id();

        assertThat(trouble.open("payment-failed", capture)).hasValueSatisfying(open -> {
            assertThat(open.label()).isEqualTo(placed.number());
            assertThat(open.stake().value()).isEqualTo(new Money(600, "GBP"));
            assertThat(open.fixes()).containsExactly("retry", "dismiss");
        });
        trouble.fix("payment-failed", "retry", "", capture);
        assertThat(trouble.open("payment-failed", capture)).isEmpty();

        trouble.till.work();
        OpenException again = trouble.all("payment-failed").stream()
                .filter(open -> open.label().equals(placed.number()))
                .findFirst()
                .orElseThrow();
        trouble.fix("payment-failed", "dismiss", "paid in cash", again.id());
        assertThat(trouble.open("payment-failed", again.id())).isEmpty();
    }

    @Test
    void anOutcomeThatNobodyKnowsIsLookedUpNow() {
        Placed placed = trouble.till.prepaid("tok_ok", trouble.till.item.times(1));
        long asked =
                trouble.till.money(placed.orderId()).transactions().getLast().id();
        trouble.sql("update billing.payment_transaction set state = 'UNKNOWN', due_at = now() + interval '1 year'"
                + " where id = " + asked);
        assertThat(trouble.open("payment-unknown", asked)).as("not yet").isEmpty();
        world.clock().advance(Duration.ofMinutes(11));
        assertThat(trouble.open("payment-unknown", asked))
                .hasValueSatisfying(open -> assertThat(open.fixes()).containsExactly("retry"));

        trouble.fix("payment-unknown", "retry", "", asked);
        trouble.till.work();

        assertThat(trouble.open("payment-unknown", asked)).isEmpty();
    }

    @Test
    void workThatANodeDoesNotDoIsGivenToAnother() {
        Goods item = trouble.shop.item();
        long slow = trouble.shop.node();
        trouble.dock.floor.stock(slow, item, "A-01", 1);
        Placed placed = trouble.shop.place(trouble.shop.draft(item.times(1)));
        long work = trouble.dock.floor.releaseOne(slow);
        assertThat(trouble.open("node-timeout", work)).isEmpty();
        world.clock().advance(Duration.ofDays(2));

        assertThat(trouble.open("node-timeout", work))
                .hasValueSatisfying(open -> assertThat(open.about()).contains("Warehouse", placed.number()));
        assertThat(trouble.cause("node-timeout")
                        .list(Reach.at(List.of(slow)), null, 10)
                        .items())
                .extracting(OpenException::id)
                .containsExactly(work);
        assertThat(trouble.cause("node-timeout")
                        .list(Reach.at(List.of(trouble.shop.node())), null, 10)
                        .items())
                .as("who works elsewhere")
                .isEmpty();

        long other = trouble.shop.node();
        trouble.dock.floor.stock(other, item, "B-01", 1);
        trouble.fix("node-timeout", "elsewhere", "flooded", work);

        assertThat(trouble.open("node-timeout", work)).isEmpty();
        assertThat(trouble.dock.floor.state(work)).isEqualTo(FulfilmentState.REJECTED);
        assertThat(trouble.shop.detail(placed.orderId()).slices())
                .singleElement()
                .satisfies(slice -> assertThat(slice.nodeId()).isEqualTo(other));
    }

    @Test
    void aNodeThatIsAskedToStopIsAnsweredFor() {
        Picked picked = trouble.dock.picked(1);
        cancel(picked.placed());
        Picked other = trouble.dock.picked(1);
        cancel(other.placed());

        assertThat(trouble.open("cancel-unanswered", picked.work()))
                .hasValueSatisfying(open ->
                        assertThat(open.about()).contains(picked.placed().number()));
        trouble.fix("cancel-unanswered", "stopped", "", picked.work());
        trouble.fix("cancel-unanswered", "too-late", "on the van", other.work());

        assertThat(trouble.open("cancel-unanswered", picked.work())).isEmpty();
        assertThat(trouble.open("cancel-unanswered", other.work())).isEmpty();
        assertThat(trouble.shop.detail(picked.placed().orderId()).head().lifecycle())
                .isEqualTo(Lifecycle.CANCELLED);
        assertThat(trouble.dock.floor.state(other.work())).isEqualTo(FulfilmentState.CANCEL_REFUSED);
    }

    private static void cancel(Placed placed) {
        trouble.shop
                .orders
                .cancel(trouble.shop.cause(), new CancelOrder(placed.orderId(), null, List.of(), "changed mind"))
                .orThrow();
    }

    @Test
    void aCarrierThatRefusedALabelIsAskedAgain() {
        Picked picked = trouble.dock.picked(1);
        Packed packed = trouble.dock.labelled(picked, 1);
        refuseLabel(packed.packageId(), "FAILED");

        assertThat(trouble.open("label-failed", packed.packageId()))
                .hasValueSatisfying(open -> assertThat(open.about()).endsWith("no such postcode"));
        trouble.fix("label-failed", "ask-again", "", packed.packageId());
        assertThat(trouble.open("label-failed", packed.packageId()))
                .as("it is being asked")
                .isEmpty();
        assertThat(trouble.open("label-unanswered", packed.packageId()))
                .as("not for long yet")
                .isEmpty();

        trouble.dock.shipping.work(trouble.shop.cause());

        assertThat(trouble.dock.state(packed.packageId())).isEqualTo(PackageState.LABELLED);
    }

    @Test
    void aCarrierThatDoesNotAnswerIsAskedNow() {
        Packed packed = trouble.dock.labelled(trouble.dock.picked(1), 1);
        refuseLabel(packed.packageId(), "REQUESTED");
        world.clock().advance(Duration.ofMinutes(11));
        assertThat(trouble.open("label-unanswered", packed.packageId())).isPresent();
        trouble.dock.shipping.work(trouble.shop.cause());
        assertThat(trouble.open("label-unanswered", packed.packageId()))
                .as("whoever asks has a year to answer")
                .isPresent();

        trouble.fix("label-unanswered", "ask-again", "", packed.packageId());
        trouble.dock.shipping.work(trouble.shop.cause());

        assertThat(trouble.open("label-unanswered", packed.packageId())).isEmpty();
        assertThat(trouble.dock.state(packed.packageId())).isEqualTo(PackageState.LABELLED);
    }

    private static void refuseLabel(long packageId, String state) {
        trouble.sql("update shipping.package set state = 'SEALED', carrier = '', tracking_number = '' where id = "
                + packageId);
        trouble.sql("update shipping.label set state = '" + state + "', tracking_number = '', problem = '"
                + (state.equals("FAILED") ? "no such postcode" : "") + "', leased_until = "
                + (state.equals("FAILED") ? "null" : "timestamptz '2030-01-01'") + " where package_id = " + packageId);
    }

    @Test
    void aParcelInTroubleOrLateIsGivenUp() {
        Picked picked = trouble.dock.picked(1);
        Packed packed = trouble.dock.shipped(picked, 1);
        Packed other = trouble.dock.shipped(trouble.dock.picked(1), 1);
        trouble.dock
                .shipping
                .track(
                        trouble.shop.cause(),
                        List.of(new TrackingEvent(
                                carrier(packed),
                                packed.trackingNumber(),
                                "e1",
                                TrackingCode.EXCEPTION,
                                world.clock().instant(),
                                "",
                                "wet",
                                "{}")))
                .orThrow();

        assertThat(trouble.open("carrier-trouble", packed.packageId()))
                .hasValueSatisfying(open -> assertThat(open.fixes()).containsExactly("lost", "damaged"));
        trouble.fix("carrier-trouble", "damaged", "it swam", packed.packageId());
        assertThat(trouble.open("carrier-trouble", packed.packageId())).isEmpty();
        assertThat(trouble.dock.state(packed.packageId())).isEqualTo(PackageState.DAMAGED);

        assertThat(trouble.open("parcel-late", other.packageId())).isEmpty();
        world.clock().advance(Duration.ofDays(14));
        assertThat(trouble.open("parcel-late", other.packageId())).isPresent();
        trouble.fix("parcel-late", "lost", "never came", other.packageId());
        assertThat(trouble.open("parcel-late", other.packageId())).isEmpty();
    }

    private static String carrier(Packed packed) {
        return trouble.dock.queries.byId(packed.packageId()).orElseThrow().tag().carrier();
    }

    @Test
    void aMessageThatCouldNotBeSentIsLetRest() {
        Placed placed = trouble.shop.place(trouble.shop.draft(trouble.till.item.times(1)));
        long notice = world.bean(Notices.class)
                .send(trouble.shop.cause(), placed.orderId(), NoticeKind.CONFIRMATION, "a@b.example")
                .orThrow()
                .noticeId();
        assertThat(trouble.open("mail-not-sent", notice))
                .as("without a server it is kept, and that is no exception")
                .isEmpty();
        trouble.sql(
                "update notifications.notice set state = 'ATTENTION', reason = 'mailbox full' where id = " + notice);

        assertThat(trouble.open("mail-not-sent", notice)).hasValueSatisfying(open -> {
            assertThat(open.about()).endsWith("mailbox full");
            assertThat(open.fixes()).as("there is no server to send to").containsExactly("rest");
        });
        trouble.fix("mail-not-sent", "rest", "", notice);

        assertThat(trouble.open("mail-not-sent", notice)).isEmpty();
        assertThat(world.bean(NoticeQueries.class).byId(notice).orElseThrow().state())
                .isEqualTo(NoticeState.DISMISSED);
    }

    @Test
    void anImportThatFailedGoesOnOrIsSettledAndRowsLeftOutAreSettled() {
        long failed = imported("FAILED", "'{\"detail\": \"no space left\"}'");
        long settled = imported("FAILED", "null");
        long clean = imported("DONE", "null");
        long rows = imported("DONE", "null");
        trouble.sql("insert into channels.import_exception values (" + rows + ", 7, 'bad-row', '', 'no SKU', 'x', 0)");

        assertThat(trouble.open("import-failed", failed))
                .hasValueSatisfying(open -> assertThat(open.about()).isEqualTo("no space left"));
        trouble.fix("import-failed", "go-on", "", failed);
        trouble.fix("import-failed", "settle", "sent again under another name", settled);
        assertThat(trouble.all("import-failed")).isEmpty();

        assertThat(trouble.open("import-rows", clean)).isEmpty();
        assertThat(trouble.open("import-rows", rows))
                .hasValueSatisfying(open -> assertThat(open.about()).isEqualTo("1 row with a reason"));
        trouble.fix("import-rows", "settle", "entered by hand", rows);
        assertThat(trouble.all("import-rows")).isEmpty();
        trouble.sql("update channels.import_job set state = 'DONE', ended_at = now() where id = " + failed);
    }

    private static long imported(String state, String problem) {
        long id = world.bean(Ids.class).next();
        trouble.sql("insert into channels.import_job (id, kind, file_id, sha256, bytes, through, dry_run, state, phase,"
                + " done, total, checkpoint, seconds, problem, started_by, started_at, updated_at, ended_at) values ("
                + id + ", 'retail', " + id + ", 'x', 1, 'PLACED', false, '" + state + "', '', 0, 0, '{}', '{}', "
                + problem + ", 'user:ann', now(), now(), now())");
        return id;
    }

    @Test
    void aDriftOfTheBooksGoesWithItsRepair() {
        Goods item = trouble.shop.item();
        long node = trouble.shop.node();
        trouble.shop.stock(node, item, 5);
        trouble.sql("update inventory.stock set quarantine = quarantine + 1 where item_id = " + item.id());
        world.bean(Books.class).checkAndKeep(trouble.shop.cause()).orThrow();

        OpenException drift = trouble.all("books-drift").stream()
                .filter(open -> open.about().contains("expected"))
                .filter(open -> open.fixes().contains("repair"))
                .filter(open ->
                        open.label().contains(item.sku()) || open.label().contains(Long.toString(item.id())))
                .findFirst()
                .orElseThrow();
        assertThat(trouble.open("books-drift", drift.id())).isPresent();
        trouble.fix("books-drift", "repair", "a bad script", drift.id());

        assertThat(trouble.open("books-drift", drift.id())).isEmpty();
    }

    @Test
    void whatIsOpenForHoursIsSourcedAgain() {
        Goods item = trouble.shop.item();
        trouble.shop.stock(trouble.shop.node(), item, 1);
        Placed placed = trouble.shop.place(trouble.shop.draft(item.times(1)));
        trouble.shop.all(placed.orderId(), SliceState.RESERVED, SliceEvent.UNRESERVE);
        world.clock().advance(Duration.ofHours(2));
        assertThat(trouble.open("stuck", placed.orderId()))
                .hasValueSatisfying(open -> assertThat(open.fixes()).containsExactly("look-again"));

        trouble.fix("stuck", "look-again", "", placed.orderId());

        assertThat(trouble.open("stuck", placed.orderId())).isEmpty();
        assertThat(trouble.shop.units(placed.orderId(), SliceState.RESERVED)).isEqualTo(1);
    }
}
