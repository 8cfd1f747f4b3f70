package dev.orderwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The load against a real server that counts. */
class LoadScenarioTests {

    private static final byte[] REQUEST =
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final AtomicInteger asked = new AtomicInteger();
    private volatile Duration pause = Duration.ZERO;
    private HttpServer server = server();

    private static HttpServer server() {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @BeforeEach
    void serve() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            int number = asked.incrementAndGet();
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            byte[] body = ("answer " + number).getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(number % 10 == 0 ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aClosedLoadAsksSoOftenAndCountsEveryAnswer() {
        AtomicInteger heard = new AtomicInteger();
        try (Load load =
                new Load(server.getAddress().getPort(), 4, () -> REQUEST, (status, body) -> heard.incrementAndGet())) {
            Load.Seen seen = load.closed(Duration.ofSeconds(30), 200);
            assertThat(seen.answers()).isEqualTo(200);
            assertThat(seen.good()).isEqualTo(180);
            assertThat(seen.byStatus()).containsEntry(500, 20L);
            assertThat(heard).hasValue(200);
            assertThat(seen.micros().getTotalCount()).isEqualTo(200);
        }
    }

    @Test
    void thoseWhoComeInARushDoNotWaitForEachOther() {
        pause = Duration.ofMillis(200);
        Rush.Seen seen = Rush.at(server.getAddress().getPort(), 100, Duration.ofSeconds(1), () -> REQUEST);
        // Twenty are always inside; one of ten is answered by an error.
        assertThat(seen.come()).isBetween(95L, 101L);
        assertThat(seen.good().getTotalCount() + seen.otherwise()).isEqualTo(seen.come());
        assertThat(seen.otherwise()).isBetween(9L, 10L);
        assertThat(seen.unanswered()).isZero();
        assertThat(seen.good().getValueAtPercentile(50)).isGreaterThanOrEqualTo(190_000L);
    }
}
