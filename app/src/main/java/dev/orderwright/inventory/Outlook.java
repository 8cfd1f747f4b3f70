package dev.orderwright.inventory;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is on its way, and who waits for it. */
@Component
record Outlook(SupplyStore supplies, TransferStore transfers, ObjectProvider<WaitingDemand> demands) {

    List<WaitingDemand.Waiting> waiting(long itemId) {
        return demands.stream()
                .flatMap(demand -> demand.waitingFor(itemId).stream())
                .toList();
    }
}
