package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Cancelled;
import dev.orderwright.orders.Lifecycle;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when a node cannot do its work: short picks, rejections, and wishes to cancel. */
class NodeAnswersModuleTests {

    private final Floor floor = new Floor(World.shared());
    private final Shop shop = floor.shop;

    @AfterEach
    void lawsHold() {
        floor.assertLawsHold();
    }

    private StockLevel level(long node, Goods item) {
        return Objects.requireNonNull(World.shared()
                        .bean(Inventory.class)
                        .levels(List.of(item.id()))
                        .get(item.id()))
                .stream()
                .filter(level -> level.key().nodeId() == node)
                .findFirst()
                .orElseThrow();
    }

    private WorkResult shortPick(long id, int task, long quantity, ShortPick.Reason reason) {
        return floor.fulfilment
                .shortPick(shop.cause(), new ShortPick(id, task, quantity, reason))
                .orThrow();
    }

    @Test
    void whatIsMissingInOneBinIsTakenFromAnotherOfTheNode() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 3);
        floor.stock(node, item, "A-02", 2);
        Placed placed = shop.place(shop.draft(item.times(3)));
        long id = floor.beginOne(node, placed);
        floor.pick(id, item, "A-01", 1).orThrow();

        shortPick(id, 1, 2, ShortPick.Reason.NOT_FOUND);

        assertThat(floor.tasks(id))
                .extracting(t -> t.taskNo() + " " + t.bin() + " " + t.open() + " open " + t.missing() + " missing")
                .containsExactly("1 A-01 0 open 2 missing", "2 A-02 2 open 0 missing");
        assertThat(shop.units(placed.orderId(), SliceState.RELEASED)).isEqualTo(2);
        assertThat(level(node, item).available())
                .as("the free ones are what is lost")
                .isZero();
        floor.pickAll(id);
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.PICKED);
    }

    @Test
    void aBinFoundEmptyPromisesNothingUntilSomebodyHasCounted() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 10);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long id = floor.beginOne(node, placed);

        shortPick(id, 1, 1, ShortPick.Reason.NOT_FOUND);

        assertThat(level(node, item).available()).isZero();
        assertThat(level(node, item).qcHold()).isEqualTo(8);
        assertThat(shop.units(placed.orderId(), SliceState.BACKORDERED)).isEqualTo(1);
    }

    @Test
    void whereNoBinsAreKeptOnlyTheMissingUnitsAreWrittenOff() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 10);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long id = floor.beginOne(node, placed);

        shortPick(id, 1, 1, ShortPick.Reason.NOT_FOUND);

        assertThat(level(node, item).available()).isEqualTo(8);
        assertThat(level(node, item).qcHold()).isZero();
        assertThat(shop.units(placed.orderId(), SliceState.BACKORDERED)).isEqualTo(1);
    }

    @Test
    void whatNoBinCanReplaceComesFromAnotherNodeAndTheRestWaits() {
        long first = shop.node();
        long second = shop.node();
        Goods item = shop.item();
        floor.stock(first, item, "A-01", 4);
        floor.stock(second, item, "B-01", 1);
        Placed placed = shop.place(shop.draft(item.times(4)));
        long id = floor.beginOne(first, placed);

        shortPick(id, 1, 3, ShortPick.Reason.DAMAGED);

        assertThat(level(first, item).damaged()).isEqualTo(3);
        assertThat(shop.detail(placed.orderId()).slices())
                .extracting(s -> s.state() + " " + s.quantity() + (s.nodeId() == null ? "" : " " + s.nodeId()))
                .containsExactlyInAnyOrder("RELEASED 1 " + first, "RESERVED 1 " + second, "BACKORDERED 2");
        assertThat(floor.releaseOne(second)).isNotEqualTo(id);
    }

    @Test
    void aWorkOfWhichNothingWasFoundIsRejectedByItself() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 2);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long id = floor.beginOne(node, placed);

        WorkResult result = shortPick(id, 1, 2, ShortPick.Reason.NOT_FOUND);

        assertThat(result.state()).isEqualTo(FulfilmentState.REJECTED);
        assertThat(shop.units(placed.orderId(), SliceState.BACKORDERED)).isEqualTo(2);
        // New stock at the same node is as good as any other.
        floor.stock(node, item, "A-09", 2);
        World.shared()
                .bean(dev.orderwright.orders.Backorders.class)
                .sweep(shop.cause())
                .orThrow();
        assertThat(shop.units(placed.orderId(), SliceState.RESERVED)).isEqualTo(2);
    }

    @Test
    void shortPicksOfManyWorksAreBookedTogether() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 4);
        floor.stock(node, item, "A-02", 1);
        Placed one = shop.place(shop.draft(item.times(2)));
        Placed two = shop.place(shop.draft(item.times(2)));
        List<Long> ids =
                floor.release(node).stream().map(Released.Work::fulfilmentId).toList();
        ids.forEach(floor::begin);

        WorkResults results = floor.fulfilment
                .shortPick(
                        shop.cause(),
                        List.of(
                                new ShortPick(ids.get(0), 1, 1, ShortPick.Reason.NOT_FOUND),
                                new ShortPick(ids.get(1), 1, 1, ShortPick.Reason.DAMAGED),
                                new ShortPick(ids.get(1), 7, 1, ShortPick.Reason.DAMAGED)))
                .orThrow();

        assertThat(results.results()).extracting(WorkResult::wasDone).containsExactly(true, false);
        assertThat(results.refused().getFirst().refusals().getFirst().code()).isEqualTo("unknown-task");
        assertThat(floor.tasks(ids.get(0))).extracting(PickTask::bin).containsExactly("A-01", "A-02");
        assertThat(shop.units(one.orderId(), SliceState.RELEASED)).isEqualTo(2);
        assertThat(shop.units(two.orderId(), SliceState.RELEASED)).isEqualTo(2);
    }

    @Test
    void whatANodeRejectsIsNeverSourcedThereAgain() {
        long first = shop.node();
        long second = shop.node();
        Goods item = shop.item();
        floor.stock(first, item, "A-01", 5);
        floor.stock(second, item, "B-01", 1);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long id = floor.releaseOne(first);

        WorkResult result = floor.fulfilment
                .reject(
                        shop.cause(),
                        new Rejection(id, List.of(), Rejection.Reason.NO_CAPACITY, "two people ill", false))
                .orThrow();

        assertThat(result.state()).isEqualTo(FulfilmentState.REJECTED);
        assertThat(floor.work(id).reason()).isEqualTo("NO_CAPACITY two people ill");
        assertThat(level(first, item).available()).isEqualTo(5);
        assertThat(shop.detail(placed.orderId()).slices())
                .extracting(s -> s.state() + " " + s.quantity() + (s.nodeId() == null ? "" : " " + s.nodeId()))
                .containsExactlyInAnyOrder("RESERVED 1 " + second, "BACKORDERED 1");
        World.shared()
                .bean(dev.orderwright.orders.Backorders.class)
                .sweep(shop.cause())
                .orThrow();
        assertThat(shop.units(placed.orderId(), SliceState.BACKORDERED))
                .as("five lie at the node that said no")
                .isEqualTo(1);
    }

    @Test
    void aPartCanBeRejectedAndWrittenOff() {
        long node = shop.node();
        Goods item = shop.item();
        Goods other = shop.item();
        floor.stock(node, item, "A-01", 5);
        floor.stock(node, other, "A-02", 5);
        Placed placed = shop.place(shop.draft(item.times(3), other.times(1)));
        long id = floor.beginOne(node, placed);

        WorkResult result = floor.fulfilment
                .reject(
                        shop.cause(),
                        new Rejection(id, List.of(new Rejection.Line(1, 2)), Rejection.Reason.DAMAGED, "wet", true))
                .orThrow();

        assertThat(result.state()).isEqualTo(FulfilmentState.PICKING);
        assertThat(level(node, item).damaged()).isEqualTo(2);
        assertThat(level(node, item).available()).isEqualTo(2);
        assertThat(shop.units(placed.orderId(), SliceState.RELEASED)).isEqualTo(2);
        floor.pickAll(id);
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.PICKED);
    }

    @Test
    void theWholeWorkCanBeGivenBackEvenWhenSomeOfItWasPicked() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(3)));
        long id = floor.beginOne(node, placed);
        floor.pick(id, item, "A-01", 1).orThrow();

        floor.fulfilment
                .reject(shop.cause(), new Rejection(id, List.of(), Rejection.Reason.CLOSED, "", false))
                .orThrow();

        assertThat(floor.state(id)).isEqualTo(FulfilmentState.REJECTED);
        assertThat(level(node, item).available()).isEqualTo(5);
        assertThat(level(node, item).picked()).isZero();
        assertThat(shop.units(placed.orderId(), SliceState.BACKORDERED)).isEqualTo(3);
    }

    @Test
    void aRejectionMustMakeSense() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        shop.place(shop.draft(item.times(3)));
        long id = floor.releaseOne(node);

        assertThat(rejectCodes(new Rejection(id, List.of(), Rejection.Reason.OTHER, " ", false)))
                .containsExactly("no-reason");
        assertThat(rejectCodes(new Rejection(id, List.of(), Rejection.Reason.CLOSED, "", true)))
                .containsExactly("no-write-off");
        assertThat(rejectCodes(new Rejection(
                        id,
                        List.of(new Rejection.Line(1, 4), new Rejection.Line(1, 1), new Rejection.Line(2, 0)),
                        Rejection.Reason.CLOSED,
                        "",
                        false)))
                .containsExactly("more-than-open", "named-twice", "not-positive");
    }

    private List<String> rejectCodes(Rejection wish) {
        return Floor.codes(floor.fulfilment.reject(shop.cause(), wish));
    }

    private Cancelled cancel(Placed placed, long quantity) {
        return shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(
                                placed.orderId(), null, List.of(new CancelOrder.Line(1, quantity)), "changed mind"))
                .orThrow();
    }

    @Test
    void workThatNobodyHasAcceptedIsCancelledAtOnce() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(3)));
        long id = floor.releaseOne(node);

        Cancelled part = cancel(placed, 1);
        assertThat(part.lines()).containsExactly(new Cancelled.Line(1, 1, 0));
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.RELEASED);
        assertThat(floor.tasks(id).getFirst().open()).isEqualTo(2);

        cancel(placed, 2);
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.CANCELLED);
        assertThat(level(node, item).available()).isEqualTo(5);
        assertThat(shop.detail(placed.orderId()).head().lifecycle()).isEqualTo(Lifecycle.CANCELLED);
    }

    @Test
    void aNodeThatHasBegunIsAskedAndItsYesPutsPickedUnitsBack() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(3)));
        long id = floor.beginOne(node, placed);
        floor.pickAll(id);

        Cancelled asked = cancel(placed, 1);

        assertThat(asked.lines()).containsExactly(new Cancelled.Line(1, 0, 1));
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.CANCEL_REQUESTED);
        assertThat(floor.queries.list(WorkFilter.of(WorkList.CANCEL_ASKED, node), 10))
                .hasSize(1);
        assertThat(shop.units(placed.orderId(), SliceState.PICKED)).isEqualTo(3);

        WorkResult answered = floor.fulfilment
                .answerCancel(shop.cause(), new CancelAnswer(id, true, "caught it"))
                .orThrow();

        assertThat(answered.state()).isEqualTo(FulfilmentState.PICKED);
        assertThat(shop.units(placed.orderId(), SliceState.PICKED)).isEqualTo(2);
        assertThat(level(node, item).available()).isEqualTo(3);
        assertThat(floor.count("select quantity from inventory.bin_stock where item_id = " + item.id()
                        + " and bin = 'RETURNS'"))
                .isEqualTo(1);
    }

    @Test
    void aNodeMayRefuseAndGoesOn() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long id = floor.beginOne(node, placed);
        cancel(placed, 2);

        assertThat(Floor.codes(floor.fulfilment.answerCancel(shop.cause(), new CancelAnswer(id, false, " "))))
                .containsExactly("no-reason");
        WorkResult answered = floor.fulfilment
                .answerCancel(shop.cause(), new CancelAnswer(id, false, "on the truck"))
                .orThrow();

        assertThat(answered.state()).isEqualTo(FulfilmentState.CANCEL_REFUSED);
        assertThat(Floor.codes(floor.fulfilment.answerCancel(shop.cause(), new CancelAnswer(id, true, ""))))
                .containsExactly("nothing-asked");
        floor.pickAll(id);
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.PICKED);
    }

    @Test
    void pickingGoesOnBehindAQuestionThatIsStillOpen() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long id = floor.releaseOne(node);
        floor.fulfilment.accept(shop.cause(), id).orThrow();
        cancel(placed, 1);

        floor.fulfilment.startPick(shop.cause(), id, Floor.PICKER).orThrow();
        floor.pickAll(id);
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.CANCEL_REQUESTED);
        assertThat(floor.work(id).progress()).isEqualTo(FulfilmentState.PICKED);

        floor.fulfilment
                .answerCancel(shop.cause(), new CancelAnswer(id, true, ""))
                .orThrow();
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.PICKED);
        assertThat(shop.units(placed.orderId(), SliceState.PICKED)).isEqualTo(1);
    }

    @Test
    void unitsThatSomebodyWantsToCancelAreNotGivenToAnotherNode() {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(2)));
        long id = floor.beginOne(node, placed);
        cancel(placed, 1);

        assertThat(rejectCodes(new Rejection(id, List.of(), Rejection.Reason.CLOSED, "", false)))
                .containsExactly("cancel-asked");
        assertThat(Floor.codes(
                        floor.fulfilment.shortPick(shop.cause(), new ShortPick(id, 1, 1, ShortPick.Reason.NOT_FOUND))))
                .containsExactly("cancel-asked");
    }

    @Test
    void twoNodesWorkOnOneOrderApart() {
        long first = shop.node();
        long second = shop.node();
        Goods item = shop.item();
        Goods other = shop.item();
        floor.stock(first, item, "A-01", 5);
        floor.stock(second, other, "B-01", 5);
        Placed placed = shop.place(shop.draft(item.times(2), other.times(2)));
        long here = floor.beginOne(first, placed);
        long there = floor.releaseOne(second);

        floor.pickAll(here);
        cancelLine(placed, 2);

        assertThat(floor.state(here)).isEqualTo(FulfilmentState.PICKED);
        assertThat(floor.state(there)).isEqualTo(FulfilmentState.CANCELLED);
        assertThat(shop.detail(placed.orderId()).slices())
                .extracting(Slice::state)
                .containsExactly(SliceState.PICKED, SliceState.CANCELLED);
    }

    private void cancelLine(Placed placed, int line) {
        shop.orders
                .cancel(
                        shop.cause(),
                        new CancelOrder(placed.orderId(), null, List.of(new CancelOrder.Line(line, 2)), "no"))
                .orThrow();
    }
}
