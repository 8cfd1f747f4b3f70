package dev.orderwright.fulfilment.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentState;
import dev.orderwright.fulfilment.PickList;
import dev.orderwright.fulfilment.PickTask;
import dev.orderwright.fulfilment.web.WalkPage.Step;
import dev.orderwright.orders.CancelRequest;
import dev.orderwright.orders.OrderQueries;
import dev.orderwright.orders.OrderQueries.OrderDetail;
import dev.orderwright.shared.Quantities;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.ScanAnswer;
import dev.orderwright.shared.web.Who;
import dev.orderwright.shared.web.WorkPlaces;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the page on which a fulfilment order is picked. */
@Component
class WalkPages {

    private final FulfilmentQueries queries;
    private final OrderQueries orders;
    private final Show show;
    private final InstantSource clock;

    WalkPages(FulfilmentQueries queries, OrderQueries orders, Show show, InstantSource clock) {
        this.queries = queries;
        this.orders = orders;
        this.show = show;
        this.clock = clock;
    }

    PickList list(FulfilmentOrder work) {
        return queries.pickList(work.id())
                .orElseThrow(() -> new IllegalStateException("a fulfilment order has gone: " + work));
    }

    /** The stop the picker has chosen, else the next one of the walk. */
    static Optional<PickList.Stop> stop(PickList list, @Nullable Integer task) {
        return list.stops().stream()
                .filter(stop -> task != null
                        && stop.task().taskNo() == task
                        && stop.task().open() > 0)
                .findFirst()
                .or(list::next);
    }

    WalkPage page(PickList list, @Nullable Integer task, WorkPlaces at, Who who, ScanAnswer said) {
        FulfilmentOrder work = list.work();
        Instant now = clock.instant();
        boolean mayWork = who.may("fulfilment:write");
        Step step = step(work);
        String heldBy = work.isHeldFrom(who.actor().name(), now)
                ? t("fulfilment.walkPages.picksThisAndMayUntil", work.assignee(), show.moment(work.leasedUntil()))
                : "";
        PickList.@Nullable Stop stop = step == Step.WALK && mayWork && heldBy.isEmpty()
                ? stop(list, task).orElse(null)
                : null;
        List<PickTask> tasks = list.stops().stream().map(PickList.Stop::task).toList();
        long all = tasks.stream()
                .mapToLong(one -> one.quantity() - one.missing() - one.dropped())
                .sum();
        long taken = tasks.stream().mapToLong(PickTask::picked).sum();
        String url = "/pick/" + work.number();
        return new WalkPage(
                work.number(),
                url,
                work.orderNumber(),
                "/orders/" + work.orderNumber(),
                chips(work, now),
                step,
                facts(work, at),
                t("fulfilment.walkPages.unitsTaken"),
                taken,
                all,
                stop == null ? null : stop(stop),
                heldBy,
                asks(work),
                list.stops().stream()
                        .map(one -> row(
                                one,
                                url,
                                stop != null
                                        && one.task().taskNo() == stop.task().taskNo()))
                        .toList(),
                mayWork,
                mayWork && mayReject(work),
                who.may("documents:read") ? url + "/pick-list.pdf" : "",
                packUrl(work, who),
                work.version(),
                said);
    }

    private List<Chip> chips(FulfilmentOrder work, Instant now) {
        List<Chip> chips =
                new ArrayList<>(PickPages.chips(work, now.atZone(show.zone()).toLocalDate()));
        if (work.state() != FulfilmentState.CANCEL_REQUESTED) {
            chips.addFirst(Works.chip(work.state()));
        }
        return chips;
    }

    static Step step(FulfilmentOrder work) {
        if (work.state().isEnded()) {
            return Step.OVER;
        }
        return switch (work.progress()) {
            case RELEASED -> Step.ACCEPT;
            case ACCEPTED -> Step.START;
            case PICKING -> Step.WALK;
            case PICKED -> Step.PICKED;
            case PACKED, SHIPPED, CLOSED, REJECTED, CANCEL_REQUESTED, CANCELLED, CANCEL_REFUSED -> Step.OVER;
        };
    }

