package dev.orderwright.demo;

import dev.orderwright.fulfilment.Fulfilment;
import dev.orderwright.fulfilment.FulfilmentOrder;
import dev.orderwright.fulfilment.FulfilmentQueries;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkFilter;
import dev.orderwright.fulfilment.FulfilmentQueries.WorkList;
import dev.orderwright.orders.CancelOrder;
import dev.orderwright.orders.OrderSlices.ReleaseFilter;
import dev.orderwright.orders.Orders;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shipping.Parcel;
import dev.orderwright.simulation.Crew;
import dev.orderwright.simulation.Simulation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Leaves what is due today at every stage of the warehouse. Which work that is, is decided once; the steps may be
 * repeated.
 */
@Component
class DemoStages {

    private static final int WORKS_MAX = 60;
    /** One of so many works is at each stage, and two have just arrived. */
    private static final int ROUND = 8;

    private final Commands commands;
    private final Ids ids;
    private final Fulfilment fulfilment;
    private final FulfilmentQueries works;
    private final Simulation simulation;
    private final Orders orders;

    DemoStages(
            Commands commands,
            Ids ids,
            Fulfilment fulfilment,
            FulfilmentQueries works,
            Simulation simulation,
            Orders orders) {
        this.commands = commands;
        this.ids = ids;
        this.fulfilment = fulfilment;
        this.works = works;
        this.simulation = simulation;
        this.orders = orders;
    }

    void spread(Instant at) {
        fulfilment
                .release(DemoCompany.cause("release", at), new ReleaseFilter(null, null, at), WORKS_MAX)
                .orThrow();
        List<FulfilmentOrder> chosen = chosen(at);
        Crew crew = simulation.crew(time -> DemoCompany.cause("step/" + ids.next(), time));
        crew.accept(at, from(chosen, 2));
        crew.start(at, from(chosen, 4));
        crew.pickHalf(at, from(chosen, 4));
        crew.pick(at, from(chosen, 5));
        crew.pack(at, from(chosen, 6));
        List<Parcel> packages = crew.packages(from(chosen, 6));
        // The other half waits for its labels.
        crew.label(at, packages.subList(0, (packages.size() + 1) / 2));
        askToCancel(chosen, at);
    }

    /** What is spread over the stages, the most urgent first. */
    record Chosen(List<Long> ids) {}

    private List<FulfilmentOrder> chosen(Instant at) {
        Chosen chosen = commands.once(
                        DemoCompany.cause("choose", at),
                        "choose-demo-work",
                        "",
                        Chosen.class,
                        run -> Outcome.done(new Chosen(works.list(WorkFilter.of(WorkList.TO_ACCEPT), WORKS_MAX).stream()
                                .map(row -> row.work().id())
                                .toList())))
                .orThrow();
        return chosen.ids().stream().flatMap(id -> works.byId(id).stream()).toList();
    }

    /** The works that come at least as far as a stage. */
    private static List<Long> from(List<FulfilmentOrder> chosen, int stage) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            if (i % ROUND >= stage) {
                ids.add(chosen.get(i).id());
            }
        }
        return ids;
    }

    /** A customer changes their mind while the node is at work. */
    private void askToCancel(List<FulfilmentOrder> chosen, Instant at) {
        if (chosen.size() > ROUND) {
            orders.cancel(
                            DemoCompany.cause("cancel", at),
                            new CancelOrder(
                                    chosen.get(ROUND - 4).orderId(),
                                    null,
                                    List.of(),
                                    "The customer has ordered twice."))
                    .orThrow();
        }
    }
}
