package dev.orderwright.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.Shop;
import dev.orderwright.orders.SliceState;
import dev.orderwright.shipping.Dock.Picked;
import dev.orderwright.shipping.PackResult.Packed;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippingConcurrencyTests {

    private final Dock dock = new Dock(World.shared());
    private final Shop shop = dock.shop;

    @AfterEach
    void lawsHold() {
        dock.assertLawsHold();
    }

    private static void atOnce(List<Callable<Object>> calls) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Object> future : threads.invokeAll(calls)) {
                future.get();
            }
        }
    }

    private Object cancelAndConfirm(Picked picked) {
        shop.orders.cancel(shop.cause(), new CancelOrder(picked.placed().orderId(), null, List.of(), "changed mind"));
        return dock.floor.fulfilment.answerCancel(shop.cause(), new CancelAnswer(picked.work(), true, ""));
    }

    @Test
    void whatIsCancelledWhileItIsHandedOverIsEitherShippedOrCancelled() throws Exception {
        for (int round = 0; round < 8; round++) {
            Picked picked = dock.picked(2);
            Packed labelled = dock.labelled(picked, 2);
            atOnce(List.of(
                    () -> cancelAndConfirm(picked),
                    () -> dock.shipping.handOver(shop.cause(), List.of(labelled.packageId()))));

            long shipped = shop.units(picked.placed().orderId(), SliceState.SHIPPED);
            long cancelled = shop.units(picked.placed().orderId(), SliceState.CANCELLED);
            assertThat(List.of(shipped, cancelled)).as("round %d", round).containsExactlyInAnyOrder(2L, 0L);
        }
    }

    @Test
    void whatIsCancelledWhileItIsPackedAndLabelledNeverKeepsALiveLabel() throws Exception {
        for (int round = 0; round < 8; round++) {
            Picked picked = dock.picked(2);
            Packed packed = dock.pack(picked, 2);
            atOnce(List.of(
                    () -> cancelAndConfirm(picked),
                    () -> dock.shipping.label(shop.cause(), List.of(packed.packageId()), false)));
            dock.shipping.work(shop.cause());

            assertThat(shop.units(picked.placed().orderId(), SliceState.CANCELLED))
                    .isEqualTo(2);
            assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.VOIDED);
            assertThat(dock.queries.labels(packed.packageId()))
                    .as("round %d", round)
                    .extracting(Label::state)
                    .doesNotContain(LabelState.BOUGHT);
        }
    }

    @Test
    void aPackageIsHandedOverOnce() throws Exception {
        Picked picked = dock.picked(2);
        Packed labelled = dock.labelled(picked, 2);
        List<HandedOver> answers = Collections.synchronizedList(new ArrayList<>());
        Callable<Object> handOver = () -> answers.add(dock.shipping
                .handOver(shop.cause(), List.of(labelled.packageId()))
                .orThrow());

        atOnce(Collections.nCopies(4, handOver));

        assertThat(answers.stream().flatMap(answer -> answer.shipments().stream()))
                .hasSize(1);
    }

    @Test
    void aLabelThatIsAskedForAtOnceIsBoughtOnce() throws Exception {
        Picked picked = dock.picked(1);
        Packed packed = dock.pack(picked, 1);
        Callable<Object> label = () -> dock.shipping.label(shop.cause(), List.of(packed.packageId()), false);

        atOnce(Collections.nCopies(4, label));

        assertThat(dock.queries.labels(packed.packageId()))
                .extracting(Label::state)
                .containsExactly(LabelState.BOUGHT);
        assertThat(dock.state(packed.packageId())).isEqualTo(PackageState.LABELLED);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void eventsShuffledDoubledAndSentAtOnceLeadToTheSameEnd(long seed) throws Exception {
        Random random = new Random(seed);
        Picked picked = dock.picked(1);
        Packed shipped = dock.shipped(picked, 1);
        List<TrackingEvent> events = new ArrayList<>(dock.feed(shipped.packageId()));
        events.addAll(dock.feed(shipped.packageId()));
        Collections.shuffle(events, random);
        List<Callable<Object>> calls = new ArrayList<>();
        for (TrackingEvent event : events) {
            calls.add(() -> dock.shipping.track(shop.cause(), List.of(event)).orThrow());
        }

        atOnce(calls);

        assertThat(dock.state(shipped.packageId())).as("seed %d", seed).isEqualTo(PackageState.DELIVERED);
        assertThat(dock.queries.events(List.of(shipped.packageId())).get(shipped.packageId()))
                .as("seed %d", seed)
                .hasSize(events.size() / 2);
        assertThat(shop.units(picked.placed().orderId(), SliceState.DELIVERED)).isEqualTo(1);
    }
}
