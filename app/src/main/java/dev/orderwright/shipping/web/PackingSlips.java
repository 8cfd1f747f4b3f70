package dev.orderwright.shipping.web;

import dev.orderwright.documents.Detail;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Documents;
import dev.orderwright.documents.Heading;
import dev.orderwright.documents.Item;
import dev.orderwright.documents.PackingSlipView;
import dev.orderwright.documents.Parties;
import dev.orderwright.documents.Party;
import dev.orderwright.documents.Price;
import dev.orderwright.documents.Seller;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.orders.Slice;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shared.Company;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.ShippingQueries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints what lies in a package, and what of the order does not and when it comes. */
@Component
class PackingSlips {

    private static final Set<SliceState> NEVER_COMES =
            EnumSet.of(SliceState.CANCELLED, SliceState.LOST, SliceState.RETURNED);
    private static final Set<SliceState> GONE = EnumSet.of(SliceState.SHIPPED, SliceState.DELIVERED);

    private final ShippingQueries parcels;
    private final OrderQueries orders;
    private final Documents documents;
    private final Company company;
    private final Show show;

    PackingSlips(ShippingQueries parcels, OrderQueries orders, Documents documents, Company company, Show show) {
        this.parcels = parcels;
        this.orders = orders;
        this.documents = documents;
        this.company = company;
        this.show = show;
    }

    Document of(Parcel parcel) {
        OrderDetail order = order(parcel.orderId());
        return slip(order, box(parcel), slice -> slice.packageId() != null && slice.packageId() == parcel.id());
    }

    /** The slips of all packages of some work, and of what is picked and lies in none yet. */
    List<Document> ofWorks(List<FulfilmentOrder> works) {
        Map<Long, List<Parcel>> begun =
                parcels.ofFulfilments(works.stream().map(FulfilmentOrder::id).toList());
        return works.stream()
                .flatMap(work -> Stream.concat(
                        begun.getOrDefault(work.id(), List.of()).stream()
                                .filter(parcel -> parcel.state() != PackageState.VOIDED)
                                .map(this::of),
                        loose(work)))
                .toList();
    }

    private Stream<Document> loose(FulfilmentOrder work) {
        OrderDetail order = order(work.orderId());
        Predicate<Slice> inside = slice -> slice.state() == SliceState.PICKED
                && slice.packageId() == null
                && slice.fulfilmentId() != null
                && slice.fulfilmentId() == work.id();
        return order.slices().stream().anyMatch(inside)
                ? Stream.of(slip(order, new PackingSlipView.Box(work.number(), 1, 1, List.of()), inside))
                : Stream.empty();
    }

    private OrderDetail order(long id) {
        return orders.byId(id).orElseThrow(() -> new IllegalStateException("work without its order: " + id));
    }

    private Document slip(OrderDetail order, PackingSlipView.Box box, Predicate<Slice> inside) {
        Map<Integer, OrderLine> lines =
                order.lines().stream().collect(Collectors.toMap(OrderLine::lineNo, line -> line));
        List<PackingSlipView.Line> packed = new ArrayList<>();
        ParcelCards.contents(order.slices(), inside, lines)
                .forEach((line, units) -> packed.add(new PackingSlipView.Line(
                        item(line),
                        Quantities.text(line.quantity(), line.quantityDecimals()),
                        Quantities.text(units, line.quantityDecimals()),
                        Price.NONE)));
        return documents.packingSlip(new PackingSlipView(
                new Parties(
                        Seller.of(company),
                        party(order.head().invoiceTo()),
                        party(order.head().shipTo())),
                new Heading(
                        order.head().number(),
                        List.of(
                                new Detail("Ordered", show.day(order.head().placedAt())),
                                new Detail("Your reference", order.head().externalId()))),
                box,
                packed,
                later(inside, order, lines),
                new PackingSlipView.Plain()));
    }

    private PackingSlipView.Box box(Parcel parcel) {
        List<Parcel> siblings = parcels
                .ofFulfilments(List.of(parcel.fulfilmentId()))
                .getOrDefault(parcel.fulfilmentId(), List.of(parcel))
                .stream()
                .filter(one -> one.state() != PackageState.VOIDED)
                .toList();
        int number =
                (int) siblings.stream().filter(one -> one.id() <= parcel.id()).count();
        List<Detail> details = new ArrayList<>();
        if (parcel.measures().weightGrams() > 0) {
            details.add(
                    new Detail("Weight", ParcelCards.weight(parcel.measures().weightGrams())));
        }
        if (parcel.hasLabel()) {
            details.add(new Detail("Carrier", parcels.carrierName(parcel.tag().carrier())));
            details.add(new Detail("Tracking", parcel.tag().trackingNumber()));
        }
        return new PackingSlipView.Box(parcel.number(), number, Math.max(number, siblings.size()), details);
    }

    /** What the customer does not find in this package. */
    private static List<PackingSlipView.Later> later(
            Predicate<Slice> inside, OrderDetail order, Map<Integer, OrderLine> lines) {
        record Rest(OrderLine line, String when) {}
        Map<Rest, Long> rest = new LinkedHashMap<>();
        order.slices().stream()
                .filter(inside.negate())
                .filter(slice -> !NEVER_COMES.contains(slice.state()) && slice.nodeId() != null
                        || slice.state() == SliceState.BACKORDERED)
                .sorted(Comparator.comparingInt(Slice::lineNo))
                .forEach(slice -> {
                    OrderLine line = lines.get(slice.lineNo());
                    if (line != null) {
                        rest.merge(new Rest(line, when(slice)), slice.quantity(), Long::sum);
                    }
                });
        return rest.entrySet().stream()
                .map(entry -> new PackingSlipView.Later(
                        item(entry.getKey().line()),
                        Quantities.text(entry.getValue(), entry.getKey().line().quantityDecimals()),
                        entry.getKey().when()))
                .toList();
    }

    private static String when(Slice slice) {
        if (slice.packageId() != null) {
            return GONE.contains(slice.state()) ? "in another package, sent already" : "in another package";
        }
        @Nullable LocalDate day = slice.deliverOn();
        return day == null ? "as soon as it is in stock" : "expected " + Show.day(day);
    }

    private static Item item(OrderLine line) {
        return new Item(line.sku(), line.description(), "");
    }

    private static Party party(Address address) {
        return new Party(address.recipient(), address.printed(), List.of());
    }
}
