package dev.orderwright.shipping;

import java.util.List;

/** What became of each fulfilment order or package of a command, in its order: what is refused leaves the others alone. */
public record PackResults(List<PackResult> results) {

    public PackResults {
        results = List.copyOf(results);
    }

    public List<PackResult> refused() {
        return results.stream().filter(result -> !result.wasDone()).toList();
    }
}
