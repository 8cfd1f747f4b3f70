package dev.orderwright.shipping.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.catalog.Catalog;
import dev.orderwright.catalog.Item;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShippingQueries;
import dev.orderwright.shipping.web.PackPage.Step;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the page of a packing table. */
@Component
class PackPages {

    private final ShippingQueries parcels;
    private final OrderQueries orders;
    private final Catalog catalog;
    private final ParcelCards cards;
    private final Show show;
    private final InstantSource clock;

    PackPages(
            ShippingQueries parcels,
            OrderQueries orders,
            Catalog catalog,
            ParcelCards cards,
            Show show,
            InstantSource clock) {
        this.parcels = parcels;
        this.orders = orders;
        this.catalog = catalog;
        this.cards = cards;
        this.show = show;
        this.clock = clock;
    }

    /** The goods of a fulfilment order, as they lie on the table and in packages. */
    record Goods(FulfilmentOrder work, OrderDetail order, List<Parcel> parcels) {

        List<Slice> slices() {
            return order.slices().stream()
                    .filter(slice -> slice.fulfilmentId() != null && slice.fulfilmentId() == work.id())
                    .toList();
        }

        /** The package that is being filled: the one that was begun last. */
        Optional<Parcel> open() {
            return parcels.reversed().stream()
                    .filter(parcel -> parcel.state() == PackageState.OPEN)
                    .findFirst();
        }

        List<Parcel> without(PackageState state) {
            return parcels.stream().filter(parcel -> parcel.state() != state).toList();
        }

        long units(SliceState state) {
            return slices().stream()
                    .filter(slice -> slice.state() == state)
                    .mapToLong(Slice::quantity)
                    .sum();
        }

        /** Packages that could have a label and have none. */
        List<Parcel> unlabelled() {
            return parcels.stream()
                    .filter(parcel -> parcel.state() == PackageState.SEALED)
                    .toList();
        }
    }

    Goods goods(FulfilmentOrder work) {
        OrderDetail order = orders.byId(work.orderId())
                .orElseThrow(() -> new IllegalStateException("work without its order: " + work));
        return new Goods(work, order, parcels.ofFulfilments(List.of(work.id())).getOrDefault(work.id(), List.of()));
    }

    PackPage page(Goods goods, WorkPlaces at, Who who, ScanAnswer said) {
        FulfilmentOrder work = goods.work();
        boolean mayWork = who.may("shipping:write");
        Map<Integer, OrderLine> lines = goods.order().lines().stream()
                .collect(Collectors.toMap(OrderLine::lineNo, line -> line, (a, b) -> a, LinkedHashMap::new));
        long open = goods.units(SliceState.RELEASED) + goods.units(SliceState.PICKED);
        long packed = goods.slices().stream()
                .filter(slice -> slice.packageId() != null)
                .mapToLong(Slice::quantity)
                .sum();
        Step step = step(goods);
        return new PackPage(
                work.number(),
                "/pack/" + work.number(),
                chips(work),
                step,
                facts(goods, at),
                packed,
                packed + open,
                goods.units(SliceState.RELEASED) > 0
                        ? t("shipping.packPages.unitsAreNotPickedYet", Show.number(goods.units(SliceState.RELEASED)))
                        : "",
                lines(goods, lines),
                goods.open().map(parcel -> box(parcel, goods, lines)).orElse(null),
                cards.of(
                        goods.without(PackageState.VOIDED).stream()
                                .filter(parcel -> parcel.state() != PackageState.OPEN)
                                .toList(),
                        lines,
                        goods.slices(),
                        who),
                mayWork && !goods.unlabelled().isEmpty() && step != Step.LABEL,
                mayWork,
                said);
    }

    static Step step(Goods goods) {
        FulfilmentOrder work = goods.work();
        if (work.state().isEnded() || work.progress() == FulfilmentState.SHIPPED) {
            return Step.OVER;
        }
        if (goods.units(SliceState.PICKED) > 0) {
            return Step.SCAN;
        }
        if (goods.open().isPresent()) {
            return Step.CLOSE;
        }
        if (work.progress() != FulfilmentState.PACKED) {
            return Step.WAIT;
        }
        return goods.unlabelled().isEmpty() ? Step.READY : Step.LABEL;
    }

