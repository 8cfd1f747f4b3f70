package dev.orderwright.bench.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.orderwright.bench.kill.FaultProxy.Mood;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proxy and the client's line, before a server that counts what it has done. */
class FaultProxyScenarioTests {

    private static final byte[] QUESTION =
            Question.post("/count", "key", "{\"n\":1}").bytes("secret");

    private final AtomicInteger done = new AtomicInteger();
    private final HttpServer server = server();
    private final FaultProxy proxy = new FaultProxy(() -> server.getAddress().getPort(), new SplittableRandom(7), 1);
    private final Line line = new Line(proxy.port(), 500);

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
        server.createContext("/count", exchange -> {
            exchange.getRequestBody().readAllBytes();
            byte[] body = ("{\"n\":" + done.incrementAndGet() + "}").getBytes(StandardCharsets.US_ASCII);
            exchange.sendResponseHeaders(201, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        line.close();
        proxy.close();
        server.stop(0);
    }

    @Test
    void whatPassesArrivesWhole() throws IOException {
        for (int i = 1; i <= 3; i++) {
            Answer answer = line.ask(QUESTION);
            assertThat(answer.status()).isEqualTo(201);
            assertThat(answer.json().path("n").asInt()).isEqualTo(i);
        }
    }

    @Test
    void anAnswerThatIsCutLeavesTheClientInTheDarkAboutWhatWasDone() throws IOException {
        line.ask(QUESTION);
        proxy.mood(Mood.CUT_ANSWERS);
        assertThatThrownBy(() -> line.ask(QUESTION)).isInstanceOf(IOException.class);
        assertThat(done).hasValue(2);
        proxy.mood(Mood.PASS);
        assertThat(line.ask(QUESTION).json().path("n").asInt()).isEqualTo(3);
    }

    @Test
    void aQuestionThatIsCutIsNeverDone() throws IOException {
        line.ask(QUESTION);
        proxy.mood(Mood.CUT_QUESTIONS);
        assertThatThrownBy(() -> line.ask(QUESTION)).isInstanceOf(IOException.class);
        assertThat(done).hasValue(1);
    }

    @Test
    void aSilentConnectionIsLeftWhenPatienceEnds() throws IOException {
        line.ask(QUESTION);
        proxy.mood(Mood.SILENT);
        long begun = System.nanoTime();
        assertThatThrownBy(() -> line.ask(QUESTION)).isInstanceOf(IOException.class);
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(400), Duration.ofSeconds(5));
    }

    @Test
    void nobodyGetsThroughAProxyThatIsShut() throws IOException {
        line.ask(QUESTION);
        proxy.mood(Mood.SHUT);
        assertThatThrownBy(() -> line.ask(QUESTION)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> line.ask(QUESTION)).isInstanceOf(IOException.class);
        proxy.mood(Mood.PASS);
        assertThat(line.ask(QUESTION).status()).isEqualTo(201);
        assertThat(done).hasValue(2);
    }
}
