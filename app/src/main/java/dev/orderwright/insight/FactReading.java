package dev.orderwright.insight;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** Reads the facts for those who follow them: each goes on where it was, and two programs never do the same ones. */
@Component
class FactReading {

    private final ProjectionStore projections;
    private final Facts facts;
    private final Db db;

    FactReading(ProjectionStore projections, Facts facts, Db db) {
        this.projections = projections;
        this.facts = facts;
        this.db = db;
    }

    /** Gives a reader the next facts, in one transaction with how far it is; returns how many there were. */
    int round(String reader, Consumer<List<RecordedFact>> taking) {
        return round(reader, () -> 0, taking);
    }

    /** The same, after other work that only one program may do at a time; returns how much of both there was. */
    int round(String reader, IntSupplier before, Consumer<List<RecordedFact>> taking) {
        return db.inTransaction(() -> {
            Optional<FactCursor> cursor = projections.lock(reader);
            if (cursor.isEmpty()) {
                return 0;
            }
            int done = before.getAsInt();
            List<RecordedFact> next = facts.after(cursor.get());
            if (!next.isEmpty()) {
                taking.accept(next);
                projections.move(reader, next.getLast().cursor());
            }
            return done + next.size();
        });
    }
}
