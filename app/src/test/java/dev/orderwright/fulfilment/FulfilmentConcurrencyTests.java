package dev.orderwright.fulfilment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Cancelled;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FulfilmentConcurrencyTests {

    private final Floor floor = new Floor(World.shared());
    private final Shop shop = floor.shop;

    @AfterEach
    void lawsHold() {
        floor.assertLawsHold();
    }

    private static <T> List<T> atOnce(List<Callable<T>> calls) throws InterruptedException, ExecutionException {
        List<T> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<T> future : threads.invokeAll(calls)) {
                answers.add(future.get());
            }
        }
        return answers;
    }

    @Test
    void releaseRoundsAtOnceReleaseEachOrderOnce() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        Goods other = shop.item();
        floor.stock(node, item, "A-01", 60);
        floor.stock(node, other, "A-02", 60);
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            orders.add(shop.place(shop.draft(item.times(2), other.times(1))).orderId());
        }
        List<Released> rounds = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            rounds.addAll(atOnce(Collections.nCopies(
                    4,
                    () -> floor.fulfilment
                            .release(shop.cause(), new ReleaseFilter(node, null, null), 3)
                            .orThrow())));
        }
        assertThat(rounds.stream().flatMap(round -> round.works().stream()))
                .extracting(Released.Work::orderId)
                .containsExactlyInAnyOrderElementsOf(orders);
    }

    @Test
    void ofTwoPickersOneHasThePickList() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        shop.place(shop.draft(item.times(3)));
        long id = floor.releaseOne(node);
        floor.fulfilment.accept(shop.cause(), id).orThrow();

        List<Outcome<WorkResult>> starts = atOnce(List.of(
                () -> floor.fulfilment.startPick(shop.cause(), id, "ann"),
                () -> floor.fulfilment.startPick(shop.cause(), id, "bob")));

        assertThat(starts).filteredOn(Outcome::isDone).hasSize(1);
        assertThat(starts)
                .filteredOn(outcome -> !outcome.isDone())
                .first()
                .satisfies(outcome -> assertThat(Floor.codes(outcome)).containsExactly("assigned"));
    }

    @Test
    void theSameScanWithTheSameKeyIsBookedOnce() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 5);
        Placed placed = shop.place(shop.draft(item.times(3)));
        long id = floor.beginOne(node, placed);
        Cause cause = shop.cause();

        List<Outcome<WorkResult>> answers = atOnce(Collections.nCopies(
                6, () -> floor.fulfilment.pick(cause, id, List.of(new Scan(item.sku(), "A-01", 1)))));

        assertThat(answers).allMatch(Outcome::isDone);
        assertThat(shop.units(placed.orderId(), SliceState.PICKED)).isEqualTo(1);
    }

    @Test
    void scansAtOnceNeverTakeMoreThanIsWanted() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 50);
        Placed placed = shop.place(shop.draft(item.times(5)));
        long id = floor.beginOne(node, placed);

        List<Outcome<WorkResult>> answers = atOnce(Collections.nCopies(
                8, () -> floor.fulfilment.pick(shop.cause(), id, List.of(new Scan(item.sku(), "A-01", 1)))));

        assertThat(answers).filteredOn(Outcome::isDone).hasSize(5);
        assertThat(answers)
                .filteredOn(outcome -> !outcome.isDone())
                .allSatisfy(outcome -> assertThat(Floor.codes(outcome)).containsExactly("over-pick"));
        assertThat(floor.state(id)).isEqualTo(FulfilmentState.PICKED);
    }

    /** Either the node is asked, or the work is cancelled before it accepts: nothing is both. */
    @Test
    void aCancellationThatRacesAnAcceptanceIsAskedOrDone() throws Exception {
        for (int round = 0; round < 10; round++) {
            long node = shop.node();
            Goods item = shop.item();
            floor.stock(node, item, "A-01", 5);
            Placed placed = shop.place(shop.draft(item.times(2)));
            long id = floor.releaseOne(node);
            List<Cancelled> cancelled = Collections.synchronizedList(new ArrayList<>());
            List<Boolean> accepted = atOnce(List.of(
                    () -> floor.fulfilment.accept(shop.cause(), id).isDone(),
                    () -> cancelled.add(shop.orders
                            .cancel(shop.cause(), new CancelOrder(placed.orderId(), null, List.of(), "changed mind"))
                            .orThrow())));

            Cancelled.Line line = cancelled.getFirst().lines().getFirst();
            if (line.done() == 2) {
                assertThat(floor.state(id)).isEqualTo(FulfilmentState.CANCELLED);
                assertThat(accepted.getFirst()).isFalse();
            } else {
                assertThat(line).isEqualTo(new Cancelled.Line(1, 0, 2));
                assertThat(floor.state(id)).isEqualTo(FulfilmentState.CANCEL_REQUESTED);
            }
        }
    }

    @Test
    void shortPicksOfTheSameStockAtOnceReplaceNoUnitTwice() throws Exception {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", 4);
        floor.stock(node, item, "A-02", 1);
        shop.place(shop.draft(item.times(2)));
        shop.place(shop.draft(item.times(2)));
        List<Long> ids =
                floor.release(node).stream().map(Released.Work::fulfilmentId).toList();
        ids.forEach(floor::begin);
        List<Callable<Boolean>> calls = new ArrayList<>();
        for (long id : ids) {
            calls.add(() -> floor.fulfilment
                    .shortPick(
                            Cause.of(Actor.user(Floor.PICKER), shop.word("s"), World.START),
                            new ShortPick(id, 1, 1, ShortPick.Reason.NOT_FOUND))
                    .isDone());
        }

        assertThat(atOnce(calls)).containsOnly(true);

        long replaced = ids.stream()
                .flatMap(id -> floor.tasks(id).stream())
                .filter(task -> task.bin().equals("A-02"))
                .mapToLong(PickTask::quantity)
                .sum();
        assertThat(replaced).isEqualTo(1);
    }
}
