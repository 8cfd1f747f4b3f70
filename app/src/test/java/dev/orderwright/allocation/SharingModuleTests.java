package dev.orderwright.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.World;
import dev.orderwright.allocation.SharingPlan.Share;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.StockLevel;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.SliceEvent;
import dev.orderwright.orders.SliceState;
import dev.orderwright.promising.SharingPolicy;
import dev.orderwright.promising.SharingRule;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What orders have and lack of an item is shared out anew; each test has an item of its own. */
class SharingModuleTests {

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final Sharing sharing = world.bean(Sharing.class);
    private final long node = shop.node();
    private final Goods item = shop.item();

    private long order(@Nullable Integer priority, boolean complete, OrderDraft.Line... lines) {
        OrderDraft usual = shop.draft(lines);
        return shop.place(new OrderDraft(
                        usual.channel(),
                        usual.externalId(),
                        null,
                        usual.currency(),
                        priority,
                        null,
                        usual.method(),
                        complete,
                        0,
                        null,
                        usual.terms(),
                        usual.payment(),
                        usual.shipTo(),
                        null,
                        usual.lines(),
                        0,
                        0,
                        "",
                        usual.ifShort()))
                .orderId();
    }

    private long order(long quantity) {
        return order(null, false, item.times(quantity));
    }

    private SharingWish wish(SharingRule rule, Map<Long, SharingPolicy> policies, @Nullable String seen) {
        return new SharingWish(item.id(), rule, true, policies, seen, "a test");
    }

    private SharingRun share(SharingRule rule, Map<Long, SharingPolicy> policies) {
        SharingRun run = sharing.share(shop.cause(), wish(rule, policies, null)).orThrow();
        assertTheBooksFit(run);
        return run;
    }

    /** What is kept at nodes is what orders have; the stored run is decided again as it was. */
    private void assertTheBooksFit(SharingRun run) {
        long reserved =
                Objects.requireNonNull(world.bean(Inventory.class)
                                .levels(List.of(item.id()))
                                .get(item.id()))
                        .stream()
                        .mapToLong(StockLevel::reserved)
                        .sum();
        assertThat(run.plan().shares().stream().mapToLong(Share::got).sum()).isEqualTo(reserved);
        run.plan()
                .shares()
                .forEach(share -> assertThat(shop.units(Long.parseLong(share.orderId()), SliceState.RESERVED))
                        .isEqualTo(share.got()));
        SharingRun stored = sharing.find(run.id()).orElseThrow();
        assertThat(stored).isEqualTo(run);
        SharingPlan again = SharingRules.decide(
                stored.rule(),
                stored.tiers(),
                stored.plan().free(),
                stored.plan().shares());
        assertThat(again.shares().stream().map(Share::meant))
                .isEqualTo(stored.plan().shares().stream().map(Share::meant).toList());
    }

    private long has(long order) {
        return shop.units(order, SliceState.RESERVED);
    }

    @Test
    void whoCameFirstSharesWithWhoWaits() {
        shop.stock(node, item, 10);
        long first = order(10);
        long second = order(10);
        long third = order(10);

        SharingRun run = share(SharingRule.PROPORTIONAL, Map.of());

        assertThat(List.of(has(first), has(second), has(third))).containsExactly(4L, 3L, 3L);
        assertThat(shop.units(first, SliceState.BACKORDERED)).isEqualTo(6);
        assertThat(run.plan().left()).isZero();
        String facts = Json.write(world.bean(Facts.class).of("order", first, 50));
        assertThat(facts).contains("UnitsLost", Long.toString(run.id()));
        assertThat(Json.write(world.bean(Facts.class).of("order", second, 50))).contains("UnitsGained");
    }

    @Test
    void theUrgentGainTheHeldGiveAndTheOthersShareTheRest() {
        shop.stock(node, item, 10);
        long held = order(6);
        long usual = order(4);
        long urgent = order(9, false, item.times(5));
        Holds.Wish fraud = Holds.Wish.onOrder(held, HoldType.FRAUD, "to be looked at");
        world.bean(Holds.class).place(shop.cause(), List.of(fraud)).orThrow();

        share(SharingRule.PROPORTIONAL, Map.of());

        assertThat(List.of(has(urgent), has(usual), has(held))).containsExactly(5L, 4L, 1L);
    }

    @Test
    void whoIsSaidToWinGetsAllAndWhoMayOnlyLoseNothing() {
        shop.stock(node, item, 9);
        long first = order(9);
        long winner = order(7);
        long waits = order(5);

        share(SharingRule.IN_ORDER, Map.of(winner, SharingPolicy.WIN, waits, SharingPolicy.FILL));

        assertThat(List.of(has(first), has(winner), has(waits))).containsExactly(2L, 7L, 0L);
    }

    @Test
    void whatIsOnlyWantedAsAWholeIsGivenAsAWholeOrNotAtAll() {
        shop.stock(node, item, 9);
        long first = order(9);
        long whole = order(null, true, item.times(8));

        share(SharingRule.PROPORTIONAL, Map.of());
        assertThat(has(whole)).isIn(0L, 8L);

        share(SharingRule.PROPORTIONAL, Map.of(whole, SharingPolicy.WIN));
        assertThat(List.of(has(first), has(whole))).containsExactly(1L, 8L);
    }

