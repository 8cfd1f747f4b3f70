package dev.orderwright.shared.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
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

    @Test
    void whenTooManyHaveBegunTheReaderOfTheNetworkSendsAwayWithoutServing() throws Exception {
        List<Runnable> begun = new ArrayList<>();
        Executor door = new Door(1).limited(begun::add);
        for (int i = 0; i < 257; i++) {
            door.execute(() -> assertThat(Door.isSendingAway()).isFalse());
        }
        List<Integer> statuses = new ArrayList<>();
        door.execute(() -> statuses.add(statusOf("/orders")));
        assertThat(begun).hasSize(257);
        assertThat(statuses).containsExactly(503);
        assertThat(Door.isSendingAway()).isFalse();

        begun.removeFirst().run();
        door.execute(() -> statuses.add(statusOf("/orders")));
        begun.getLast().run();
        assertThat(statuses).containsExactly(503, 201);
    }

    private int statusOf(String path) {
        try {
            return ask(path, (r, s) -> serve((MockHttpServletResponse) s)).getStatus();
        } catch (ServletException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
