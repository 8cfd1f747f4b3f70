package dev.orderwright.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.People;
import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.Role;
import dev.orderwright.access.UserDetails;
import dev.orderwright.access.Users;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two programs on one database: what happens at one is told by the other. */
class LiveModuleTests {

    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Map<String, Object> QUICK = Map.of("orderwright.live.beat", "200ms");
    private static final String DATABASE = World.newDatabase();
    private static final World HERE = World.on(DATABASE, QUICK);
    private static final World THERE = World.on(DATABASE, QUICK);
    private static final Actor ANN = Actor.user("ann");
    private static final Actor BOB = Actor.user("bob");

    private final Live live = THERE.bean(Live.class);

    @AfterAll
    static void stop() {
        THERE.close();
        HERE.close();
    }

    private static long id() {
        return HERE.bean(Ids.class).next();
    }

    private static void happens(Actor actor, String kind, long id) {
        Cause cause = Cause.of(actor, "k" + id(), HERE.clock().instant());
        HERE.bean(Commands.class)
                .once(cause, "test", "x", String.class, run -> {
                    run.fact(new Fact(kind, id, "Touched", Map.of()));
                    return Outcome.done("done");
                })
                .orThrow();
    }

    private LiveStream open(Actor viewer, String... topics) {
        return live.open(viewer, Set.of(topics), Duration.ZERO).orElseThrow();
    }

    /** What comes until there are so many, or for a while. */
    private static List<LiveEvent> heard(LiveStream stream, int count) throws InterruptedException {
        List<LiveEvent> events = new ArrayList<>();
        long end = System.nanoTime() + SOON.toNanos();
        while (events.size() < count && System.nanoTime() < end) {
            events.addAll(stream.take(Duration.ofMillis(500)));
        }
        return events;
    }

    @Test
    void whatHappensAtOneProgramIsToldAtTheOtherToWhoLooksAtIt() throws Exception {
        long order = id();
        LiveStream looking = open(ANN, "order/" + order, "list/items");
        LiveStream elsewhere = open(ANN, "order/1");
        happens(BOB, "order", order);
        assertThat(heard(looking, 1)).containsExactly(new LiveEvent("changed", "order/" + order, "user:bob"));
        happens(ANN, "item", id());
        assertThat(heard(looking, 1)).containsExactly(new LiveEvent("changed", "list/items", "user:ann"));
        assertThat(elsewhere.take(Duration.ofSeconds(1))).isEmpty();
        live.close(looking);
        live.close(elsewhere);
    }

    @Test
    void whatHappenedWhileThePageWasOnItsWayIsToldToo() throws Exception {
        long order = id();
        happens(BOB, "order", order);
        LiveStream late =
                live.open(ANN, Set.of("order/" + order), Duration.ofSeconds(2)).orElseThrow();
        assertThat(heard(late, 1)).extracting(LiveEvent::topic).containsExactly("order/" + order);

        HERE.clock().advance(Duration.ofMinutes(1));
        THERE.clock().advance(Duration.ofMinutes(1));
        LiveStream later =
                live.open(ANN, Set.of("order/" + order), Duration.ofSeconds(2)).orElseThrow();
        assertThat(later.take(Duration.ofSeconds(1)))
                .as("a page of now shows it")
                .isEmpty();
        live.close(late);
        live.close(later);
    }

    @Test
    void whoEditsTheSameIsToldToTheOthersOnlyUntilTheyLeaveOrAreSilent() throws Exception {
        String subject = "order/" + id();
        LiveStream ann = open(ANN, subject);
        LiveStream bob = open(BOB, subject);
        Presence presence = HERE.bean(Presence.class);
        presence.isEditing(BOB, "Bob", subject);
        assertThat(heard(ann, 1)).containsExactly(new LiveEvent("editing", subject, "Bob"));
        presence.isEditing(Actor.user("cid"), "Cid", subject);
        assertThat(heard(ann, 1)).containsExactly(new LiveEvent("editing", subject, "Bob, Cid"));
        assertThat(heard(bob, 1)).containsExactly(new LiveEvent("editing", subject, "Cid"));
        presence.hasLeft(BOB, subject);
        assertThat(heard(ann, 1)).containsExactly(new LiveEvent("editing", subject, "Cid"));
        HERE.clock().advance(Duration.ofSeconds(41));
        THERE.clock().advance(Duration.ofSeconds(41));
        assertThat(heard(ann, 1)).containsExactly(new LiveEvent("editing", subject, ""));
        live.close(ann);
        live.close(bob);
    }

