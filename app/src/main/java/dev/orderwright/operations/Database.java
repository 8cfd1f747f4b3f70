package dev.orderwright.operations;

import java.util.List;
import org.springframework.stereotype.Component;

/** How the database is. */
@Component
public class Database {

    private final DatabaseStore store;

    Database(DatabaseStore store) {
        this.store = store;
    }

    /** What it says of itself, and what of that somebody should look at, the worst first. */
    public record Look(DatabaseState state, List<DatabaseFinding> findings) {}

    public Look look() {
        DatabaseState state = store.state();
        return new Look(state, DatabaseRules.findings(state));
    }
}
