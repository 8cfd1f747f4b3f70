package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Effects;
import dev.orderwright.World;
import dev.orderwright.catalog.ItemKind;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What is quoted is what is placed: the same money, nodes, dates and refusals. */
class QuotesModuleTests {

    private static final long SEED = 20_260_302L;
    private static final int DRAFTS = 300;

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final Quotes quotes = world.bean(Quotes.class);

    private Quote quote(OrderDraft draft) {
        return quotes.quote(draft, world.clock().instant());
    }

    @Test
    void aQuoteSaysWhatPlacingDoes() {
        Random random = new Random(SEED);
        List<Long> nodes = List.of(shop.node(), shop.node(), shop.node());
        List<Goods> goods = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            Goods item = i % 6 == 5 ? shop.item(ItemKind.SERVICE, "4.20") : shop.item(ItemKind.STOCKED, "3.3" + i % 10);
            goods.add(item);
            for (long node : nodes) {
                if (i % 6 != 5 && random.nextInt(3) > 0) {
                    shop.stock(node, item, 1 + random.nextInt(60));
                }
            }
        }
        List<String> customers = List.of(shop.customer(0), shop.customer(20_000), shop.customer(10_000_000));
        int placed = 0;
        int refused = 0;
        int split = 0;
        int waiting = 0;
        int overLimit = 0;
        for (int i = 0; i < DRAFTS; i++) {
            OrderDraft draft = draft(random, goods, customers, nodes);
            Quote quote = quote(draft);
            Outcome<Placed> outcome = shop.tryPlace(draft);
            String name = "seed " + SEED + ", draft " + i + ": " + draft;
            switch (outcome) {
                case Outcome.Done<Placed>(Placed order, boolean _) -> {
                    agrees(name, quote, order);
                    placed++;
                    split += quote.shipments() > 1 ? 1 : 0;
                    waiting += quote.lines().stream().anyMatch(Quote.Line::isShort) ? 1 : 0;
                    overLimit += quote.holds().contains("CREDIT") ? 1 : 0;
                }
                case Outcome.Refused<Placed>(List<Refusal> refusals) -> {
                    assertThat(quote.problems()).as(name).isEqualTo(refusals);
                    refused++;
                }
            }
        }
        assertThat(placed).isGreaterThan(150);
        assertThat(refused).isGreaterThan(30);
        assertThat(List.of(split, waiting, overLimit))
                .as("of each kind some")
                .allSatisfy(n -> assertThat(n).isGreaterThan(3));
    }

    private void agrees(String name, Quote quote, Placed placed) {
        assertThat(quote.problems()).as(name).isEmpty();
        assertThat(quote.canBePlaced()).as(name).isTrue();
        OrderQueries.OrderDetail order = shop.detail(placed.orderId());
        assertThat(quote.money()).as(name).isEqualTo(order.head().money());
        assertThat(quote.money().total()).as(name).isEqualTo(placed.totalMinor());
        assertThat(quote.deliverOn()).as(name).isEqualTo(placed.estimatedDelivery());
        assertThat(quote.holds()).as(name).containsExactlyInAnyOrderElementsOf(placed.holds());
        assertThat(quote.warnings()).as(name).isEqualTo(placed.warnings());
        Map<Long, String> codes =
                world.bean(Inventory.class).nodes().stream().collect(Collectors.toMap(Node::id, Node::code));
        for (OrderLine line : order.lines()) {
            Quote.Line quoted = quote.lines().get(line.lineNo() - 1);
            assertThat(quoted.sku()).as(name).isEqualTo(line.sku());
            assertThat(quoted.money()).as(name).isEqualTo(line.money());
            assertThat(quoted.unitPrice()).as(name).isEqualByComparingTo(line.unitPrice());
            List<Quote.Part> parts = order.slices().stream()
                    .filter(slice -> slice.lineNo() == line.lineNo() && line.kind() == ItemKind.STOCKED)
                    .sorted(SliceRules.BY_UNIT)
                    .map(slice -> new Quote.Part(
                            slice.quantity(),
                            slice.nodeId() == null ? null : codes.get(slice.nodeId()),
                            slice.shipOn(),
                            slice.deliverOn()))
                    .toList();
            assertThat(quoted.parts()).as(name).isEqualTo(parts);
        }
    }

    private OrderDraft draft(Random random, List<Goods> goods, List<String> customers, List<Long> nodes) {
        List<OrderDraft.Line> lines = new ArrayList<>();
        int count = random.nextInt(20) == 0 ? 0 : 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            Goods item = goods.get(random.nextInt(goods.size()));
            boolean unknown = random.nextInt(30) == 0;
            BigDecimal quantity = random.nextInt(30) == 0
                    ? new BigDecimal(random.nextBoolean() ? "0" : "1.5")
                    : BigDecimal.valueOf(1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 3));
            BigDecimal price = random.nextInt(4) == 0 ? BigDecimal.valueOf(random.nextInt(900) - 10, 2) : null;
            lines.add(new OrderDraft.Line(unknown ? "NO-SUCH" : item.sku(), quantity, price, null));
        }
        boolean account = random.nextInt(3) == 0;
        String customer = account || random.nextInt(4) == 0 ? customers.get(random.nextInt(customers.size())) : null;
        String node = random.nextInt(6) == 0
                ? random.nextInt(6) == 0 ? "NOWHERE" : shop.nodeCode(nodes.get(random.nextInt(nodes.size())))
                : null;
        String country =
                random.nextInt(4) > 0 ? "GB" : List.of("DE", "FR", "XX", "AQ").get(random.nextInt(4));
        LocalDate requested = random.nextInt(5) == 0 ? LocalDate.of(2026, 3, 1).plusDays(random.nextInt(20) - 3) : null;
        return new OrderDraft(
                "phone",
                shop.word("Q"),
                customer,
                random.nextInt(40) == 0 ? "EUR" : "GBP",
                null,
                requested,
                random.nextInt(40) == 0 ? "PIGEON" : random.nextInt(3) == 0 ? "EXPRESS" : "STANDARD",
                random.nextInt(5) == 0,
                random.nextInt(5) == 0 ? 1 : 0,
                node,
                account ? PaymentTerms.ACCOUNT : PaymentTerms.PREPAID,
                account || random.nextInt(3) == 0
                        ? null
                        : new OrderDraft.Payment("card", "tok_ok", shop.word("a"), random.nextInt(30_000)),
                new Address(
                        "Ada Buyer",
                        "",
                        random.nextInt(40) == 0 ? "" : "12 High Street",
                        "",
                        "Leeds",
                        "",
                        "LS1 4AB",
                        country,
                        "",
                        ""),
                null,
                lines,
                random.nextInt(4) == 0 ? random.nextInt(1_500) : 0,
                random.nextInt(3) == 0 ? random.nextInt(900) : 0,
                "",
                random.nextInt(8) == 0 ? IfShort.REFUSE : IfShort.BACKORDER);
    }

    @Test
    void whatIsWrongIsSaidByFieldAndTheRestIsReckonedAllTheSame() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 5);
        OrderDraft draft = with(
                shop.draft(
                        item.times(2),
                        new OrderDraft.Line("NO-SUCH-SKU", BigDecimal.ONE, null, null),
                        new OrderDraft.Line(item.sku(), new BigDecimal("1.5"), null, null)),
                "",
                new Address("", "", "", "", "", "", "", "GB", "", ""));

        Quote quote = quote(draft);

        assertThat(quote.problems())
                .extracting(problem -> problem.code() + " " + problem.field())
                .containsExactly(
                        "missing-address-part shipTo.name",
                        "missing-address-part shipTo.street",
                        "missing-address-part shipTo.city",
                        "unknown-sku lines[1].sku",
                        "too-many-decimals lines[2].quantity");
        assertThat(quote.money().total()).isEqualTo(600);
        assertThat(quote.lines().get(0).available()).isEqualTo(5);
        assertThat(quote.lines().get(0).parts()).extracting(Quote.Part::node).containsExactly(shop.nodeCode(node));
        assertThat(quote.lines().get(1).money()).isNull();
        assertThat(quote.lines().get(2).description()).startsWith("Thing");
        assertThat(quote.lines().get(2).unitPrice()).isEqualByComparingTo("2.50");
        assertThat(quote.lines().get(2).problems()).hasSize(1);
    }

    @Test
    void nothingAtAllIsAQuoteToo() {
        Quote quote = quote(with(shop.draft(), "", new Address("", "", "", "", "", "", "", "", "", "")));

        assertThat(quote.problems()).extracting(Refusal::code).contains("no-lines", "unknown-country");
        assertThat(quote.lines()).isEmpty();
        assertThat(quote.money()).isEqualTo(OrderMoney.ZERO);
    }

    @Test
    void creditIsShownAndWhetherTheOrderWouldPassIt() {
        String customer = shop.customer(1_000);
        Goods item = shop.item();
        OrderDraft fits = shop.onAccount(customer, item.times(3));

        Quote within = quote(fits);
        shop.place(fits);
        Quote beyond = quote(shop.onAccount(customer, item.times(1)));

        assertThat(within.credit()).isEqualTo(new Quote.Credit("GBP", 1_000, 0, 1_000, false));
        assertThat(beyond.credit()).isEqualTo(new Quote.Credit("GBP", 1_000, 900, 100, true));
        assertThat(beyond.holds()).containsExactly("CREDIT");
        assertThat(beyond.canBePlaced()).isTrue();
    }

    @Test
    void aNumberThatIsTakenIsAProblemAndOneThatIsMissingIsNone() {
        OrderDraft taken = shop.draft(shop.item().times(1));
        shop.place(taken);

        assertThat(quote(taken).problems()).as("the very same order").isEmpty();
        assertThat(quote(new OrderDraft(
                                taken.channel(),
                                taken.externalId(),
                                null,
                                "GBP",
                                null,
                                null,
                                "EXPRESS",
                                false,
                                0,
                                null,
                                taken.terms(),
                                taken.payment(),
                                taken.shipTo(),
                                null,
                                taken.lines(),
                                0,
                                0,
                                "",
                                IfShort.BACKORDER))
                        .problems())
                .extracting(Refusal::code)
                .containsExactly("external-id-reused");
        assertThat(quote(with(taken, "", taken.shipTo())).problems()).isEmpty();
    }

    @Test
    void quotingWritesNothingAndWaitsForNobody() {
        long node = shop.node();
        Goods item = shop.item();
        shop.stock(node, item, 5);
        OrderDraft draft = shop.onAccount(shop.customer(1_000), item.times(3));
        Effects effects = new Effects(world);
        Map<String, String> before = effects.database();

        shop.inRun(run -> {
            world.bean(dev.orderwright.inventory.Stock.class).lockItems(run, List.of(item.id()));
            return Objects.requireNonNull(quoteElsewhere(draft));
        });

        assertThat(Effects.changed(before, effects.database()))
                .as("only the command that locks is written")
                .isSubsetOf("shared.command");
    }

    private @Nullable Quote quoteElsewhere(OrderDraft draft) {
        var other = java.util.concurrent.CompletableFuture.supplyAsync(() -> quote(draft));
        return other.orTimeout(5, java.util.concurrent.TimeUnit.SECONDS).join();
    }

    @Test
    void threeLinesAreQuotedWhileSomebodyTypes() {
        long node = shop.node();
        OrderDraft.Line[] lines = new OrderDraft.Line[3];
        for (int i = 0; i < lines.length; i++) {
            Goods item = shop.item();
            shop.stock(node, item, 50);
            lines[i] = item.times(2 + i);
        }
        OrderDraft draft = shop.onAccount(shop.customer(100_000), lines);
        for (int i = 0; i < 50; i++) {
            quote(draft);
        }
        long[] nanos = new long[101];
        for (int i = 0; i < nanos.length; i++) {
            long begun = System.nanoTime();
            quote(draft);
            nanos[i] = System.nanoTime() - begun;
        }
        Arrays.sort(nanos);
        System.out.printf("a quote of three lines: p50 %.1f ms, p95 %.1f ms%n", nanos[50] / 1e6, nanos[95] / 1e6);
        assertThat(nanos[50] / 1_000_000).as("milliseconds").isLessThan(100);
    }

    private static OrderDraft with(OrderDraft draft, String externalId, Address shipTo) {
        return new OrderDraft(
                draft.channel(),
                externalId,
                draft.customer(),
                draft.currency(),
                draft.priority(),
                draft.requestedOn(),
                draft.method(),
                draft.shipComplete(),
                draft.shipmentsMax(),
                draft.onlyNode(),
                draft.terms(),
                draft.payment(),
                shipTo,
                draft.billTo(),
                draft.lines(),
                draft.discountMinor(),
                draft.shippingMinor(),
                draft.comment(),
                draft.ifShort());
    }
}
