package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.fulfilment.Floor;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.orders.Backorders;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.IfShort;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.PlaceRequest;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What customers and the office do to orders. */
final class OrderDeeds {

    private static final List<String> TOKENS = List.of(
            "tok_ok",
            "tok_refuse_capture",
            "tok_refuse_void",
            "tok_refuse_refund",
            "tok_refuse",
            "tok_refuse_capture",
            "tok_refuse_void",
            "tok_refuse_refund",
            "tok_lost",
            "tok_delay",
            "tok_twice",
            "tok_down",
            "tok_vanish");

    private final Ground ground;
    private final Shop shop;
    private @Nullable PlaceRequest lastRequest;
    private @Nullable Placed lastPlaced;

    OrderDeeds(Ground ground) {
        this.ground = ground;
        shop = ground.shop;
    }

    List<Deed> all() {
        return List.of(
                new Deed("place an order", 12, this::place),
                new Deed("place several orders", 2, this::placeSet),
                new Deed("place the same order again", 1, this::placeAgain),
                new Deed("place another order with a used key", 1, this::placeWithUsedKey),
                new Deed("place an order that is wrong", 1, this::placeWrong),
                new Deed("cancel a part", 3, this::cancelPart),
                new Deed("cancel all", 2, this::cancelAll),
                new Deed("cancel with an old version", 1, this::cancelStale),
                new Deed("choose a node", 2, this::chooseNode),
                new Deed("let the sourcing choose", 1, this::chooseNoNode),
                new Deed("comment", 1, this::comment),
                new Deed("take back", 3, this::takeBack),
                new Deed("take back too much", 1, this::takeBackTooMuch),
                new Deed("fill backorders", 2, this::fill));
    }

    static String token(Ground ground) {
        return ground.one(TOKENS);
    }

    private OrderDraft draft() {
        List<OrderDraft.Line> lines = new ArrayList<>();
        for (long i = ground.some(3); i > 0; i--) {
            BigDecimal price = ground.chance(50) ? null : BigDecimal.valueOf(ground.some(999), 2);
            long quantity = ground.chance(8) ? 30 : ground.some(5);
            lines.add(new OrderDraft.Line(ground.one(ground.items).sku(), BigDecimal.valueOf(quantity), price, null));
        }
        if (ground.chance(15)) {
            lines.add(ground.charge.times(ground.some(2)));
        }
        boolean account = ground.chance(45);
        OrderDraft.Payment payment = ground.chance(50)
                ? new OrderDraft.Payment("card", token(ground), null, 0)
                : new OrderDraft.Payment("card", token(ground), shop.word("auth-"), ground.some(20_000));
        return new OrderDraft(
                "web",
                shop.word("W"),
                account || ground.chance(30) ? ground.one(ground.customers) : null,
                "GBP",
                ground.chance(20) ? (int) ground.some(9) : null,
                ground.chance(10) ? ground.today().plusDays(ground.some(9)) : null,
                ground.chance(30) ? "EXPRESS" : "STANDARD",
                ground.chance(15),
                ground.chance(20) ? (int) ground.some(2) : 0,
                ground.chance(10) ? nodeCode() : null,
                account ? PaymentTerms.ACCOUNT : PaymentTerms.PREPAID,
                account || ground.chance(10) ? null : payment,
                Shop.ADDRESS,
                null,
                lines,
                ground.chance(30) ? ground.some(99) : 0,
                ground.chance(30) ? ground.some(599) : 0,
                "",
                IfShort.BACKORDER);
    }

    private String nodeCode() {
        long id = ground.one(ground.nodes);
        return ground.world.bean(Inventory.class).nodes().stream()
                .filter(node -> node.id() == id)
                .findFirst()
                .orElseThrow()
                .code();
    }

    private Came place() {
        OrderDraft draft = draft();
        return ground.run(
                cause -> shop.orders
                        .place(List.of(new PlaceRequest(cause, draft)))
                        .getFirst(),
                (cause, placed) -> {
                    lastRequest = new PlaceRequest(cause, draft);
                    lastPlaced = placed;
                    ground.placed(placed, draft);
                });
    }

