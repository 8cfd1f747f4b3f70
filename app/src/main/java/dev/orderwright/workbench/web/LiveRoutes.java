package dev.orderwright.workbench.web;

import dev.orderwright.shared.Json;
import dev.orderwright.shared.web.Attendance;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.Live;
import dev.orderwright.workbench.LiveEvent;
import dev.orderwright.workbench.LiveStream;
import dev.orderwright.workbench.Presence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The stream of what happens to what open pages show, and the word of pages that they are being edited. A stream holds
 * the (virtual) thread of its request, and no connection to the database.
 */
@Controller
class LiveRoutes {

    private static final Logger log = LoggerFactory.getLogger(LiveRoutes.class);
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z-]{0,30}/[A-Za-z0-9_-]{1,40}");
    private static final int TOPICS_MAX = 200;
    private static final long AGE_SECONDS_MAX = 60;

    private final Live live;
    private final Presence presence;
    private final Attendance attendance;
    private final Duration beat;

    LiveRoutes(
            Live live, Presence presence, Attendance attendance, @Value("${orderwright.live.beat:20s}") Duration beat) {
        this.live = live;
        this.presence = presence;
        this.attendance = attendance;
        this.beat = beat;
    }

    /** @param age of the page in milliseconds */
    @GetMapping("/live")
    @Requires("console:use")
    void stream(
            @RequestParam String topics,
            @RequestParam(defaultValue = "0") long age,
            Who who,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Set<String> wanted = topics(topics);
        Duration old = Duration.ofMillis(Math.clamp(age, 0, AGE_SECONDS_MAX * 1_000));
        Optional<LiveStream> opened = live.open(who.actor(), wanted, old);
        if (opened.isEmpty()) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
            return;
        }
        LiveStream stream = opened.get();
        try {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("Cache-Control", "no-store");
            response.setHeader("X-Accel-Buffering", "no");
            tell(stream, request, response.getOutputStream());
        } catch (IOException e) {
            log.trace("a browser has gone", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            live.close(stream);
        }
    }

    /** A beat that cannot be sent shows that the browser has gone; whoever is signed out by then is told no more. */
    private void tell(LiveStream stream, HttpServletRequest request, OutputStream out)
            throws IOException, InterruptedException {
        send(out, "retry: 3000\n\n");
        long checkedAt = System.nanoTime();
        while (stream.isOpen()) {
            List<LiveEvent> events = stream.take(beat);
            if (System.nanoTime() - checkedAt >= beat.toNanos()) {
                if (!attendance.isStillHere(request)) {
                    return;
                }
                checkedAt = System.nanoTime();
            }
            send(
                    out,
                    events.isEmpty()
                            ? ": beat\n\n"
                            : events.stream().map(LiveRoutes::text).collect(Collectors.joining()));
        }
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private static String text(LiveEvent event) {
        return "event: " + event.kind() + "\ndata: " + Json.write(Map.of("topic", event.topic(), "by", event.by()))
                + "\n\n";
    }

    private static Set<String> topics(String text) {
        Set<String> topics = new LinkedHashSet<>(Arrays.asList(text.split(",", TOPICS_MAX + 1)));
        if (topics.size() > TOPICS_MAX
                || !topics.stream().allMatch(topic -> TOPIC.matcher(topic).matches())) {
            throw new ResponseStatusException(
                    HttpStatus.BAD_REQUEST, "topics are at most 200 like 'order/123', with commas");
        }
        return topics;
    }

    /** @param gone true when the form was sent or left */
    @PostMapping("/presence")
    @Requires("console:use")
    ResponseEntity<Void> presence(
            @RequestParam String subject, @RequestParam(defaultValue = "false") boolean gone, Who who) {
        String topic = topics(subject).iterator().next();
        if (gone) {
            presence.hasLeft(who.actor(), topic);
        } else {
            presence.isEditing(who.actor(), who.displayName(), topic);
        }
        return ResponseEntity.noContent().build();
    }
}
