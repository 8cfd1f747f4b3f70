package dev.orderwright.walk;

import dev.orderwright.shared.Cause;
import dev.orderwright.shipping.Dock;
import dev.orderwright.shipping.PackageState;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.shipping.Shipping;
import dev.orderwright.shipping.TrackingCode;
import dev.orderwright.shipping.TrackingEvent;
import dev.orderwright.shipping.WriteOff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What carriers see of parcels, or say they see: late, twice, in any order, of parcels that nobody knows. */
final class CarrierDeeds {

    private static final int POLL_MAX = 50;
    private static final List<TrackingCode> CODES = List.of(TrackingCode.values());

    private final Ground ground;
    private final Dock dock;
    private final Shipping shipping;
    private final List<TrackingEvent> told = new ArrayList<>();

    CarrierDeeds(Ground ground) {
        this.ground = ground;
        dock = ground.dock;
        shipping = dock.shipping;
    }

    List<Deed> all() {
        return List.of(
                new Deed("deliver", 3, () -> track(TrackingCode.DELIVERED)),
                new Deed("see a parcel", 4, () -> track(ground.one(CODES))),
                new Deed("bring a parcel back", 1, () -> track(TrackingCode.RETURNED)),
                new Deed("see a parcel again", 2, this::repeat),
                new Deed("see a parcel that has arrived", 2, this::late),
                new Deed("tell a parcel's way backwards", 2, this::backwards),
                new Deed("see a parcel that nobody knows", 1, this::unknown),
                new Deed("ask the carriers", 2, this::poll),
                new Deed("look after what was left", 1, this::work),
                new Deed("write off a lost parcel", 1, () -> writeOff(false)),
                new Deed("write off a damaged parcel", 1, () -> writeOff(true)));
    }

    private TrackingEvent event(Parcel parcel, TrackingCode code) {
        return new TrackingEvent(
                parcel.tag().carrier(),
                parcel.tag().trackingNumber(),
                ground.shop.word("e"),
                code,
                ground.world.clock().instant().minus(Duration.ofMinutes(ground.some(600))),
                "Leeds",
                "seen",
                "");
    }

    private Came track(TrackingCode code) {
        return ground.with(ground.parcelsUnderWay(), parcel -> tell(List.of(event(parcel, code))));
    }

    private Came tell(List<TrackingEvent> events) {
        told.addAll(events);
        return ground.run(cause -> shipping.track(cause, events));
    }

    private Came repeat() {
        return ground.with(
                told,
                event -> Came.of(shipping.track(ground.cause(), List.of(event, event))
                                .orThrow()
                                .booked()
                        == 0));
    }

    private Came late() {
        List<Parcel> arrived =
                ground.parcels(PackageState.DELIVERED, PackageState.RETURNED, PackageState.LOST, PackageState.DAMAGED);
        return ground.with(arrived, parcel -> tell(List.of(event(parcel, ground.one(CODES)))));
    }

    private Came backwards() {
        return ground.with(
                ground.parcelsUnderWay(), parcel -> tell(dock.feed(parcel.id()).reversed()));
    }

    private Came unknown() {
        TrackingEvent event = new TrackingEvent(
                "OWN",
                ground.shop.word("NOBODY"),
                ground.shop.word("e"),
                TrackingCode.DELIVERED,
                ground.world.clock().instant(),
                "",
                "",
                "");
        return Came.of(shipping.track(ground.cause(), List.of(event)).orThrow().unknown() == 1);
    }

    private Came poll() {
        Cause now = ground.cause();
        Cause later = new Cause(now.actor(), now.scope(), now.key(), now.at().plus(Duration.ofHours(ground.some(60))));
        return ground.round(() -> shipping.poll(later, POLL_MAX) > 0 ? Came.DONE : Came.NOTHING);
    }

    private Came work() {
        return ground.round(() -> {
            shipping.work(ground.cause());
            return Came.DONE;
        });
    }

    private Came writeOff(boolean damaged) {
        return ground.with(
                ground.parcelsUnderWay(),
                parcel ->
                        ground.run(cause -> shipping.writeOff(cause, new WriteOff(parcel.id(), damaged, "given up"))));
    }
}