    private Came placeSet() {
        List<PlaceRequest> requests = Stream.generate(() -> new PlaceRequest(ground.cause(), draft()))
                .limit(3)
                .toList();
        List<Outcome<Placed>> outcomes = shop.orders.place(requests);
        for (int i = 0; i < outcomes.size(); i++) {
            if (outcomes.get(i).isDone()) {
                ground.placed(outcomes.get(i).orThrow(), requests.get(i).draft());
            }
        }
        return Came.of(outcomes.stream().anyMatch(Outcome::isDone));
    }

    private Came placeAgain() {
        if (lastRequest == null) {
            return Came.NOTHING;
        }
        assertThat(shop.orders.place(List.of(lastRequest)).getFirst().orThrow()).isEqualTo(lastPlaced);
        return Came.DONE;
    }

    private Came placeWithUsedKey() {
        if (lastRequest == null) {
            return Came.NOTHING;
        }
        PlaceRequest other = new PlaceRequest(lastRequest.cause(), draft());
        assertThat(Floor.codes(shop.orders.place(List.of(other)).getFirst())).containsExactly("key-reused");
        return Came.DONE;
    }

    private Came placeWrong() {
        OrderDraft wrong = shop.draft(new OrderDraft.Line("NO-SUCH-THING", BigDecimal.ONE, null, null));
        Cause cause = ground.cause();
        assertThat(Floor.codes(shop.orders
                        .place(List.of(new PlaceRequest(cause, wrong)))
                        .getFirst()))
                .isNotEmpty();
        return Came.DONE;
    }

    private Came cancelPart() {
        return ground.with(cancellable(), head -> {
            OrderLine line = ground.one(shop.detail(head.id()).lines());
            CancelOrder.Line part = new CancelOrder.Line(line.lineNo(), ground.some(line.quantity()));
            return cancel(new CancelOrder(head.id(), null, List.of(part), "changed mind"));
        });
    }

    private Came cancelAll() {
        return ground.with(
                cancellable(), head -> cancel(new CancelOrder(head.id(), head.version(), List.of(), "not at all")));
    }

    /** Rather an order that a node is at work on: then it is asked. */
    private List<OrderHead> cancellable() {
        Set<Long> begun = ground.openWorks().stream()
                .filter(FulfilmentOrder::isBegun)
                .map(FulfilmentOrder::orderId)
                .collect(Collectors.toSet());
        List<OrderHead> asked = ground.openOrders().stream()
                .filter(head -> begun.contains(head.id()))
                .toList();
        return asked.isEmpty() || ground.chance(40) ? ground.openOrders() : asked;
    }

    private Came cancelStale() {
        return ground.with(ground.openOrders(), head -> {
            assertThat(Floor.codes(shop.orders.cancel(
                            ground.cause(), new CancelOrder(head.id(), head.version() - 1, List.of(), "too late"))))
                    .containsExactly("stale-version");
            return Came.DONE;
        });
    }

    private Came cancel(CancelOrder wish) {
        return ground.run(cause -> shop.orders.cancel(cause, wish));
    }

    private Came chooseNode() {
        return choose(nodeCode());
    }

    private Came chooseNoNode() {
        return choose(null);
    }

    private Came choose(@Nullable String node) {
        return ground.with(
                ground.openOrders(),
                head -> ground.run(cause -> shop.orders.chooseNode(cause, head.id(), null, node, "a person knows")));
    }

    private Came comment() {
        return ground.with(
                ground.heads(), head -> ground.run(cause -> shop.orders.comment(cause, head.id(), "looked at it")));
    }

    private Came takeBack() {
        return ground.with(ground.slices(SliceState.SHIPPED, SliceState.DELIVERED), slice -> {
            CancelOrder.Line part = new CancelOrder.Line(slice.lineNo(), ground.some(slice.quantity()));
            CancelOrder wish = new CancelOrder(slice.orderId(), null, List.of(part), "came back");
            return ground.run(cause -> shop.orders.takeBack(cause, wish));
        });
    }

    private Came takeBackTooMuch() {
        return ground.with(ground.heads(), (OrderHead head) -> {
            CancelOrder wish = new CancelOrder(head.id(), null, List.of(new CancelOrder.Line(1, 1_000)), "came back");
            assertThat(Floor.codes(shop.orders.takeBack(ground.cause(), wish))).containsExactly("more-than-delivered");
            return Came.DONE;
        });
    }

    private Came fill() {
        Backorders backorders = ground.world.bean(Backorders.class);
        return ground.round(() -> Came.of(backorders.sweep(ground.cause())));
    }
}
