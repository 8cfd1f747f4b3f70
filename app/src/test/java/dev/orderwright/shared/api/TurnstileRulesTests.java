package dev.orderwright.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TurnstileRulesTests {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Turnstile turnstile = new Turnstile(1, meters);

    private MockHttpServletResponse ask(String path, FilterChain chain) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        turnstile.doFilter(new MockHttpServletRequest("POST", path), response, chain);
        return response;
    }

    private static void serve(MockHttpServletResponse response) {
        response.setStatus(201);
    }

    @Test
    void whoComesWhileTooManyAreInsideIsToldToComeBackAndNothingIsDoneForHim() throws Exception {
        MockHttpServletResponse first = ask("/api/v1/orders", (request, response) -> {
            MockHttpServletResponse second = ask("/api/v1/orders", (r, s) -> serve((MockHttpServletResponse) s));
            assertThat(second.getStatus()).isEqualTo(503);
            assertThat(second.getHeader("Retry-After")).isEqualTo("1");
            assertThat(second.getContentType()).isEqualTo(Problem.MEDIA_TYPE);
            assertThat(second.getContentAsString()).contains("\"code\":\"overloaded\"");
            serve((MockHttpServletResponse) response);
        });
        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(meters.counter("orderwright.api.sent.away").count()).isEqualTo(1);
    }

    @Test
    void peopleAtTheConsolePassWhileProgramsAreSentAway() throws Exception {
        ask(
                "/api/v1/orders",
                (request, response) -> assertThat(ask("/orders", (r, s) -> serve((MockHttpServletResponse) s))
                                .getStatus())
                        .isEqualTo(201));
    }

    @Test
    void whoLeavesMakesRoomAlsoWhenItWentWrong() throws Exception {
        try {
            ask("/api/v1/orders", (request, response) -> {
                throw new ServletException("broken");
            });
        } catch (ServletException expected) {
            assertThat(expected).hasMessage("broken");
        }
        assertThat(ask("/api/v1/orders", (r, s) -> serve((MockHttpServletResponse) s))
                        .getStatus())
                .isEqualTo(201);
    }

    /** A door through which one may go, with 256 beside him, and all of them have gone. */
    private static Executor full(Door door, List<Runnable> begun) {
        Executor full = door.limited(begun::add);
        for (int i = 0; i < 257; i++) {
            full.execute(() -> assertThat(Door.isSendingAway()).isFalse());
        }
        return full;
    }

    @Test
    void whenTooManyHaveBegunTheOthersAreSentAwayWithoutServing() {
        List<Runnable> begun = new ArrayList<>();
        Door door = new Door(1);
        Executor full = full(door, begun);
        CompletableFuture<Integer> sentAway = new CompletableFuture<>();
        full.execute(() -> sentAway.complete(statusOf("/orders")));
        assertThat(sentAway).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(503);
        assertThat(begun).hasSize(257);

        begun.removeFirst().run();
        CompletableFuture<Integer> served = new CompletableFuture<>();
        full.execute(() -> served.complete(statusOf("/orders")));
        begun.getLast().run();
        assertThat(served).isCompletedWithValue(201);
        door.destroy();
    }

    @Test
    void whoIsSlowToLeaveHoldsNobodyWhoReads() {
        Door door = new Door(1);
        Executor full = full(door, new ArrayList<>());
        CountDownLatch rest = new CountDownLatch(1);
        CompletableFuture<Boolean> slow = new CompletableFuture<>();
        full.execute(() -> slow.complete(await(rest)));
        CompletableFuture<Integer> next = new CompletableFuture<>();
        full.execute(() -> next.complete(statusOf("/orders")));

        assertThat(next).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(503);
        assertThat(slow).isNotDone();
        rest.countDown();
        assertThat(slow).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
        door.destroy();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }

    private int statusOf(String path) {
        try {
            return ask(path, (r, s) -> serve((MockHttpServletResponse) s)).getStatus();
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
