package dev.orderwright.launcher;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** A real HTTP server that gives prepared answers, one after the other, and keeps what it was asked. */
final class AnsweringServer implements AutoCloseable {

    record Answer(int status, Map<String, String> headers, String body) {}

    record Asked(String method, String path, Map<String, String> headers, byte[] body) {}

    private final HttpServer server;
    private final Map<String, Queue<Answer>> answers = new ConcurrentHashMap<>();
    private final List<Asked> asked = Collections.synchronizedList(new ArrayList<>());

    AnsweringServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    AnsweringServer on(String request, int status, String body) {
        return on(request, new Answer(status, Map.of(), body));
    }

    AnsweringServer on(String request, Answer answer) {
        answers.computeIfAbsent(request, key -> new ConcurrentLinkedQueue<>()).add(answer);
        return this;
    }

    List<Asked> asked() {
        return List.copyOf(asked);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        Map<String, String> headers = new ConcurrentHashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        asked.add(new Asked(
                exchange.getRequestMethod(),
                exchange.getRequestURI().toString(),
                headers,
                exchange.getRequestBody().readAllBytes()));
        Answer answer = next(request);
        if (answer.status() == 0) {
            exchange.close();
            return;
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    /** The last answer of a request is given again and again. */
    private Answer next(String request) {
        Queue<Answer> queue = answers.getOrDefault(request, new ConcurrentLinkedQueue<>());
        @Nullable Answer answer = queue.size() > 1 ? queue.poll() : queue.peek();
        return answer == null ? new Answer(404, Map.of(), "{\"title\":\"nothing at " + request + "\"}") : answer;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
