package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.orders.Priorities.Made;
import dev.orderwright.orders.Priorities.Place;
import dev.orderwright.orders.Priorities.Wish;
import dev.orderwright.orders.PriorityFormula.Given;
import dev.orderwright.orders.PriorityFormula.Part;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who waits longest is not always who comes first: the formula says so, and every line goes by it at once. */
class PriorityModuleTests {

    private static final World WORLD = World.fresh();

    private final Shop shop = new Shop(WORLD);
    private final Priorities priorities = WORLD.bean(Priorities.class);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private PriorityFormula make(
            int priority, int day, int age, int value, int valueMax, Map<String, Integer> channels) {
        return priorities
                .make(shop.cause(), wish(new PriorityFormula(0, priority, day, age, value, valueMax, channels)))
                .orThrow()
                .formula();
    }

    private Wish wish(PriorityFormula formula) {
        return new Wish(priorities.latest(1).getFirst().formula().version(), formula, "a test");
    }

    @Test
    void theDatabaseAndTheProgramComputeTheSame() throws SQLException {
        Random random = new Random(17);
        try (Connection connection = WORLD.connection();
                PreparedStatement asked =
                        connection.prepareStatement("select shared.rank_of(?, ?, ?, ?::date, ?, ?::jsonb)")) {
            for (int i = 0; i < 500; i++) {
                PriorityFormula formula = new PriorityFormula(
                        1,
                        random.nextInt(PriorityRules.POINTS_MAX + 1),
                        random.nextInt(PriorityRules.POINTS_MAX + 1),
                        random.nextInt(PriorityRules.POINTS_MAX + 1),
                        random.nextInt(10_001),
                        random.nextInt(PriorityRules.POINTS_MAX + 1),
                        Map.of("web", random.nextInt(1_000), "phone", random.nextInt(1_000)));
                Standing order = new Standing(
                        random.nextInt(10),
                        List.of("web", "phone", "edi").get(random.nextInt(3)),
                        random.nextLong(100_000_000_000L),
                        random.nextBoolean() ? null : LocalDate.ofEpochDay(20_000 + random.nextInt(3_000)),
                        Instant.ofEpochMilli(1_700_000_000_000L + random.nextLong(200_000_000_000L)));
                asked.setInt(1, order.priority());
                asked.setString(2, order.channel());
                asked.setLong(3, order.valueMinor());
                asked.setObject(4, order.dueOn());
                asked.setTimestamp(5, Timestamp.from(order.placedAt()));
                asked.setString(6, formula.json());
                try (ResultSet row = asked.executeQuery()) {
                    row.next();
                    assertThat(row.getLong(1)).as("%s %s", formula, order).isEqualTo(formula.rank(order));
                }
            }
        }
    }

    @Test
    void whatIsPlacedMovesInTheLineAsSoonAsTheFormulaIsAnother() {
        make(10_000, 0, 1, 0, 0, Map.of());
        Goods goods = shop.item();
        long node = shop.node();
        List<Long> orders = new ArrayList<>();
        for (String channel : List.of("web", "phone", "edi")) {
            orders.add(shop.place(draft(channel, goods)).orderId());
            WORLD.clock().advance(Duration.ofMinutes(10));
        }
        assertThat(line(priorities.current(), orders)).containsExactly(0, 1, 2);

        PriorityFormula formula = make(10_000, 0, 1, 0, 0, Map.of("edi", 500, "phone", 20));
        assertThat(line(formula, orders)).containsExactly(2, 1, 0);
        shop.stock(node, goods, 1);
        WORLD.bean(Backorders.class).sweep(shop.cause()).orThrow();

        assertThat(orders.stream().map(order -> shop.detail(order).head().has(SliceState.RESERVED)))
                .containsExactly(false, false, true);
    }

    private OrderDraft draft(String channel, Goods goods) {
        OrderDraft usual = shop.draft(goods.times(1));
        return new OrderDraft(
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
                usual.ifShort());
    }

    private List<Integer> line(PriorityFormula formula, List<Long> orders) {
        List<String> numbers =
                orders.stream().map(order -> shop.detail(order).head().number()).toList();
        return priorities.line(formula, 1_000).stream()
                .map(Place::number)
                .filter(numbers::contains)
                .map(numbers::indexOf)
                .toList();
    }

    @Test
    void pointsAreToldWithWhatGivesThem() {
        PriorityFormula formula = new PriorityFormula(1, 100, 10, 2, 5, 40, Map.of("edi", 30));
        Instant now = Instant.parse("2026-03-10T12:00:00Z");
        Standing order =
                new Standing(5, "edi", 123_456, LocalDate.parse("2026-03-12"), Instant.parse("2026-03-07T06:00:00Z"));

        assertThat(formula.parts(order, now))
                .containsExactly(
                        new Given(Part.PRIORITY, 500),
                        new Given(Part.CHANNEL, 30),
                        new Given(Part.VALUE, 40),
                        new Given(Part.DAY, -20),
                        new Given(Part.AGE, 6));
        assertThat(formula.points(order, now)).isEqualTo(556);
        assertThat(PriorityFormula.FIRST.parts(order, now))
                .extracting(Given::part)
                .containsExactly(Part.PRIORITY, Part.AGE);
    }

    @Test
    void whatIsWrongIsSaidAndWhoHasSeenAnOlderVersionUndoesNothing() {
        PriorityFormula wrong = new PriorityFormula(0, -1, 0, 1, 10_001, 0, Map.of("No Channel", 5));
        assertThat(refused(priorities.make(shop.cause(), new Wish(0, wrong, " "))))
                .containsExactlyInAnyOrder("priority", "value", "channels.No Channel", "why");

        make(10_000, 0, 1, 0, 0, Map.of());
        Wish late =
                new Wish(priorities.latest(1).getFirst().formula().version() - 1, PriorityFormula.FIRST, "too late");
        assertThat(refused(priorities.make(shop.cause(), late))).containsExactly("version");
    }

    private static List<String> refused(Outcome<Made> outcome) {
        return ((Outcome.Refused<Made>) outcome)
                .refusals().stream()
                        .map(refusal -> String.valueOf(refusal.field()))
                        .toList();
    }
}
