package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.orders.Placed;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.Cause;
import dev.orderwright.shipping.PackConfirm.Box;
import dev.orderwright.shipping.PackConfirm.Content;
import dev.orderwright.shipping.PackResult.Packed;
import dev.orderwright.shipping.Parcel.Measures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A packing table and a loading dock for tests: short ways from picked to delivered. */
public final class Dock {

    public final Floor floor;
    public final Shop shop;
    public final Packing packing;
    public final Shipping shipping;
    public final ShippingQueries queries;

    public Dock(World world) {
        floor = new Floor(world);
        shop = floor.shop;
        packing = world.bean(Packing.class);
        shipping = world.bean(Shipping.class);
        queries = world.bean(ShippingQueries.class);
    }

    /** An order for some of an item that is picked at its node. */
    public record Picked(Placed placed, long node, Goods item, long work) {}

    public Picked picked(long quantity) {
        long node = shop.node();
        Goods item = shop.item();
        floor.stock(node, item, "A-01", quantity);
        Placed placed = shop.place(shop.draft(item.times(quantity)));
        long work = floor.beginOne(node, placed);
        floor.pickAll(work);
        return new Picked(placed, node, item, work);
    }

    /** Packs picked units into a closed package. */
    public Packed pack(Picked picked, long quantity) {
        return packing.pack(
                        shop.cause(),
                        List.of(new PackConfirm(
                                picked.work(),
                                List.of(new Box(
                                        List.of(new Content(picked.item().sku(), quantity)), Measures.NONE)))))
                .orThrow()
                .results()
                .getFirst()
                .packages()
                .getFirst();
    }

    /** Packs everything and buys the label. */
    public Packed labelled(Picked picked, long quantity) {
        return label(pack(picked, quantity).packageId());
    }

    public Packed label(long packageId) {
        return shipping.label(shop.cause(), packageId, false)
                .orThrow()
                .packages()
                .getFirst();
    }

    public Packed shipped(Picked picked, long quantity) {
        Packed labelled = labelled(picked, quantity);
        HandedOver gone =
                shipping.handOver(shop.cause(), List.of(labelled.packageId())).orThrow();
        assertThat(gone.refused()).isEmpty();
        return labelled;
    }

    public PackageState state(long packageId) {
        return queries.byId(packageId).orElseThrow().state();
    }

    /** Asks the built-in carrier as if it were later. */
    public void pollUntil(Instant at) {
        Cause now = shop.cause();
        while (shipping.poll(new Cause(now.actor(), now.scope(), shop.word("p"), at), 500) > 0) {
            assertThat(at).isNotNull();
        }
    }

    /** The laws of packages, on top of those of the floor. */
    public static final Map<String, String> LAWS = Map.of(
            "the contents of a package are where it is",
            """
            select p.id, p.order_id, p.state, u.packed, u.gone
              from shipping.package p
              left join (select package_id, count(*) filter (where state = 'PACKED') as packed,
                                count(*) filter (where state in ('SHIPPED', 'DELIVERED', 'LOST', 'RETURNED')) as gone
                           from orders.slice group by package_id) s on s.package_id = p.id
             cross join lateral (select coalesce(s.packed, 0) as packed, coalesce(s.gone, 0) as gone) u
             where case when p.state = 'VOIDED' then u.packed + u.gone > 0
                        when p.state = 'OPEN' then u.gone > 0
                        when p.state in ('SEALED', 'LABELLED') then u.packed = 0 or u.gone > 0
                        else u.packed > 0 or u.gone = 0 end
            """,
            "packed units lie in packages of their fulfilment order",
            """
            select s.order_id, s.line_no, s.first_unit, s.package_id
              from orders.slice s
              left join shipping.package p
                on p.order_id = s.order_id and p.id = s.package_id and p.fulfilment_id = s.fulfilment_id
             where s.package_id is not null and p.id is null
            """,
            "the label of a package was bought",
            """
            select p.id, p.order_id, p.tracking_number
              from shipping.package p
              left join shipping.label l
                on l.order_id = p.order_id and l.package_id = p.id and l.attempt = p.label_attempt
                   and l.tracking_number = p.tracking_number and l.state = 'BOUGHT'
             where p.tracking_number <> '' and l.package_id is null
            """);

    public void assertLawsHold() {
        Map<String, String> laws = new HashMap<>(Floor.LAWS);
        laws.putAll(LAWS);
        floor.assertLawsHold(laws);
    }

    public List<TrackingEvent> feed(long packageId) {
        Parcel parcel = queries.byId(packageId).orElseThrow();
        List<Label> labels = queries.labels(packageId);
        return new ArrayList<>(OwnCarrier.feed(new Carrier.UnderWay(
                parcel.tag().trackingNumber(),
                labels.getLast().wish(),
                java.util.Objects.requireNonNull(parcel.journey().handedOverAt()),
                null)));
    }
}
