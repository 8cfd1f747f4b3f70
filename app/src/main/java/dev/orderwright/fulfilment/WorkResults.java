package dev.orderwright.fulfilment;

import java.util.List;

/** What became of each fulfilment order of a command, in its order: what is refused leaves the others alone. */
public record WorkResults(List<WorkResult> results) {

    public WorkResults {
        results = List.copyOf(results);
    }

    public List<WorkResult> refused() {
        return results.stream().filter(result -> !result.wasDone()).toList();
    }
}
