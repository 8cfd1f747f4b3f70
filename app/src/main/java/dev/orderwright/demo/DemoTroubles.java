package dev.orderwright.demo;

import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.SupplyDraft;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.HoldType;
import dev.orderwright.orders.Holds;
import dev.orderwright.orders.IfShort;
import dev.orderwright.orders.OrderDraft;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.Filter;
import dev.orderwright.orders.OrderQueries.Row;
import dev.orderwright.orders.OrderQueries.View;
import dev.orderwright.orders.Orders;
import dev.orderwright.orders.PaymentTerms;
import dev.orderwright.orders.PlaceRequest;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Outcome;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What people have to look at: holds, refused cards, and goods that a supplier has yet to send. */
@Component
class DemoTroubles {

    private static final int ROWS_MAX = 200;
    private static final int HELD_MAX = 3;
    private static final int SUPPLY_DAYS = 6;

    private final Commands commands;
    private final Orders orders;
    private final OrderQueries queries;
    private final Holds holds;
    private final Inventory inventory;
    private final DemoStock stock;

    DemoTroubles(
            Commands commands, Orders orders, OrderQueries queries, Holds holds, Inventory inventory, DemoStock stock) {
        this.commands = commands;
        this.stock = stock;
        this.orders = orders;
        this.queries = queries;
        this.holds = holds;
        this.inventory = inventory;
    }

    /** The goods that the shelves were filled with, most first. */
    record Filled(List<String> skus) {}

    /** All of it or nothing, once. */
    void make(ZonedDateTime now) {
        Instant at = now.toInstant();
        Filled filled = commands.once(
                        DemoCompany.cause("troubles", at), "make-demo-troubles", "", Filled.class, run -> {
                            hold(
                                    queries.list(Filter.of(View.TO_RELEASE, now.toLocalDate()), null, ROWS_MAX)
                                            .rows(),
                                    at);
                            Map<Long, Long> missing = missing(now.toLocalDate());
                            announce(missing, now);
                            return Outcome.done(new Filled(stock.fill(missing.keySet(), at).stream()
                                    .map(item -> item.sku().code())
                                    .toList()));
                        })
                .orThrow();
        webOrders(filled.skus(), at);
    }

    /** Units that orders wait for, by item. */
    private Map<Long, Long> missing(LocalDate today) {
        List<Long> ids = queries.list(Filter.of(View.BACKORDERED, today), null, ROWS_MAX).rows().stream()
                .map(Row::id)
                .toList();
        Map<Long, Long> missing = new TreeMap<>();
        queries.slices(ids).values().stream()
                .flatMap(List::stream)
                .filter(slice -> slice.state() == SliceState.BACKORDERED)
                .forEach(slice -> missing.merge(slice.itemId(), slice.quantity(), Long::sum));
        return missing;
    }

    private void hold(List<Row> waiting, Instant at) {
        List<Holds.Wish> wishes = new ArrayList<>();
        HoldType[] types = {HoldType.FRAUD, HoldType.ADDRESS, HoldType.CUSTOMER_REQUEST};
        String[] reasons = {
            "Ships to another country than the last five orders.",
            "The carrier does not know the postcode.",
            "Please wait until we have moved."
        };
        for (int i = 0; i < Math.min(HELD_MAX, waiting.size() / 4); i++) {
            wishes.add(Holds.Wish.onOrder(waiting.get(i).id(), types[i], reasons[i]));
        }
        if (!wishes.isEmpty()) {
            holds.place(DemoCompany.cause("holds", at), wishes).orThrow();
        }
    }

    /** Suppliers have promised two of three goods that orders wait for. */
    private void announce(Map<Long, Long> missing, ZonedDateTime now) {
        long node = inventory.nodes().getFirst().id();
        LocalDate day = now.toLocalDate().plusDays(SUPPLY_DAYS);
        List<SupplyDraft> drafts = new ArrayList<>();
        int i = 0;
        for (Map.Entry<Long, Long> item : missing.entrySet()) {
            if (++i % 3 != 0) {
                drafts.add(
                        new SupplyDraft(item.getKey(), node, day.plusDays(i % 4), item.getValue() + 24, "DEMO-" + i));
            }
        }
        if (!drafts.isEmpty()) {
            inventory
                    .announceSupply(DemoCompany.cause("supply", now.toInstant()), drafts)
                    .orThrow();
        }
    }

    /** Orders of the web shop: one is paid, one card is refused, and of one payment nobody knows the outcome. */
    private void webOrders(List<String> skus, Instant at) {
        List<OrderDraft.Line> lines = skus.stream()
                .limit(2)
                .map(sku -> new OrderDraft.Line(sku, BigDecimal.TWO, null, null))
                .toList();
        List<PlaceRequest> requests = List.of(
                web("1001", "tok_visa", address("Ada Example", "4 Mill Lane", "Leeds", "LS1 4AB"), lines, at),
                web("1002", "tok_refuse", address("Ben Example", "17 Harbour Street", "Bristol", "BS1 5TY"), lines, at),
                web("1003", "tok_vanish", address("Cara Example", "2 Castle Road", "Cardiff", "CF10 1AA"), lines, at));
        orders.place(requests);
    }

    private static Address address(String name, String street, String city, String postcode) {
        return new Address(name, "", street, "", city, "", postcode, "GB", "", "");
    }

    private static PlaceRequest web(
            String number, String token, Address shipTo, List<OrderDraft.Line> lines, Instant at) {
        return new PlaceRequest(
                DemoCompany.cause("web/" + number, at),
                new OrderDraft(
                        "web",
                        number,
                        null,
                        "GBP",
                        null,
                        null,
                        "EXPRESS",
                        false,
                        0,
                        null,
                        PaymentTerms.PREPAID,
                        new OrderDraft.Payment("card", token, null, 0),
                        shipTo,
                        null,
                        lines,
                        0,
                        495,
                        "",
                        IfShort.BACKORDER));
    }
}
