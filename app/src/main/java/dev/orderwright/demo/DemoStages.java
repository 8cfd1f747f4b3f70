package dev.orderwright.demo;

import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.PickConfirm;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.Released;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.orders.Orders;
import dev.orderwright.shared.Cause;
import dev.orderwright.shipping.PackConfirm;
import dev.orderwright.shipping.Packing;
import dev.orderwright.shipping.Parcel.Measures;
import dev.orderwright.shipping.Shipping;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Leaves what is due today at every stage of the warehouse, and some orders in trouble. */
@Component
class DemoStages {

    private static final int RELEASED_MAX = 60;
    /** One of so many works is at each stage, and two have just arrived. */
    private static final int ROUND = 8;

    private final Fulfilment fulfilment;
    private final FulfilmentQueries works;
    private final Packing packing;
    private final Shipping shipping;
    private final Orders orders;
    private final DemoTroubles troubles;

    DemoStages(
            Fulfilment fulfilment,
            FulfilmentQueries works,
            Packing packing,
            Shipping shipping,
            Orders orders,
            DemoTroubles troubles) {
        this.fulfilment = fulfilment;
        this.works = works;
        this.packing = packing;
        this.shipping = shipping;
        this.orders = orders;
        this.troubles = troubles;
    }

    static Cause cause(String step, Instant at) {
        return new Cause(DemoCompany.ACTOR, "demo", step, at);
    }

    void spread(ZonedDateTime now) {
        Instant at = now.toInstant();
        troubles.make(now);
        List<Released.Work> released = fulfilment
                .release(cause("release", at), new ReleaseFilter(null, null, at), RELEASED_MAX)
                .orThrow()
                .works();
        if (released.isEmpty()) {
            return;
        }
        List<Long> accepted = from(released, 2);
        fulfilment.accept(cause("accept", at), accepted).orThrow();
        List<Long> begun = from(released, 4);
        Cause start = cause("start", at);
        fulfilment.startPick(start, begun, start.actor().name()).orThrow();
        fulfilment.pick(cause("pick", at), picks(begun, from(released, 5))).orThrow();
        List<Long> packed = from(released, 6);
        ship(packed, at);
        askToCancel(released, at);
    }

    /** The works that come at least as far as a stage. */
    private static List<Long> from(List<Released.Work> released, int stage) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < released.size(); i++) {
            if (i % ROUND >= stage) {
                ids.add(released.get(i).fulfilmentId());
            }
        }
        return ids;
    }

    /** Everything of those that are done, the first stop of the others. */
    private List<PickConfirm> picks(List<Long> begun, List<Long> done) {
        List<PickConfirm> picks = new ArrayList<>();
        works.pickLists(begun).forEach((id, list) -> {
            int stops = done.contains(id) ? list.stops().size() : list.stops().size() / 2;
            if (stops > 0) {
                picks.add(new PickConfirm(
                        id,
                        list.stops().stream().limit(stops).map(DemoStages::scan).toList()));
            }
        });
        return picks;
    }

    private static PickConfirm.Scan scan(PickList.Stop stop) {
        return new PickConfirm.Scan(stop.sku(), stop.task().bin(), stop.task().quantity());
    }

    private void ship(List<Long> ids, Instant at) {
        List<PackConfirm> boxes = new ArrayList<>();
        works.pickLists(ids).forEach((id, list) -> {
            Map<String, Long> units = new LinkedHashMap<>();
            list.stops().forEach(stop -> units.merge(stop.sku(), stop.task().picked(), Long::sum));
            List<PackConfirm.Content> contents = units.entrySet().stream()
                    .filter(unit -> unit.getValue() > 0)
                    .map(unit -> new PackConfirm.Content(unit.getKey(), unit.getValue()))
                    .toList();
            boxes.add(new PackConfirm(id, List.of(new PackConfirm.Box(contents, Measures.NONE))));
        });
        if (boxes.isEmpty()) {
            return;
        }
        List<Long> packages = packing.pack(cause("pack", at), boxes).orThrow().results().stream()
                .flatMap(result -> result.packages().stream())
                .map(one -> one.packageId())
                .toList();
        // The other half waits for its labels.
        List<Long> labelled = packages.subList(0, (packages.size() + 1) / 2);
        if (!labelled.isEmpty()) {
            shipping.label(cause("label", at), labelled, false).orThrow();
        }
    }

    /** A customer changes their mind while the node is at work. */
    private void askToCancel(List<Released.Work> released, Instant at) {
        if (released.size() > ROUND) {
            orders.cancel(
                            cause("cancel", at),
                            new CancelOrder(
                                    released.get(ROUND - 4).orderId(),
                                    null,
                                    List.of(),
                                    "The customer has ordered twice."))
                    .orThrow();
        }
    }
}
