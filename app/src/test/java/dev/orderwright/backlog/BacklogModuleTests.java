package dev.orderwright.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.World;
import dev.orderwright.backlog.BacklogChange.State;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.promising.BacklogPlan.Figures;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Orders that were placed one by one are sourced together; each test ends what it has begun. */
class BacklogModuleTests {

    /** One step in a transaction, so that there is something between them. */
    private static final World WORLD = World.fresh(Map.of("orderwright.backlog.orders-at-once", 1));

    private final Shop shop = new Shop(WORLD);
    private final BacklogRuns runs = WORLD.bean(BacklogRuns.class);
    private final BacklogWork work = WORLD.bean(BacklogWork.class);
    private final BacklogStore store = WORLD.bean(BacklogStore.class);
    private final long north = shop.node();
    private final long south = shop.node();
    private final Goods one = shop.item();
    private final Goods other = shop.item();
    private final List<Long> placed = new ArrayList<>();

    @AfterAll
    static void close() {
        WORLD.close();
    }

    @AfterEach
    void nothingIsLeftOver() {
        for (long order : placed) {
            shop.orders.cancel(shop.cause(), new CancelOrder(order, null, List.of(), "the test is over"));
        }
    }

    private long place(OrderDraft.Line... lines) {
        long order = shop.place(shop.draft(lines)).orderId();
        placed.add(order);
        return order;
    }

    private Set<Long> nodes(long order) {
        return shop.detail(order).slices().stream()
                .filter(slice -> slice.state() == SliceState.RESERVED)
                .map(slice -> Objects.requireNonNull(slice.nodeId()))
                .collect(Collectors.toSet());
    }

    /** One line lies in the north, the other comes from the south, and then it comes to the north as well. */
    private long split() {
        shop.stock(north, one, 1);
        shop.stock(south, other, 1);
        long order = place(one.times(1), other.times(1));
        assertThat(nodes(order)).containsExactlyInAnyOrder(north, south);
        return order;
    }

    /** Somebody who wants but one line has what would make another order whole. */
    private long[] inEachOthersWay() {
        shop.stock(north, other, 1);
        long single = place(other.times(1));
        long order = split();
        return new long[] {single, order};
    }

    private BacklogRun look() {
        long id = runs.ask(shop.cause()).orThrow().runId();
        work.round();
        return runs.find(id).orElseThrow();
    }

    private BacklogRun apply(BacklogRun run) {
        assertThat(run.state()).isEqualTo(BacklogState.READY);
        runs.apply(shop.cause(), run.id()).orThrow();
        work.round();
        BacklogRun done = runs.find(run.id()).orElseThrow();
        assertThat(done.state()).as(done.problem()).isEqualTo(BacklogState.DONE);
        theBooksFit();
        return done;
    }

    private static Figures figures(BacklogRun run) {
        return Objects.requireNonNull(run.figures());
    }

    private List<BacklogChange> changes(BacklogRun run) {
        return runs.changes(run.id(), null, 100).items();
    }

    /** What is kept at nodes is what orders have. */
    private void theBooksFit() {
        Map<String, Long> kept = new HashMap<>();
        WORLD.bean(Inventory.class).levels(List.of(one.id(), other.id())).forEach((item, levels) -> {
            for (StockLevel level : levels) {
                assertThat(level.available()).isNotNegative();
                if (level.reserved() > 0) {
                    kept.put(item + "@" + level.key().nodeId(), level.reserved());
                }
            }
        });
        Map<String, Long> has = new HashMap<>();
        for (long order : placed) {
            for (Slice slice : shop.detail(order).slices()) {
                if (slice.state() == SliceState.RESERVED) {
                    has.merge(slice.itemId() + "@" + slice.nodeId(), slice.quantity(), Long::sum);
                }
            }
        }
        assertThat(has).isEqualTo(kept);
    }

    @Test
    void aSplitOrderBecomesWholeWhereStockHasCome() {
        long order = split();
        shop.stock(north, other, 1);

        BacklogRun run = look();

        assertThat(figures(run).shipmentsBefore()).isEqualTo(2);
        assertThat(figures(run).shipmentsAfter()).isEqualTo(1);
        assertThat(figures(run).costBefore() - figures(run).costAfter()).isEqualTo(320);
        assertThat(nodes(order)).hasSize(2);

        apply(run);

        assertThat(nodes(order)).containsExactly(north);
        assertThat(shop.available(south, other)).isEqualTo(1);
        assertThat(runs.done(run.id())).isEqualTo(new BacklogRuns.Done(1, 0, 1, 320));
        assertThat(Json.write(WORLD.bean(Facts.class).of("order", order, 50)))
                .contains("OrderSourcedAnew", Long.toString(run.id()));
        assertThat(look().total()).isZero();
    }

    @Test
    void twoOrdersChangePlacesTogether() {
        long[] orders = inEachOthersWay();
        assertThat(nodes(orders[0])).containsExactly(north);

        BacklogRun run = look();
        assertThat(changes(run)).extracting(BacklogChange::step).containsExactly(1, 1);
        apply(run);

        assertThat(nodes(orders[1])).containsExactly(north);
        assertThat(nodes(orders[0])).containsExactly(south);
    }

    @Test
    void whatHasChangedMeanwhileIsLeftAsItIsAndWithItWhoDependsOnIt() {
        long[] orders = inEachOthersWay();
        BacklogRun run = look();
        shop.orders
                .cancel(shop.cause(), new CancelOrder(orders[0], null, List.of(), "not any more"))
                .orThrow();

        apply(run);

        assertThat(nodes(orders[1])).hasSize(2);
        assertThat(changes(run))
                .allSatisfy(change -> assertThat(change.state()).isEqualTo(State.LEFT))
                .extracting(BacklogChange::leftBecause)
                .containsExactlyInAnyOrder(StaysBecause.CHANGED, StaysBecause.PARTNER);
    }

