package dev.orderwright.insight;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.springframework.stereotype.Component;

/** Reads the facts for those who follow them: each goes on where it was, and two programs never do the same ones. */
@Component
class FactReading {

    private final ProjectionStore projections;
    private final Facts facts;
    private final Db db;
    private final InstantSource clock;
    private final Map<String, Duration> behind = new ConcurrentHashMap<>();

    FactReading(ProjectionStore projections, Facts facts, Db db, InstantSource clock) {
        this.projections = projections;
        this.facts = facts;
        this.db = db;
        this.clock = clock;
    }

    /** How old the facts are that a reader is at; nothing when it has read all there were. */
    Duration behind(String reader) {
        return behind.getOrDefault(reader, Duration.ZERO);
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
                behind.remove(reader);
                return 0;
            }
            int done = before.getAsInt();
            List<RecordedFact> next = facts.after(cursor.get());
            if (!next.isEmpty()) {
                taking.accept(next);
                projections.move(reader, next.getLast().cursor());
            }
            behind.put(
                    reader,
                    next.size() < Facts.PAGE
                            ? Duration.ZERO
                            : Duration.between(next.getLast().recordedAt(), clock.instant()));
            return done + next.size();
        });
    }
}