    @Test
    void unitsOnWhichSomebodyWorksStayWhereTheyAre() {
        shop.stock(node, item, 6);
        long first = order(6);
        shop.all(first, SliceState.RESERVED, SliceEvent.RELEASE);
        long second = order(6);

        SharingRun run = sharing.share(shop.cause(), wish(SharingRule.PROPORTIONAL, Map.of(), null))
                .orThrow();

        assertThat(run.plan().shares())
                .singleElement()
                .satisfies(share -> assertThat(share.got()).isZero());
        assertThat(shop.units(first, SliceState.RELEASED)).isEqualTo(6);
        assertThat(has(second)).isZero();
    }

    /** Goods abroad are of no use to who may only be served from here: the loser keeps what the winner cannot have. */
    @Test
    void whatTheWinnerCannotHaveFromItsNodeStaysWithTheLoser() {
        long other = shop.node();
        shop.stock(other, item, 5);
        long loser = order(5);
        long tied = order(5);
        shop.orders
                .chooseNode(shop.cause(), tied, null, shop.nodeCode(node), "only here")
                .orThrow();

        SharingRun run = share(SharingRule.PROPORTIONAL, Map.of(tied, SharingPolicy.WIN));

        assertThat(run.plan().shares()).anySatisfy(share -> {
            assertThat(share.orderId()).isEqualTo(Long.toString(tied));
            assertThat(share.meant()).isEqualTo(5);
            assertThat(share.got()).isZero();
        });
        assertThat(has(loser)).isEqualTo(5);
    }

    @Test
    void whatWasLookedAtIsDoneOrNothing() {
        shop.stock(node, item, 10);
        order(10);
        long second = order(10);
        Commands commands = world.bean(Commands.class);
        SharingWish wish = wish(SharingRule.PROPORTIONAL, Map.of(), null);
        SharingPlan seen = commands.preview(() -> sharing.share(shop.cause(), wish))
                .outcome()
                .orThrow()
                .plan();
        assertThat(has(second)).isZero();
        long third = order(10);

        Outcome<SharingRun> late = sharing.share(shop.cause(), wish(SharingRule.PROPORTIONAL, Map.of(), seen.mark()));
        assertThat(late.isDone()).isFalse();
        assertThat(((Outcome.Refused<SharingRun>) late).first().code()).isEqualTo("claims-changed");
        assertThat(has(second)).isZero();

        shop.orders
                .cancel(shop.cause(), new CancelOrder(third, null, List.of(), "gone"))
                .orThrow();
        sharing.share(shop.cause(), wish(SharingRule.PROPORTIONAL, Map.of(), seen.mark()))
                .orThrow();
        assertThat(has(second)).isEqualTo(5);
    }

    @Test
    void runsOrdersAndCancellationsAtOnceNeitherLoseAUnitNorSellOneTwice() throws Exception {
        shop.stock(node, item, 20);
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            orders.add(order(4));
        }
        List<Callable<Boolean>> deeds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            long order = orders.get(i);
            SharingRule rule = SharingRule.values()[i % 3];
            deeds.add(() -> sharing.share(shop.cause(), wish(rule, Map.of(order, SharingPolicy.WIN), null))
                    .isDone());
            deeds.add(() -> shop.tryPlace(shop.draft(item.times(2))).isDone());
            if (i % 4 == 0) {
                deeds.add(() -> shop.orders
                        .cancel(shop.cause(), new CancelOrder(order, null, List.of(), "gone"))
                        .isDone());
            }
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> done : threads.invokeAll(deeds)) {
                assertThat(done.get()).isTrue();
            }
        }

        SharingRun last = share(SharingRule.PROPORTIONAL, Map.of());
        assertThat(last.plan().shares().stream().mapToLong(Share::got).sum()).isEqualTo(20);
        assertThat(shop.available(node, item)).isZero();
    }

    @Test
    void programsLookShareAndReadAndAreToldWhatIsWrong() {
        shop.stock(node, item, 4);
        order(4);
        long second = order(4);
        ApiCaller api = new ApiCaller(world, "orders:read", "allocation:write");
        String url = "/api/v1/allocation/runs";

        assertThat(api.post(url, "{\"sku\": \"NO-SUCH\"}").body()).contains("unknown-item");
        assertThat(api.post(
                                url,
                                "{\"sku\": \"" + item.sku()
                                        + "\", \"rule\": \"FAIR\", \"policies\": {\"x\": \"WIN\", \"1\": \"HOPE\"}}")
                        .body())
                .contains("\"rule\"", "policies.x", "policies.1");
        assertThat(api.post(url, "{\"sku\": \"" + item.sku() + "\"}").body()).contains("missing-reason");
        assertThat(api.get(url + "/1").statusCode()).isEqualTo(404);

        String wish = "{\"sku\": \"" + item.sku() + "\", \"reason\": \"fairer\", \"mark\": %s}";
        Map<String, Object> looked =
                Json.readMap(api.post(url + "/preview", wish.formatted("null")).body());
        assertThat(looked.get("id")).isNull();
        assertThat(has(second)).isZero();
        Map<String, Object> run = Json.readMap(
                api.post(url, wish.formatted("\"" + looked.get("mark") + "\"")).body());
        assertThat(run.get("shares")).isEqualTo(looked.get("shares"));
        assertThat(has(second)).isEqualTo(2);
        assertThat(api.get(url + "/" + run.get("id")).body()).contains("\"got\":2");
        assertThat(api.get(url + "?sku=" + item.sku()).body()).contains((String) run.get("id"));
    }
}
