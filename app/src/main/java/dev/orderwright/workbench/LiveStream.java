package dev.orderwright.workbench;

import dev.orderwright.shared.Actor;
import dev.orderwright.workbench.Live.Change;
import dev.orderwright.workbench.Presence.Editor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a browser is told while it is open. Of each topic it keeps the latest only, so a browser that reads slowly costs
 * no more than one that reads fast.
 */
public final class LiveStream {

    /** A fact may become visible a moment after it was recorded, and a page may have been drawn in between. */
    private static final Duration DRAWN_BEFORE = Duration.ofSeconds(5);

    private final Actor viewer;
    private final Set<String> topics;
    private final Instant since;
    private final Map<String, LiveEvent> waiting = new LinkedHashMap<>();
    private final Map<String, List<String>> editing = new HashMap<>();
    private boolean ended;

    LiveStream(Actor viewer, Set<String> topics, Instant since) {
        this.viewer = viewer;
        this.topics = topics;
        this.since = since;
    }

    Actor viewer() {
        return viewer;
    }

    /** What a person did before their page was drawn is on it. */
    synchronized void tell(Change change) {
        boolean own = change.actor().equals(viewer.code());
        if (topics.contains(change.topic()) && !change.at().isBefore(own ? since : since.minus(DRAWN_BEFORE))) {
            add(LiveEvent.changed(change.topic(), change.actor()));
        }
    }

    /** Tells of each topic that others edit, when it is others than before. */
    synchronized void tellWhoEdits(List<Editor> editors) {
        Map<String, List<String>> now = new HashMap<>();
        for (Editor editor : editors) {
            if (topics.contains(editor.subject()) && !editor.actor().equals(viewer.code())) {
                now.computeIfAbsent(editor.subject(), topic -> new ArrayList<>())
                        .add(editor.name());
            }
        }
        for (String topic : topics) {
            List<String> names = now.getOrDefault(topic, List.of());
            if (!names.equals(editing.getOrDefault(topic, List.of()))) {
                editing.put(topic, names);
                add(LiveEvent.editing(topic, String.join(", ", names)));
            }
        }
    }

    private void add(LiveEvent event) {
        waiting.put(event.kind() + " " + event.topic(), event);
        notifyAll();
    }

    /** Ends it; whoever waits is let go. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }

    public synchronized boolean isOpen() {
        return !ended;
    }

    /** What there is to tell; waits for something if need be, at most for so long. */
    public synchronized List<LiveEvent> take(Duration wait) throws InterruptedException {
        long end = System.nanoTime() + wait.toNanos();
        long left = wait.toMillis();
        while (waiting.isEmpty() && !ended && left > 0) {
            wait(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        List<LiveEvent> events = List.copyOf(waiting.values());
        waiting.clear();
        return events;
    }
}
