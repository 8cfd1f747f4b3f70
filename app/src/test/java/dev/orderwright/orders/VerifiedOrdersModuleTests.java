package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.catalog.SaleUnits;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.verification.Check;
import dev.orderwright.verification.Finding;
import dev.orderwright.verification.Limit;
import dev.orderwright.verification.Policies;
import dev.orderwright.verification.Policy;
import dev.orderwright.verification.Policy.Rule;
import dev.orderwright.verification.Verdict;
import dev.orderwright.verification.Verification;
import dev.orderwright.verification.Verification.Said;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Orders that are doubted are held, warned of or turned away, as the policy of their channel says. */
class VerifiedOrdersModuleTests {

    /** Of its own: it changes the policy, and the time. */
    private static final World WORLD = World.fresh();

    private static final Shop SHOP = new Shop(WORLD);

    @AfterAll
    static void close() {
        WORLD.close();
    }

    /** A draft like any other, of a channel and for a guest of its own. */
    private static OrderDraft draft(String channel, Address to, OrderDraft.Line... lines) {
        OrderDraft usual = SHOP.draft(lines);
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
                to,
                null,
                usual.lines(),
                0,
                0,
                "",
                usual.ifShort());
    }

    private static Address guest(String postcode) {
        return new Address(
                "Ada Buyer",
                "",
                "12 High Street",
                "",
                "Leeds",
                "",
                postcode,
                "GB",
                "",
                SHOP.word("guest") + "@example.com");
    }

    /** A channel that has this rule, and otherwise those of all others. */
    private static String channelWith(Check check, Verdict verdict, Map<Limit, Long> limits) {
        String channel = SHOP.word("c");
        Policies policies = WORLD.bean(Policies.class);
        Policy policy = policies.at(WORLD.clock().instant()).policy();
        List<Rule> rules = Stream.concat(policy.rules().stream(), Stream.of(new Rule(check, channel, verdict, limits)))
                .toList();
        policies.make(SHOP.cause(), new Policies.Wish(policy.version(), rules, "a test"))
                .orThrow();
        return channel;
    }

    private static List<Finding> findings(Placed placed, String channel) {
        return WORLD
                .bean(Verification.class)
                .report(placed.orderId(), channel, WORLD.clock().instant())
                .checks()
                .stream()
                .map(Said::finding)
                .filter(Objects::nonNull)
                .toList();
    }

    @Test
    void anOrderAsMostAreIsNotDoubtedAndTellsWhatWasLookedAt() {
        Placed placed = SHOP.place(draft("web", guest("LS1 4AB"), SHOP.item().times(1)));

        assertThat(placed.holds()).isEmpty();
        assertThat(placed.warnings()).isEmpty();
        assertThat(WORLD.bean(Verification.class)
                        .report(placed.orderId(), "web", WORLD.clock().instant())
                        .checks())
                .extracting(Said::check)
                .containsExactly(Check.values());
    }

    @Test
    void whatIsOrderedTwiceWaitsAndTellsOfTheFirst() {
        OrderDraft.Line line = SHOP.item().times(2);
        Address guest = guest("LS1 4AB");
        Placed first = SHOP.place(draft("web", guest, line));
        Placed second = SHOP.place(draft("web", guest, line));

        assertThat(first.holds()).isEmpty();
        assertThat(second.holds()).containsExactly("REVIEW");
        assertThat(findings(second, "web")).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.DUPLICATE);
            assertThat(finding.evidence()).containsExactly("0", Long.toString(first.orderId()));
        });
        assertThat(SHOP.place(draft("web", guest("LS1 4AB"), line)).holds()).isEmpty();
    }

    @Test
    void ofTheSameOrderInOneSetTheSecondIsTheDoubtfulOne() {
        OrderDraft.Line line = SHOP.item().times(2);
        Address guest = guest("LS1 4AB");
        List<Placed> placed = SHOP
                .orders
                .place(IntStream.range(0, 3)
                        .mapToObj(i -> new PlaceRequest(SHOP.cause(), draft("web", guest, line)))
                        .toList())
                .stream()
                .map(Outcome::orThrow)
                .toList();

        assertThat(placed).extracting(Placed::holds).containsExactly(List.of(), List.of("REVIEW"), List.of("REVIEW"));
    }

    @Test
    void ofTheSameOrderAtTheSameMomentAllButOneAreDoubted() throws Exception {
        OrderDraft.Line line = SHOP.item().times(2);
        Address guest = guest("LS1 4AB");
        List<Callable<Placed>> calls = IntStream.range(0, 16)
                .mapToObj(i -> (Callable<Placed>) () -> SHOP.place(draft("web", guest, line)))
                .toList();
        List<Placed> placed = new ArrayList<>();
        try (ExecutorService callers = Executors.newFixedThreadPool(calls.size())) {
            for (Future<Placed> one : callers.invokeAll(calls)) {
                placed.add(one.get());
            }
        }

        assertThat(placed).filteredOn(one -> one.holds().isEmpty()).hasSize(1);
    }

    @Test
    void anAddressWhereNothingArrivesIsHeld() {
        OrderDraft.Line line = SHOP.item().times(1);

        assertThat(SHOP.place(draft("web", guest("12345"), line)).holds()).containsExactly("ADDRESS");
        assertThat(SHOP.place(draft("retail", guest(""), line)).holds()).isEmpty();
    }

    @Test
    void whatIsTurnedAwayIsNotPlacedAndNotRemembered() {
        String channel = channelWith(Check.DUPLICATE, Verdict.REJECT, Map.of(Limit.MINUTES, 10L));
        Goods item = SHOP.item();
        Address guest = guest("LS1 4AB");
        SHOP.place(draft(channel, guest, item.times(2)));
        Outcome<Placed> again = SHOP.tryPlace(draft(channel, guest, item.times(2)));

        assertThat(again).isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
            Refusal first = (Refusal) refused.refusals().getFirst();
            assertThat(first.code()).isEqualTo("check-duplicate");
            assertThat(first.field()).isEqualTo("lines");
        });
        assertThat(SHOP.queries.heads(List.of()).isEmpty()).isTrue();
        WORLD.clock().advance(Duration.ofMinutes(11));
        assertThat(SHOP.tryPlace(draft(channel, guest, item.times(2)))).isInstanceOf(Outcome.Done.class);
    }

    @Test
    void whatIsNotWantedInPacksIsDoubtedWithWhatWouldDo() {
        String channel = channelWith(Check.PACK, Verdict.HOLD, Map.of());
        Goods item = SHOP.item(new SaleUnits(BigDecimal.valueOf(6), null, null));

        Placed held = SHOP.place(draft(channel, guest("LS1 4AB"), item.times(7)));
        Placed warned = SHOP.place(draft("web", guest("LS1 4AB"), item.times(7)));
        Placed whole = SHOP.place(draft(channel, guest("LS1 4AB"), item.times(6)));

        assertThat(held.holds()).containsExactly("REVIEW");
        assertThat(findings(held, channel)).singleElement().satisfies(finding -> {
            assertThat(finding.check()).isEqualTo(Check.PACK);
            assertThat(finding.evidence()).containsExactly(item.sku(), "7", "6", "6", "12");
        });
        assertThat(warned.holds()).isEmpty();
        assertThat(warned.warnings())
                .containsExactly("pack: " + item.sku() + " is sold in multiples of 6; 7 are wanted: 6 or 12 would do.");
        assertThat(whole.holds()).isEmpty();
        Quote quote = WORLD.bean(Quotes.class)
                .quote(
                        draft(channel, guest("LS1 4AB"), item.times(5)),
                        WORLD.clock().instant());
        assertThat(quote.holds()).containsExactly("REVIEW");
        assertThat(quote.doubts()).singleElement().asString().endsWith("5 are wanted: 6 would do.");
    }

    @Test
    void aQuoteTellsWhatTheOrderWouldBeHeldForAndIsNotRemembered() {
        OrderDraft.Line line = SHOP.item().times(2);
        Quotes quotes = WORLD.bean(Quotes.class);
        OrderDraft draft = draft("web", guest("12345"), line);

        for (int i = 0; i < 2; i++) {
            Quote quote = quotes.quote(draft, WORLD.clock().instant());
            assertThat(quote.holds()).containsExactly("ADDRESS");
            assertThat(quote.doubts()).singleElement().asString().contains("12345 does not look like a postcode");
        }
    }

    @Test
    void whoSaysWhatSomebodyElseHasJustSaidOtherwiseIsTold() {
        Policies policies = WORLD.bean(Policies.class);
        Policy policy = policies.at(WORLD.clock().instant()).policy();
        policies.make(SHOP.cause(), new Policies.Wish(policy.version(), policy.rules(), "one"))
                .orThrow();

        Outcome<Policies.Made> late =
                policies.make(SHOP.cause(), new Policies.Wish(policy.version(), policy.rules(), "two"));

        assertThat(late)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("stale-version"));
        Outcome<Policies.Made> wrong = policies.make(
                SHOP.cause(),
                new Policies.Wish(
                        policy.version() + 1,
                        List.of(
                                new Rule(Check.DUPLICATE, "", Verdict.WARN, Map.of(Limit.MINUTES, 0L)),
                                new Rule(Check.DUPLICATE, "", Verdict.WARN, Map.of()),
                                new Rule(Check.VALUE, "Web!", Verdict.WARN, Map.of())),
                        " "));
        assertThat(wrong)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(
                                        ((List<?>) refused.refusals()).stream().map(Refusal.class::cast))
                                .extracting(Refusal::code)
                                .containsExactlyInAnyOrder("missing-reason", "bad-limit", "rule-twice", "bad-channel"));
    }
}