    @Test
    void stockThatOthersTookMeanwhileIsNotTakenTwice() {
        long order = split();
        shop.stock(north, other, 1);
        BacklogRun run = look();
        place(other.times(1));

        apply(run);

        assertThat(nodes(order)).hasSize(2);
        assertThat(changes(run))
                .singleElement()
                .satisfies(change -> assertThat(change.leftBecause()).isEqualTo(StaysBecause.NO_STOCK));
    }

    @Test
    void whatIsHeldWorkedOnOrChosenByHandStays() {
        long held = split();
        WORLD.bean(Holds.class)
                .place(shop.cause(), List.of(Holds.Wish.onOrder(held, HoldType.REVIEW, "look at it")))
                .orThrow();
        long chosen = split();
        shop.orders
                .chooseNode(shop.cause(), chosen, null, shop.nodeCode(north), "the customer is there")
                .orThrow();
        long worked = split();
        shop.all(worked, SliceState.RESERVED, SliceEvent.RELEASE);
        shop.stock(north, other, 3);

        BacklogRun run = look();

        assertThat(changes(run)).extracting(BacklogChange::orderId).doesNotContain(held, worked, chosen);
        shop.all(worked, SliceState.RELEASED, SliceEvent.REJECT);
        runs.stop(shop.cause(), run.id());
    }

    @Test
    void aRunThatWasBrokenOffGoesOnAfterTheLastSetThatWasDone() {
        long first = split();
        long second = split();
        shop.stock(north, other, 2);
        BacklogRun run = look();
        runs.apply(shop.cause(), run.id()).orThrow();
        Instant now = WORLD.clock().instant();
        long dead = WORLD.bean(Ids.class).next();
        BacklogRun claimed = store.claim(dead, now.minusSeconds(90), now).orElseThrow();
        assertThat(WORLD.bean(BacklogSets.class).next(claimed, dead, now)).isTrue();
        assertThat(List.of(nodes(first).size(), nodes(second).size())).containsExactlyInAnyOrder(1, 2);

        assertThat(work.round()).isZero();
        WORLD.clock().advance(Duration.ofMinutes(2));
        work.round();

        assertThat(WORLD.bean(BacklogSets.class).next(claimed, dead, now)).isFalse();
        assertThat(List.of(nodes(first).size(), nodes(second).size())).containsExactly(1, 1);
        assertThat(runs.done(run.id()).moved()).isEqualTo(2);
        theBooksFit();
    }

    @Test
    void whatIsStoppedStaysAsItIsAndIsNotDone() {
        long order = split();
        shop.stock(north, other, 1);
        BacklogRun run = look();

        runs.stop(shop.cause(), run.id()).orThrow();

        assertThat(runs.apply(shop.cause(), run.id()).isDone()).isFalse();
        assertThat(runs.stop(shop.cause(), run.id()).isDone()).isFalse();
        work.round();
        assertThat(nodes(order)).hasSize(2);
    }

    @Test
    void whileOthersPlaceAndCancelNothingIsLostAndNothingPromisedTwice() throws Exception {
        for (int i = 0; i < 10; i++) {
            split();
        }
        shop.stock(north, other, 10);
        BacklogRun run = look();
        assertThat(changes(run)).hasSize(10);
        List<Long> known = List.copyOf(placed);
        List<Callable<List<Long>>> others = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            Random random = new Random(thread);
            List<Long> mine = known.subList(thread, thread + 1);
            others.add(() -> {
                List<Long> own = new ArrayList<>();
                mine.forEach(order ->
                        shop.orders.cancel(shop.cause(), new CancelOrder(order, null, List.of(), "in between")));
                for (int i = 0; i < 5; i++) {
                    own.add(shop.place(shop.draft((random.nextBoolean() ? one : other).times(1)))
                            .orderId());
                }
                return own;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Future<List<Long>>> working = others.stream().map(pool::submit).toList();
            runs.apply(shop.cause(), run.id()).orThrow();
            work.round();
            for (Future<List<Long>> each : working) {
                placed.addAll(each.get());
            }
        }

        BacklogRun done = runs.find(run.id()).orElseThrow();
        assertThat(done.state()).as(done.problem()).isEqualTo(BacklogState.DONE);
        assertThat(changes(run)).noneMatch(change -> change.state() == State.PLANNED);
        theBooksFit();
    }

    @Test
    void programsAskLookAndHaveItDone() {
        ApiCaller api = new ApiCaller(WORLD, "orders:read", "allocation:write");
        String url = "/api/v1/backlog/runs";
        long order = split();
        shop.stock(north, other, 1);

        String id = Json.tree(api.post(url, "").body()).path("id").asString();
        assertThat(api.post(url + "/" + id + "/apply", "").body()).contains("not-ready");
        work.round();
        assertThat(api.get(url + "/" + id).body()).contains("\"state\":\"READY\"", "\"shipmentsAfter\":1");
        assertThat(api.get(url + "/" + id + "/orders").body()).contains("\"orderId\":\"" + order + "\"");
        assertThat(api.post(url + "/" + id + "/apply", "").statusCode()).isEqualTo(202);
        work.round();
        assertThat(api.get(url + "/" + id).body()).contains("\"state\":\"DONE\"", "\"moved\":1");
        assertThat(api.get(url).body()).contains(id);
        assertThat(api.get(url + "/1").statusCode()).isEqualTo(404);
        assertThat(nodes(order)).containsExactly(north);
    }
}
