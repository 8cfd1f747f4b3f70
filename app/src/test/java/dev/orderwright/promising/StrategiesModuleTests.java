package dev.orderwright.promising;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.ApiCaller;
import dev.orderwright.World;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.orders.Slice;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Outcome;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Stored strategies decide where real orders ship from; each test has a channel of its own. */
class StrategiesModuleTests {

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final Strategies strategies = world.bean(Strategies.class);

    private static Rule cheapest(String channel, long splitPenalty) {
        return new Rule(channel, "Cheapest", Aim.LEAST_COST, Map.of(), splitPenalty, 0, 0, Splitting.PER_QUANTITY, 0);
    }

    private int latest() {
        return strategies.latest(1).getFirst().strategy().version();
    }

    private SourcingStrategy make(Rule rule) {
        return strategies
                .make(shop.cause(), new Strategies.Wish(latest(), null, List.of(rule), "a test"))
                .orThrow()
                .strategy();
    }

    private OrderDetail place(String channel, Goods one, Goods other) {
        OrderDraft usual = shop.draft(one.times(1), other.times(1));
        Placed placed = shop.place(new OrderDraft(
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
                Shop.ADDRESS,
                null,
                usual.lines(),
                0,
                0,
                "",
                usual.ifShort()));
        return shop.detail(placed.orderId());
    }

    private static List<Long> nodes(OrderDetail detail) {
        return detail.slices().stream().map(Slice::nodeId).distinct().sorted().toList();
    }

    @Test
    void anOrderShipsFromWhereItIsCheapestAndTellsByWhichVersion() {
        String channel = shop.word("s");
        long london = shop.node();
        long leeds = shop.node();
        long america = shop.nodeInAmerica();
        Goods one = shop.item();
        Goods other = shop.item();
        shop.stock(london, one, 9);
        shop.stock(leeds, other, 9);
        shop.stock(america, one, 9);
        shop.stock(america, other, 9);
        assertThat(nodes(place(channel, one, other))).containsExactly(america);

        SourcingStrategy strategy = make(cheapest(channel, 100));
        OrderDetail cheap = place(channel, one, other);

        assertThat(nodes(cheap)).containsExactly(london, leeds);
        assertThat(Json.write(world.bean(Facts.class).of("order", cheap.head().id(), 50)))
                .contains("\"strategy\":" + strategy.version())
                .contains("\"split\":100")
                .contains("\"mostly\":\"SHIPPING\"");
        assertThat(nodes(place(shop.word("other"), one, other))).containsExactly(america);
    }

    @Test
    void anotherProgramOnTheSameDatabaseGoesByTheNewVersionWithinSeconds() throws InterruptedException {
        Strategies elsewhere = new Strategies(world.bean(StrategyStore.class), world.bean(Commands.class));
        int before = elsewhere.known().stream()
                .mapToInt(SourcingStrategy::version)
                .max()
                .orElse(0);

        SourcingStrategy made = make(cheapest(shop.word("s"), 0));

        assertThat(strategies.known().getFirst()).isEqualTo(made);
        assertThat(made.version()).isGreaterThan(before);
        Thread.sleep(Strategies.AGE_MAX.plusMillis(100));
        assertThat(elsewhere.known().getFirst()).isEqualTo(made);
    }

    @Test
    void whoHasSeenAnOlderVersionUndoesNothing() {
        make(cheapest(shop.word("s"), 0));
        Outcome<Strategies.Made> late = strategies.make(
                shop.cause(), new Strategies.Wish(latest() - 1, null, List.of(cheapest("web", 0)), "late"));

        assertThat(late)
                .isInstanceOf(Outcome.Refused.class)
                .extracting(refused ->
                        ((Outcome.Refused<Strategies.Made>) refused).first().code())
                .isEqualTo("stale-version");
    }

    @Test
    void programsReadAndMakeVersionsAndAreToldWhatIsWrong() {
        ApiCaller api = new ApiCaller(world, "orders:read", "sourcing:write");
        String channel = shop.word("s");
        String rules = "{\"version\": " + latest() + ", \"why\": \"a test\", \"rules\": [{\"channel\": \"" + channel
                + "\", \"aim\": \"%s\", \"splitPenaltyMinor\": 250}]}";

        assertThat(api.post("/api/v1/sourcing/strategies", rules.formatted("CHEAP"))
                        .body())
                .contains("rules[0].aim");
        assertThat(api.post("/api/v1/sourcing/strategies", rules.formatted("LEAST_COST"))
                        .body())
                .contains("\"splitPenaltyMinor\":250")
                .contains("\"LATENESS\":100");
        assertThat(api.get("/api/v1/sourcing/strategies/current").body()).contains(channel);
        assertThat(api.get("/api/v1/sourcing/strategies").body()).contains(channel);
    }
}
