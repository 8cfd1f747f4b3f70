package dev.orderwright.notifications;

import dev.orderwright.notifications.NoticeRules.Wanted;
import dev.orderwright.shared.BackgroundWork;
import dev.orderwright.shared.Db;
import dev.orderwright.shared.FactFollower;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Follows the facts and writes the messages that they make, in one transaction with how far it has read. */
@Component
class WriteNotices implements BackgroundWork, FactFollower {

    private static final String READER = "notices";

    private final ReaderStore reader;
    private final Facts facts;
    private final NoticeReadStore reads;
    private final NoticeBook book;
    private final Db db;
    private final InstantSource clock;

    WriteNotices(ReaderStore reader, Facts facts, NoticeReadStore reads, NoticeBook book, Db db, InstantSource clock) {
        this.reader = reader;
        this.facts = facts;
        this.reads = reads;
        this.book = book;
        this.db = db;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "write-notices";
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean givesWay() {
        return true;
    }

    @Override
    public List<Position> positions() {
        return reader.read(READER).map(cursor -> new Position(READER, cursor, book.isAutomatic())).stream()
                .toList();
    }

    /** Takes in the next facts; returns how many there were. */
    @Override
    public int round() {
        return book.isAutomatic() ? db.inTransaction(this::next) : 0;
    }

    private int next() {
        Optional<FactCursor> cursor = reader.lock(READER);
        if (cursor.isEmpty()) {
            reader.begin(READER);
            return 0;
        }
        List<RecordedFact> next = facts.after(cursor.get());
        if (!next.isEmpty()) {
            Instant now = clock.instant();
            List<Wanted> wanted = NoticeRules.wanted(next, mailed(), now);
            book.write(wanted, null, now);
            reader.move(READER, next.getLast().cursor());
        }
        return next.size();
    }

    private Set<NoticeKind> mailed() {
        Set<NoticeKind> mailed = EnumSet.noneOf(NoticeKind.class);
        reads.mailed().forEach((kind, on) -> {
            if (on) {
                mailed.add(kind);
            }
        });
        return mailed;
    }
}
