package dev.orderwright.orders;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.World;
import dev.orderwright.orders.Shop.Goods;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Outcome;
import dev.orderwright.workbench.Job;
import dev.orderwright.workbench.JobRefusal;
import dev.orderwright.workbench.JobState;
import dev.orderwright.workbench.Jobs;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class BulkHoldsModuleTests {

    private static final int ORDERS = 500;
    private static final World WORLD = World.fresh();
    private static final Shop SHOP = new Shop(WORLD);

    private final BulkHolds bulk = WORLD.bean(BulkHolds.class);
    private final Jobs jobs = WORLD.bean(Jobs.class);

    @AfterAll
    static void stop() {
        WORLD.close();
    }

    private static List<Placed> placed(int count) {
        Goods item = SHOP.item();
        List<PlaceRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(new PlaceRequest(SHOP.cause(), SHOP.draft(item.times(1 + i))));
        }
        return SHOP.orders.place(requests).stream().map(Outcome::orThrow).toList();
    }

    private static void workOff() {
        BackgroundWork work = WORLD.beans(BackgroundWork.class).stream()
                .filter(one -> one.name().equals("jobs"))
                .findFirst()
                .orElseThrow();
        while (work.round() > 0) {
            // until nothing is left
        }
    }

    private static List<Hold> active(Placed order) {
        return SHOP.holds.ofOrder(order.orderId()).stream()
                .filter(Hold::isActive)
                .toList();
    }

    @Test
    void fiveHundredOrdersAreHeldAndExactlyTheirHoldsAreTakenBack() {
        List<Placed> orders = placed(ORDERS);
        Placed cancelled = orders.get(123);
        SHOP.orders
                .cancel(SHOP.cause(), new CancelOrder(cancelled.orderId(), null, List.of(), "no longer wanted"))
                .orThrow();
        Placed doubtful = orders.get(200);
        SHOP.holds
                .place(SHOP.cause(), List.of(Holds.Wish.onOrder(doubtful.orderId(), HoldType.ADDRESS, "no number")))
                .orThrow();

        long id = bulk.start(
                        SHOP.cause(),
                        new BulkHolds.Wish(HoldType.REVIEW, " recall of a batch "),
                        orders.stream().map(Placed::orderId).toList())
                .orThrow()
                .jobId();
        workOff();

        Job job = jobs.find(id).orElseThrow();
        assertThat(job)
                .extracting(Job::title, Job::state, Job::done, Job::refused)
                .containsExactly("Hold 500 orders (Review): recall of a batch", JobState.DONE, ORDERS - 1, 1);
        assertThat(jobs.refused(job, null, 10).items())
                .containsExactly(new JobRefusal(
                        cancelled.orderId(),
                        cancelled.number(),
                        "/orders/" + cancelled.number(),
                        "order-ended",
                        "Order " + cancelled.number() + " has ended."));
        assertThat(orders)
                .filteredOn(order -> order != cancelled)
                .allSatisfy(order -> assertThat(active(order))
                        .filteredOn(hold -> hold.type() == HoldType.REVIEW)
                        .singleElement()
                        .satisfies(hold -> assertThat(hold.reason()).isEqualTo("recall of a batch")));

        assertThat(job.undoPermission()).isEqualTo("orders:release-hold");
        long undo = jobs.undo(SHOP.cause(), id).orThrow().jobId();
        workOff();

        assertThat(jobs.find(undo).orElseThrow())
                .extracting(Job::state, Job::done, Job::refused)
                .containsExactly(JobState.DONE, ORDERS - 1, 0);
        assertThat(orders).filteredOn(order -> !active(order).isEmpty()).containsExactly(doubtful);
        assertThat(active(doubtful)).extracting(Hold::type).containsExactly(HoldType.ADDRESS);
    }

    @Test
    void aHoldNeedsAReasonAndWhatIsNoOrderIsRefusedAlone() {
        Placed order = placed(1).getFirst();
        assertThat(bulk.start(SHOP.cause(), new BulkHolds.Wish(HoldType.REVIEW, " "), List.of(order.orderId())))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.first().code()).isEqualTo("no-reason"));
        long id = bulk.start(SHOP.cause(), new BulkHolds.Wish(HoldType.REVIEW, "look"), List.of(order.orderId(), 42L))
                .orThrow()
                .jobId();
        workOff();

        assertThat(active(order)).hasSize(1);
        assertThat(jobs.refused(jobs.find(id).orElseThrow(), null, 10).items())
                .containsExactly(new JobRefusal(42, "42", "", "unknown-order", "There is no such order."));
        assertThat(jobs.find(id).orElseThrow().done()).isEqualTo(1);
    }
}
