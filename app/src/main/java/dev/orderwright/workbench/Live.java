package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Facts.FactCursor;
import dev.orderwright.shared.Facts.RecordedFact;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Tells open pages that what they show has changed. One thread per program follows the facts, and who edits what, for as
 * long as somebody looks; each page hears which of its topics something has happened to and who did it, and fetches again
 * what it shows, so that rights stay in one place. A topic is {@code order/123}, or {@code list/orders} for all of a
 * kind. Streams end before the program stops answering.
 */
@Component
public class Live implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Live.class);
    private static final Duration REST = Duration.ofMillis(300);
    private static final Duration REST_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final int ROUNDS_PER_PRESENCE = 3;
    private static final int STREAMS_PER_PERSON_MAX = 12;
    private static final int RECENT_MAX = 1_000;
    private static final int FACTS_LOOKED_BACK = 100;

    private final Facts facts;
    private final Presence presence;
    private final InstantSource clock;
    private final Set<LiveStream> streams = new LinkedHashSet<>();
    private final Deque<Change> recent = new ArrayDeque<>();
    private @Nullable Thread reader;
    private boolean running;

    Live(Facts facts, Presence presence, InstantSource clock) {
        this.facts = facts;
        this.presence = presence;
        this.clock = clock;
    }

    /**
     * Begins to tell a page of its topics. A person who has too many streams loses the oldest: mostly it is that of a page
     * that was left, which shows only when nothing more can be sent to it.
     *
     * @param age how old the page is: what has happened since then is told first
     * @return none when the program stops
     */
    public synchronized Optional<LiveStream> open(Actor viewer, Collection<String> topics, Duration age) {
        if (!running) {
            return Optional.empty();
        }
        List<LiveStream> own = streams.stream()
                .filter(stream -> stream.viewer().equals(viewer))
                .toList();
        if (own.size() >= STREAMS_PER_PERSON_MAX) {
            close(own.getFirst());
        }
        LiveStream stream =
                new LiveStream(viewer, Set.copyOf(topics), clock.instant().minus(age));
        recent.forEach(stream::tell);
        streams.add(stream);
        if (reader == null) {
            reader = Thread.ofVirtual().name("live").start(this::read);
        }
        return Optional.of(stream);
    }

    public synchronized void close(LiveStream stream) {
        stream.end();
        streams.remove(stream);
    }

    /** How many pages are told. */
    public synchronized int open() {
        return streams.size();
    }

    /** Whether the facts are being followed. */
    synchronized boolean isReading() {
        return reader != null;
    }

    private void read() {
        FactCursor cursor = null;
        int round = 0;
        while (isWanted()) {
            Duration rest = REST;
            try {
                cursor = cursor == null ? facts.before(FACTS_LOOKED_BACK) : cursor;
                List<RecordedFact> page = facts.after(cursor);
                if (!page.isEmpty()) {
                    cursor = page.getLast().cursor();
                    tell(Change.in(page));
                }
                if (round++ % ROUNDS_PER_PRESENCE == 0) {
                    tellWhoEdits(presence.now());
                }
                rest = page.size() < Facts.PAGE ? REST : Duration.ZERO;
            } catch (RuntimeException e) {
                log.warn("open pages are told later: {}", e.toString());
                rest = REST_AFTER_FAILURE;
            }
            if (!sleep(rest)) {
                return;
            }
        }
    }

    private static boolean sleep(Duration rest) {
        try {
            Thread.sleep(rest);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    /** What was heard is of no use to whoever comes later: others may have changed things meanwhile. */
    private synchronized boolean isWanted() {
        if (running && !streams.isEmpty()) {
            return true;
        }
        reader = null;
        recent.clear();
        return false;
    }

    private synchronized void tell(List<Change> changes) {
        changes.forEach(recent::addLast);
        while (recent.size() > RECENT_MAX) {
            recent.removeFirst();
        }
        streams.forEach(stream -> changes.forEach(stream::tell));
    }

    private synchronized void tellWhoEdits(List<Presence.Editor> editors) {
        streams.forEach(stream -> stream.tellWhoEdits(editors));
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    /** Browsers come again by themselves, to this program or to another. */
    @Override
    public synchronized void stop() {
        running = false;
        streams.forEach(LiveStream::end);
        streams.clear();
        if (reader != null) {
            reader.interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    /**
     * Something that has happened to a topic.
     *
     * @param actor who did it, as {@code user:ann}
     */
    record Change(String topic, String actor, Instant at) {

        /** What has happened in some facts: the latest for each topic and actor. */
        static List<Change> in(List<RecordedFact> facts) {
            Map<String, Change> latest = new LinkedHashMap<>();
            for (RecordedFact fact : facts) {
                String kind = fact.fact().subjectKind();
                put(latest, kind + "/" + fact.fact().subjectId(), fact);
                put(latest, "list/" + kind + "s", fact);
            }
            return List.copyOf(latest.values());
        }

        private static void put(Map<String, Change> latest, String topic, RecordedFact fact) {
            latest.put(topic + " " + fact.actor(), new Change(topic, fact.actor(), fact.recordedAt()));
        }
    }
}