    private List<Chip> chips(FulfilmentOrder work) {
        List<Chip> chips = new ArrayList<>();
        if (work.state() == FulfilmentState.CANCEL_REQUESTED) {
            chips.add(Chip.of(t("shipping.packPages.cancelAsked"), Tone.BAD));
        }
        chips.addAll(warnings(work, clock.instant().atZone(show.zone()).toLocalDate()));
        return chips;
    }

    static List<Chip> warnings(FulfilmentOrder work, LocalDate today) {
        List<Chip> chips = new ArrayList<>();
        boolean open = !work.state().isEnded() && work.progress() != FulfilmentState.SHIPPED;
        if (open && work.shipOn() != null && work.shipOn().isBefore(today)) {
            chips.add(Chip.of(t("shipping.packPages.overdue"), Tone.BAD));
        }
        if (work.method().equals("EXPRESS")) {
            chips.add(Chip.of(t("shipping.packPages.express2"), Tone.WARN));
        }
        return chips;
    }

    private static List<KeyValue> facts(Goods goods, WorkPlaces at) {
        FulfilmentOrder work = goods.work();
        List<KeyValue> facts = new ArrayList<>();
        facts.add(KeyValue.link(t("shipping.packPages.order"), work.orderNumber(), "/orders/" + work.orderNumber()));
        facts.add(KeyValue.link(t("shared.word.work"), work.number(), "/pick/" + work.number()));
        facts.add(KeyValue.of(t("shared.word.node"), at.name(work.nodeId())));
        facts.add(KeyValue.of(t("shared.word.leavesOn"), Show.day(work.shipOn())));
        facts.add(KeyValue.of(
                t("shipping.packPages.delivery"),
                work.method().equals("EXPRESS") ? t("shipping.packPages.express") : t("shipping.packPages.standard")));
        if (goods.order().head().shipComplete()) {
            facts.add(KeyValue.of(t("shipping.packPages.splitting"), t("shipping.packPages.shipComplete")));
        }
        return facts;
    }

    private List<PackPage.Line> lines(Goods goods, Map<Integer, OrderLine> lines) {
        Map<Integer, List<Slice>> byLine = goods.slices().stream()
                .collect(Collectors.groupingBy(Slice::lineNo, LinkedHashMap::new, Collectors.toList()));
        Map<Long, Item> items =
                catalog.byId(goods.slices().stream().map(Slice::itemId).collect(Collectors.toSet()));
        List<PackPage.Line> rows = new ArrayList<>();
        byLine.forEach((lineNo, slices) -> {
            OrderLine line = lines.get(lineNo);
            if (line != null) {
                rows.add(line(line, items.get(line.itemId()), slices));
            }
        });
        return rows;
    }

    private static PackPage.Line line(
            OrderLine line, @org.jspecify.annotations.Nullable Item item, List<Slice> slices) {
        long all = slices.stream().mapToLong(Slice::quantity).sum();
        long left = units(slices, SliceState.PICKED);
        long unpicked = units(slices, SliceState.RELEASED);
        long packed = all - left - unpicked;
        Chip state = left > 0
                ? Chip.of(t("shipping.packPages.toPack"), Tone.INFO)
                : unpicked > 0
                        ? Chip.of(t("shipping.packPages.notPickedYet"), Tone.WARN)
                        : Chip.of(t("shipping.packPages.packed"), Tone.GOOD);
        int decimals = line.quantityDecimals();
        return new PackPage.Line(
                line.sku(),
                item == null || item.barcode() == null ? line.sku() : item.barcode(),
                line.description(),
                Quantities.text(all - unpicked, decimals),
                Quantities.text(packed, decimals),
                Quantities.text(left, decimals),
                state);
    }

    private static long units(List<Slice> slices, SliceState state) {
        return slices.stream()
                .filter(slice -> slice.state() == state)
                .mapToLong(Slice::quantity)
                .sum();
    }

    private static PackPage.Box box(Parcel parcel, Goods goods, Map<Integer, OrderLine> lines) {
        List<PackPage.Content> contents = ParcelCards.contents(parcel.id(), goods.slices(), lines).entrySet().stream()
                .map(entry -> new PackPage.Content(
                        entry.getKey().sku(),
                        entry.getKey().description(),
                        Quantities.text(entry.getValue(), entry.getKey().quantityDecimals())))
                .toList();
        return new PackPage.Box(
                parcel.number(), "/packages/" + parcel.number(), contents, contents.isEmpty(), parcel.version());
    }
}
