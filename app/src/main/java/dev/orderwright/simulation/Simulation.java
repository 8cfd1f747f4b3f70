package dev.orderwright.simulation;

import dev.orderwright.shared.Cause;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Lets simulated companies work. */
@Component
public class Simulation {

    private final Crew.Tools tools;
    private final SimulatedPayers payers;

    Simulation(Crew.Tools tools, SimulatedPayers payers) {
        this.tools = tools;
        this.payers = payers;
    }

    /** Makes the cause of each command; every one needs a key of its own. */
    @FunctionalInterface
    public interface Causes {
        Cause at(Instant at);
    }

    /**
     * A company that goes on with the work of orders, wherever they are.
     *
     * @param zone of its clock: a shift begins at the same local time every day
     * @param orderIds the orders that were placed so far; later ones are found when they are released
     * @param until the last day on which anybody may have worked for them
     */
    public SimulatedCompany company(Causes causes, ZoneId zone, Collection<Long> orderIds, LocalDate until) {
        return new SimulatedCompany(
                new SimulatedWarehouse(tools, causes, orderIds, until), payers.open(causes, orderIds), zone);
    }

    /** People who take work as far as they are told. */
    public Crew crew(Causes causes) {
        return new Crew(tools, causes);
    }
}
