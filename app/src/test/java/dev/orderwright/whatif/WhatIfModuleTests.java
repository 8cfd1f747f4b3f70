package dev.orderwright.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Receipt;
import dev.orderwright.orders.Backorders;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.promising.SourcingStrategy;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.Strategies;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import dev.orderwright.shared.Ids;
import dev.orderwright.whatif.WhatIfResult.NodeLoad;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Orders that were really placed, cancelled and filled are played again; the clock moves with each of them. */
class WhatIfModuleTests {

    private static final World WORLD = World.fresh();

    private final Shop shop = new Shop(WORLD);
    private final WhatIfs whatIfs = WORLD.bean(WhatIfs.class);
    private final Strategies strategies = WORLD.bean(Strategies.class);
    private final WhatIfStore store = WORLD.bean(WhatIfStore.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private Instant later() {
        return WORLD.clock().advance(Duration.ofMinutes(1));
    }

    private SourcingStrategy cheapest(String channel, boolean draft) {
        Rule rule = new Rule(channel, "", Aim.LEAST_COST, Map.of(), 50, 0, 0, Splitting.PER_QUANTITY, 0);
        int latest = strategies.latest(1).getFirst().strategy().version();
        return strategies
                .make(shop.cause(), new Strategies.Wish(latest, null, List.of(rule), "a test", draft))
                .orThrow()
                .strategy();
    }

    private long place(String channel, OrderDraft.Line... lines) {
        later();
        OrderDraft usual = shop.draft(lines);
        return shop.place(new OrderDraft(
                        channel,
                        usual.externalId(),
                        null,
                        usual.currency(),
                        null,
                        null,
                        usual.method(),
                        false,
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

    private WhatIfRun play(WhatIfWish wish) {
        long id = whatIfs.ask(shop.cause(), wish).orThrow().runId();
        while (!whatIfs.find(id).orElseThrow().state().isOver()) {
            WORLD.bean(WhatIfWork.class).round();
        }
        return whatIfs.find(id).orElseThrow();
    }

    private static WhatIfResult result(WhatIfRun run) {
        assertThat(run.state()).as(run.problem()).isEqualTo(WhatIfState.DONE);
        return Objects.requireNonNull(run.result());
    }

    /** The replay of what was in force comes to what has really become of orders: node by node, unit by unit. */
    @Test
    void whatWasDecidedIsDecidedAgain() {
        Random random = new Random(7);
        String channel = shop.word("w");
        List<Long> nodes = List.of(shop.node(), shop.node(), shop.node());
        List<Goods> goods = List.of(shop.item(), shop.item(), shop.item(), shop.item());
        for (Goods item : goods) {
            nodes.forEach(node -> shop.stock(node, item, 1 + random.nextInt(8)));
        }
        Instant from = later();
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<OrderDraft.Line> lines = new ArrayList<>();
            for (int n = 0; n <= random.nextInt(3); n++) {
                lines.add(goods.get(random.nextInt(goods.size())).times(1 + random.nextInt(3)));
            }
            orders.add(place(channel, lines.toArray(OrderDraft.Line[]::new)));
            if (i % 8 == 7) {
                later();
                receive(nodes.get(random.nextInt(3)), goods.get(random.nextInt(goods.size())), 4);
            }
            if (i % 10 == 9) {
                later();
                shop.orders
                        .cancel(shop.cause(), new CancelOrder(orders.get(i - 5), null, List.of(), "changed their mind"))
                        .orThrow();
                WORLD.bean(Backorders.class).sweep(shop.cause());
            }
        }

        WhatIfResult result = result(play(new WhatIfWish(
                from,
                later(),
                channel,
                null,
                cheapest(shop.word("elsewhere"), true).version())));

        Map<String, Long> really = new TreeMap<>();
        long waiting = 0;
        for (long order : orders) {
            for (Slice slice : shop.detail(order).slices()) {
                if (slice.state() == SliceState.RESERVED) {
                    really.merge(shop.nodeCode(Objects.requireNonNull(slice.nodeId())), slice.quantity(), Long::sum);
                } else if (slice.state() != SliceState.CANCELLED) {
                    waiting += slice.quantity();
                }
            }
        }
        Map<String, Long> again = new TreeMap<>();
        for (NodeLoad load : result.base().nodes()) {
            again.put(load.node(), load.units());
        }
        assertThat(again).isEqualTo(really);
        assertThat(result.base().unserved()).isEqualTo(waiting).isPositive();
        assertThat(result.base().orders()).isEqualTo(36);
        // The version that is tried out has no rule for the channel, so that both go by the same.
        assertThat(result.different()).isZero();
        assertThat(result.test()).isEqualTo(result.base());
    }

    private void receive(long node, Goods item, long quantity) {
        WORLD.bean(Inventory.class)
                .receive(shop.cause(), List.of(new Receipt(item.id(), node, quantity, "", Receipt.RECEIPT, "", null)))
                .orThrow();
    }

    /** From abroad all comes in one parcel, from home in two that cost less together. */
    private record Choice(String channel, long order, WhatIfWish wish) {}

    private Choice choice() {
        String channel = shop.word("c");
        Goods one = shop.item();
        Goods other = shop.item();
        long abroad = shop.nodeInAmerica();
        shop.stock(shop.node(), one, 9);
        shop.stock(shop.node(), other, 9);
        shop.stock(abroad, one, 9);
        shop.stock(abroad, other, 9);
        Instant from = later();
        long order = place(channel, one.times(1), other.times(1));
        return new Choice(
                channel,
                order,
                new WhatIfWish(
                        from, later(), channel, null, cheapest(channel, true).version()));
    }

    @Test
    void aDraftIsComparedWithWhatWasInForce() {
        Choice choice = choice();

        WhatIfResult result = result(play(choice.wish));

        assertThat(result.base().shipments()).isEqualTo(1);
        assertThat(result.test().shipments()).isEqualTo(2);
        assertThat(result.measuredBy()).isEqualTo(choice.wish.test());
        assertThat(result.base().cost()).isEqualTo(1290);
        assertThat(result.test().cost()).isEqualTo(320 + 320 + 50);
        assertThat(result.different()).isEqualTo(1);
        assertThat(result.examples()).singleElement().satisfies(example -> {
            assertThat(example.orderId()).isEqualTo(Long.toString(choice.order));
            assertThat(example.base()).hasSize(1);
            assertThat(example.test()).hasSize(2);
        });
        assertThat(result.test().days())
                .singleElement()
                .satisfies(day -> assertThat(day.shipments()).isEqualTo(2));
        // The draft decides nothing before it takes over.
        assertThat(strategies.at(WORLD.clock().instant()).strategy().version()).isNotEqualTo(choice.wish.test());
        assertThat(result(play(choice.wish))).isEqualTo(result);
    }

    @Test
    void aRunOfAProgramThatDiedIsPlayedByAnotherAndTheDeadOneChangesNothing() {
        Choice choice = choice();
        long id = whatIfs.ask(shop.cause(), choice.wish).orThrow().runId();
        Instant now = WORLD.clock().instant();
        long dead = WORLD.bean(Ids.class).next();
        while (store.claim(dead, now.minusSeconds(90), now).orElseThrow().id() != id) {
            store.failed(id, dead, "somebody else's", now);
        }
        assertThat(store.beat(id, dead, 0, 1, now)).isTrue();

        assertThat(WORLD.bean(WhatIfWork.class).round()).isZero();
        WORLD.clock().advance(Duration.ofMinutes(2));
        WORLD.bean(WhatIfWork.class).round();

        assertThat(store.beat(id, dead, 1, 1, now)).isFalse();
        store.failed(id, dead, "late", now);
        assertThat(result(whatIfs.find(id).orElseThrow()).test().shipments()).isEqualTo(2);
    }

    @Test
    void aRunIsStoppedOnce() {
        Choice choice = choice();
        long id = whatIfs.ask(shop.cause(), choice.wish).orThrow().runId();

        whatIfs.stop(shop.cause(), id).orThrow();

        assertThat(whatIfs.find(id).orElseThrow().state()).isEqualTo(WhatIfState.STOPPED);
        assertThat(whatIfs.stop(shop.cause(), id).isDone()).isFalse();
        WORLD.bean(WhatIfWork.class).round();
        assertThat(whatIfs.find(id).orElseThrow().state()).isEqualTo(WhatIfState.STOPPED);
    }

    @Test
    void programsAskAndAreToldWhatIsWrong() {
        ApiCaller api = new ApiCaller(WORLD, "orders:read", "sourcing:write");
        String url = "/api/v1/sourcing/what-if";

        assertThat(api.post(url, "{}").body()).contains("\"from\"", "\"until\"", "\"test\"");
        assertThat(api.post(
                                url,
                                "{\"from\": \"2026-03-02T00:00:00Z\", \"until\": \"2026-03-01T00:00:00Z\", \"test\": 9999,"
                                        + " \"base\": 9999, \"channel\": \"No channel\"}")
                        .body())
                .contains("empty-period", "unknown-version", "same-version", "bad-channel");
        assertThat(api.get(url + "/1").statusCode()).isEqualTo(404);

        Choice choice = choice();
        WhatIfRun run = play(choice.wish);
        assertThat(api.get(url + "/" + run.id()).body())
                .contains("\"state\":\"DONE\"", "\"shipments\":2", "\"channel\":\"" + choice.channel + "\"");
        assertThat(api.get(url).body()).contains(Long.toString(run.id())).doesNotContain("\"shipments\"");
    }

    @Test
    void whatWasTriedOutTakesOverFromThePage() {
        Visitor administrator = Visitor.signedIn(
                WORLD,
                FirstAdministrator.LOGIN,
                WORLD.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());
        Choice choice = choice();
        String list = "/admin/what-if?version=" + choice.wish.test();
        assertThat(administrator.get(list).body()).contains("selected>" + choice.wish.test() + " (");

        String page = administrator
                .submit(
                        list,
                        "/admin/what-if",
                        "test",
                        Integer.toString(choice.wish.test()),
                        "base",
                        "",
                        "from",
                        "2026-03-02",
                        "until",
                        "2026-03-03",
                        "channel",
                        choice.channel)
                .headers()
                .firstValue("Location")
                .orElseThrow();
        WORLD.bean(WhatIfWork.class).round();
        assertThat(administrator.get(page).body()).contains("6.00 GBP", "less");
        int latest = strategies.latest(1).getFirst().strategy().version();
        assertThat(administrator
                        .submit(
                                page,
                                page + "/take-over",
                                "seen",
                                Integer.toString(latest),
                                "from",
                                "",
                                "why",
                                "it was cheaper")
                        .statusCode())
                .isEqualTo(303);

        SourcingStrategy now = strategies.at(later()).strategy();
        assertThat(now.version()).isEqualTo(latest + 1);
        assertThat(now.of(choice.channel).aim()).isEqualTo(Aim.LEAST_COST);
        assertThat(administrator
                        .submit(page, page + "/take-over", "seen", Integer.toString(latest), "from", "", "why", "again")
                        .statusCode())
                .isEqualTo(422);
    }
}