    /** What is packed is past giving back as a whole. */
    private static boolean mayReject(FulfilmentOrder work) {
        return !work.state().isEnded()
                && work.state() != FulfilmentState.CANCEL_REQUESTED
                && work.progress().compareTo(FulfilmentState.PICKED) <= 0;
    }

    static String packUrl(FulfilmentOrder work, Who who) {
        boolean begun = work.isBegun() && work.progress() != FulfilmentState.SHIPPED;
        return begun && who.may("shipping:read") ? "/pack/" + work.number() : "";
    }

    private List<KeyValue> facts(FulfilmentOrder work, WorkPlaces at) {
        List<KeyValue> facts = new ArrayList<>();
        facts.add(KeyValue.link(t("fulfilment.walkPages.order"), work.orderNumber(), "/orders/" + work.orderNumber()));
        facts.add(KeyValue.of(t("shared.word.node"), at.name(work.nodeId())));
        facts.add(KeyValue.of(t("shared.word.leavesOn"), Show.day(work.shipOn())));
        facts.add(KeyValue.of(
                t("fulfilment.walkPages.delivery"),
                work.method().equals("EXPRESS")
                        ? t("fulfilment.walkPages.express")
                        : t("fulfilment.walkPages.standard")));
        facts.add(KeyValue.of(
                t("fulfilment.walkPages.picker"),
                work.assignee() == null ? t("fulfilment.walkPages.nobody") : work.assignee()));
        facts.add(KeyValue.of(t("fulfilment.walkPages.released"), show.moment(work.createdAt())));
        if (!work.reason().isBlank()) {
            facts.add(KeyValue.of(t("fulfilment.walkPages.saidLast"), work.reason()));
        }
        return facts;
    }

    private List<String> asks(FulfilmentOrder work) {
        if (work.state() != FulfilmentState.CANCEL_REQUESTED) {
            return List.of();
        }
        OrderDetail detail = orders.byId(work.orderId())
                .orElseThrow(() -> new IllegalStateException("work without its order: " + work));
        return detail.cancelRequests().stream()
                .filter(request ->
                        request.fulfilmentId() == work.id() && request.state().equals("ASKED"))
                .map(request -> ask(request, detail))
                .toList();
    }

    private static String ask(CancelRequest request, OrderDetail detail) {
        return detail.lines().stream()
                .filter(line -> line.lineNo() == request.lineNo())
                .findFirst()
                .map(line -> Quantities.text(request.quantity(), line.quantityDecimals()) + " × " + line.sku() + " "
                        + line.description() + ": " + request.reason())
                .orElse(request.reason());
    }

    private static WalkPage.Stop stop(PickList.Stop stop) {
        PickTask task = stop.task();
        return new WalkPage.Stop(
                task.taskNo(),
                task.bin(),
                Quantities.text(task.open(), stop.quantityDecimals()),
                Quantities.whole(task.open(), stop.quantityDecimals()).toPlainString(),
                BigDecimal.valueOf(1, stop.quantityDecimals()).toPlainString(),
                stop.sku(),
                stop.description(),
                stop.barcode() == null ? stop.sku() : stop.barcode());
    }

    private static WalkPage.StopRow row(PickList.Stop stop, String url, boolean current) {
        PickTask task = stop.task();
        int decimals = stop.quantityDecimals();
        boolean begun = task.picked() > 0 || task.missing() > 0;
        Chip state = task.open() > 0
                ? current
                        ? Chip.of(t("fulfilment.walkPages.here"), Tone.INFO)
                        : Chip.of(begun ? t("fulfilment.walkPages.begun") : t("fulfilment.walkPages.open"))
                : task.missing() > 0
                        ? Chip.of(t("fulfilment.walkPages.short"), Tone.WARN)
                        : task.picked() > 0
                                ? Chip.of(t("fulfilment.walkPages.taken"), Tone.GOOD)
                                : Chip.of(t("fulfilment.walkPages.notNeeded"));
        return new WalkPage.StopRow(
                task.taskNo(),
                task.bin(),
                stop.sku(),
                stop.description(),
                Quantities.text(task.quantity(), decimals),
                Quantities.text(task.picked(), decimals),
                task.missing() == 0 ? "" : Quantities.text(task.missing(), decimals),
                state,
                task.open() > 0 ? url + "?task=" + task.taskNo() : "",
                current);
    }
}