    @Test
    void whoOpensTooManyStreamsLosesTheOldestAndNothingIsReadWhenNobodyLooks() throws Exception {
        Actor many = Actor.user("many");
        LiveStream other = open(ANN, "order/1");
        List<LiveStream> streams =
                Stream.generate(() -> open(many, "order/1")).limit(13).toList();
        assertThat(streams.getFirst().isOpen()).isFalse();
        assertThat(streams.subList(1, 13)).allMatch(LiveStream::isOpen);
        assertThat(other.isOpen()).isTrue();
        assertThat(live.isReading()).isTrue();

        streams.forEach(live::close);
        live.close(other);
        assertThat(live.open()).isZero();
        for (int i = 0; i < 100 && live.isReading(); i++) {
            Thread.sleep(50);
        }
        assertThat(live.isReading()).isFalse();
    }

    /** The status, some headers and the lines of a stream as they come, and its end. */
    private static BlockingQueue<String> lines(World world, Visitor visitor, String query) {
        String cookies = visitor.cookies().stream()
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofVirtual().start(() -> {
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<Stream<String>> answer = client.send(
                        HttpRequest.newBuilder(URI.create(world.url() + "/live?topics=" + query))
                                .header("Cookie", cookies)
                                .build(),
                        BodyHandlers.ofLines());
                lines.add("status " + answer.statusCode());
                for (String header : List.of("Content-Type", "X-Accel-Buffering", "Cache-Control")) {
                    lines.add(header + " " + answer.headers().firstValue(header).orElse(""));
                }
                answer.body().forEach(lines::add);
                lines.add("end");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        return lines;
    }

    private static void await(BlockingQueue<String> lines, String wanted) throws InterruptedException {
        List<String> seen = new ArrayList<>();
        String line = "";
        while (line != null && !line.equals(wanted)) {
            line = lines.poll(SOON.toSeconds(), TimeUnit.SECONDS);
            seen.add(String.valueOf(line));
        }
        assertThat(seen).contains(wanted);
    }

    @Test
    void theStreamTellsEventByEventAndEndsWithTheSession() throws Exception {
        Visitor ann = People.add(HERE, "ann", Role.OPERATIONS);
        long order = id();
        BlockingQueue<String> lines = lines(THERE, ann, "order/" + order + ",list/orders");
        await(lines, "status 200");
        await(lines, "Content-Type text/event-stream;charset=UTF-8");
        await(lines, "X-Accel-Buffering no");
        await(lines, "Cache-Control no-store");
        await(lines, ": beat");
        happens(BOB, "order", order);
        await(lines, "event: changed");
        assertThat(lines.poll(SOON.toSeconds(), TimeUnit.SECONDS))
                .contains("\"topic\":\"order/" + order + "\"", "\"by\":\"user:bob\"");

        revoke("ann");
        await(lines, "end");
        assertThat(live.open()).isZero();
        BlockingQueue<String> again = lines(THERE, ann, "order/" + order);
        await(again, "status 303");
    }

    private static void revoke(String login) {
        Users users = HERE.bean(Users.class);
        UserDetails less = new UserDetails("Ann", Set.of(Role.AUDITOR), List.of(), List.of(), null, true);
        Cause cause = Cause.of(BOB, "k" + id(), HERE.clock().instant());
        users.change(cause, login, users.byLogin(login).orElseThrow().version(), less)
                .orThrow();
    }

    @Test
    void whatIsNoTopicIsRefusedAndPresenceComesFromOnesOwnPagesOnly() {
        Visitor eve = People.add(HERE, "eve", Role.OPERATIONS);
        for (String bad : List.of("", "order", "order/", "order/1%0Aevent", "../x", "order/1,".repeat(201) + "a/1")) {
            assertThat(eve.get("/live?topics=" + bad).statusCode()).as(bad).isEqualTo(400);
        }
        assertThat(eve.post("/presence", "subject", "order/1").statusCode()).isEqualTo(403);
        assertThat(HERE.bean(Presence.class).now())
                .extracting(Presence.Editor::actor)
                .doesNotContain("user:eve");
        assertThat(eve.submit("/account", "/presence", "subject", "order/77").statusCode())
                .isEqualTo(204);
        assertThat(HERE.bean(Presence.class).now()).contains(new Presence.Editor("order/77", "user:eve", "Eve"));
        assertThat(eve.submit("/account", "/presence", "subject", "order/77", "gone", "true")
                        .statusCode())
                .isEqualTo(204);
        assertThat(HERE.bean(Presence.class).now())
                .extracting(Presence.Editor::subject)
                .doesNotContain("order/77");
    }

    @Test
    void aProgramThatStopsEndsItsStreamsFirstAndQuickly() throws Exception {
        BlockingQueue<String> lines;
        long begun;
        try (World passing = World.on(World.newDatabase(), Map.of("orderwright.live.beat", "20s"))) {
            lines = lines(passing, People.add(passing, "ann", Role.OPERATIONS), "order/1");
            await(lines, "retry: 3000");
            begun = System.nanoTime();
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(15));
        await(lines, "end");
    }
}
