package dev.orderwright.fulfilment.web;

import dev.orderwright.documents.Detail;
import dev.orderwright.documents.Document;
import dev.orderwright.documents.Documents;
import dev.orderwright.documents.Heading;
import dev.orderwright.documents.Item;
import dev.orderwright.documents.PickListView;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.orders.Address;
import dev.orderwright.orders.OrderHead;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prints pick lists: what is still to be taken, as it stands now. */
@Component
class PickPapers {

    private final FulfilmentQueries queries;
    private final OrderQueries orders;
    private final Documents documents;
    private final Show show;

    PickPapers(FulfilmentQueries queries, OrderQueries orders, Documents documents, Show show) {
        this.queries = queries;
        this.orders = orders;
        this.documents = documents;
        this.show = show;
    }

    Document pickList(FulfilmentOrder work, WorkPlaces at, Who who) {
        return pickLists(List.of(work), at, who);
    }

    /** Several in one file, in their order. */
    Document pickLists(List<FulfilmentOrder> works, WorkPlaces at, Who who) {
        Map<Long, PickList> lists =
                queries.pickLists(works.stream().map(FulfilmentOrder::id).toList());
        Map<Long, OrderHead> heads =
                orders.heads(works.stream().map(FulfilmentOrder::orderId).collect(Collectors.toSet()));
        return documents.together(
                "pick-lists",
                works.stream()
                        .map(work ->
                                pickList(work, open(lists.get(work.id())), at, shipTo(heads.get(work.orderId()), who)))
                        .toList());
    }

    private static List<PickList.Stop> open(@Nullable PickList list) {
        return list == null
                ? List.of()
                : list.stops().stream().filter(stop -> stop.task().open() > 0).toList();
    }

    private Document pickList(FulfilmentOrder work, List<PickList.Stop> open, WorkPlaces at, String shipTo) {
        Heading heading = new Heading(
                work.number(),
                List.of(
                        new Detail("Leaves on", Show.day(work.shipOn())),
                        new Detail("Released", show.moment(work.createdAt())),
                        new Detail("Stops", Show.number(open.size())),
                        new Detail("Priority", Integer.toString(work.priority()))));
        return documents.pickList(new PickListView(
                heading,
                at.name(work.nodeId()),
                List.of(new PickListView.Work(
                        work.number(),
                        work.orderNumber(),
                        shipTo,
                        work.method().equals("EXPRESS") ? "Express" : "Standard",
                        Show.day(work.shipOn()),
                        "")),
                open.stream().map(PickPapers::pick).toList()));
    }

    private static String shipTo(@Nullable OrderHead order, Who who) {
        return order == null ? "" : shipTo(order.shipTo(), who);
    }

    private static String shipTo(Address address, Who who) {
        return Stream.of(who.shipTo(address.name(), Masks::name), address.city(), address.country())
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(", "));
    }

    private static PickListView.Pick pick(PickList.Stop stop) {
        String bin = stop.task().bin();
        int dash = bin.indexOf('-');
        return new PickListView.Pick(
                dash > 0 ? bin.substring(0, dash) : "",
                bin,
                new Item(stop.sku(), stop.description(), ""),
                stop.barcode() == null ? stop.sku() : stop.barcode(),
                Quantities.text(stop.task().open(), stop.quantityDecimals()),
                List.of());
    }
}
