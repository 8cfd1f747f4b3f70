package dev.orderwright.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.fulfilment.CancelAnswer;
import dev.orderwright.fulfilment.Floor;
import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.PickConfirm;
import dev.orderwright.fulfilment.PickConfirm.Scan;
import dev.orderwright.fulfilment.PickList.Stop;
import dev.orderwright.fulfilment.PickTask;
import dev.orderwright.fulfilment.Rejection;
import dev.orderwright.fulfilment.Released;
import dev.orderwright.fulfilment.ShortPick;
import dev.orderwright.orders.OrderLine;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import java.util.List;

/** What nodes do with orders until their units are picked. */
final class FloorDeeds {

    private static final int RELEASE_MAX = 20;
    private static final List<Rejection.Reason> REASONS = List.of(Rejection.Reason.values());
    private static final List<Rejection.Reason> LOSSES = List.of(Rejection.Reason.NOT_FOUND, Rejection.Reason.DAMAGED);

    private final Ground ground;
    private final Floor floor;
    private final Fulfilment fulfilment;

    FloorDeeds(Ground ground) {
        this.ground = ground;
        floor = ground.dock.floor;
        fulfilment = floor.fulfilment;
    }

    List<Deed> all() {
        return List.of(
                new Deed("release", 5, this::release),
                new Deed("release what is due", 2, this::releaseRound),
                new Deed("accept", 5, this::accept),
                new Deed("accept several", 2, this::acceptSet),
                new Deed("start to pick", 7, this::start),
                new Deed("pick a part", 4, this::pickPart),
                new Deed("pick all", 7, this::pickAll),
                new Deed("pick from several lists", 2, this::pickSet),
                new Deed("pick the wrong thing", 1, this::pickWrong),
                new Deed("miss units", 3, () -> shortPick(ShortPick.Reason.NOT_FOUND)),
                new Deed("find damaged units", 3, () -> shortPick(ShortPick.Reason.DAMAGED)),
                new Deed("reject all", 2, () -> reject(false, false)),
                new Deed("reject a part", 2, () -> reject(true, false)),
                new Deed("reject all and write off", 1, () -> reject(false, true)),
                new Deed("reject a part and write off", 1, () -> reject(true, true)),
                new Deed("agree to cancel", 4, () -> answer(true)),
                new Deed("refuse to cancel", 4, () -> answer(false)));
    }

    private Came release() {
        Long node = ground.chance(30) ? null : ground.one(ground.nodes);
        return ground.run(cause -> fulfilment.release(cause, new ReleaseFilter(node, null, null), RELEASE_MAX));
    }

    private Came releaseRound() {
        ReleaseFilter due = new ReleaseFilter(ground.one(ground.nodes), ground.today(), null);
        return ground.round(() -> {
            Released released = fulfilment.releaseRound(ground.cause(), due, RELEASE_MAX);
            return released.works().isEmpty() ? Came.NOTHING : Came.DONE;
        });
    }

    private Came accept() {
        return ground.with(
                ground.works(FulfilmentState.RELEASED),
                work -> ground.run(cause -> fulfilment.accept(cause, work.id())));
    }

    private Came acceptSet() {
        List<Long> ids = ids(ground.works(FulfilmentState.RELEASED, FulfilmentState.ACCEPTED, FulfilmentState.CLOSED));
        return ids.isEmpty() ? Came.NOTHING : ground.run(cause -> fulfilment.accept(cause, ids));
    }

    private static List<Long> ids(List<FulfilmentOrder> works) {
        return works.stream().limit(3).map(FulfilmentOrder::id).toList();
    }

    private Came start() {
        return ground.with(
                ground.works(FulfilmentState.ACCEPTED, FulfilmentState.ACCEPTED, FulfilmentState.PICKING),
                work -> ground.run(cause ->
                        fulfilment.startPick(cause, work.id(), cause.actor().name())));
    }

    private List<FulfilmentOrder> picking() {
        return ground
                .works(FulfilmentState.PICKING, FulfilmentState.CANCEL_REFUSED, FulfilmentState.CANCEL_REQUESTED)
                .stream()
                .filter(work -> !floor.openScans(work.id()).isEmpty())
                .toList();
    }

    private Came pickPart() {
        return ground.with(picking(), work -> {
            Scan scan = ground.one(floor.openScans(work.id()));
            Scan part = new Scan(scan.code(), scan.bin(), ground.some(scan.quantity()));
            return ground.run(cause -> fulfilment.pick(cause, work.id(), List.of(part)));
        });
    }

    private Came pickAll() {
        return ground.with(picking(), work -> {
            List<Scan> scans = floor.openScans(work.id());
            return ground.run(cause -> fulfilment.pick(cause, work.id(), scans));
        });
    }

    private Came pickSet() {
        List<PickConfirm> confirms = picking().stream()
                .limit(3)
                .map(work -> new PickConfirm(work.id(), floor.openScans(work.id())))
                .toList();
        return confirms.isEmpty() ? Came.NOTHING : ground.run(cause -> fulfilment.pick(cause, confirms));
    }

    private Came pickWrong() {
        return ground.with(picking(), work -> {
            List<Scan> scans = List.of(new Scan("NO-SUCH-THING", "A-1", 1));
            assertThat(Floor.codes(fulfilment.pick(ground.cause(), work.id(), scans)))
                    .isNotEmpty();
            return Came.DONE;
        });
    }

    private Came shortPick(ShortPick.Reason reason) {
        return ground.with(picking(), work -> {
            PickTask task = ground.one(floor.queries.pickList(work.id()).orElseThrow().stops().stream()
                    .map(Stop::task)
                    .filter(one -> one.open() > 0)
                    .toList());
            ShortPick report = new ShortPick(work.id(), task.taskNo(), ground.some(task.open()), reason);
            return ground.run(cause -> fulfilment.shortPick(cause, report));
        });
    }

    private Came reject(boolean part, boolean correct) {
        return ground.with(ground.openWorks(), work -> {
            OrderLine line = ground.one(ground.shop.detail(work.orderId()).lines());
            List<Rejection.Line> lines = part ? List.of(new Rejection.Line(line.lineNo(), ground.some(2))) : List.of();
            Rejection wish = new Rejection(work.id(), lines, ground.one(correct ? LOSSES : REASONS), "no way", correct);
            return ground.run(cause -> fulfilment.reject(cause, wish));
        });
    }

    private Came answer(boolean yes) {
        return ground.with(
                ground.works(FulfilmentState.CANCEL_REQUESTED),
                work -> ground.run(
                        cause -> fulfilment.answerCancel(cause, new CancelAnswer(work.id(), yes, "as it stands"))));
    }
}
