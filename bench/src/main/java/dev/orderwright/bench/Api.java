package dev.orderwright.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Single calls of the public API, for what is prepared and looked at; load goes another way ({@link Load}). */
final class Api {

    private static final int LATER = 503;
    private static final int AGAIN_MAX = 30;

    static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final String key;
    private final String run = Long.toString(System.nanoTime(), 36);
    private final AtomicLong calls = new AtomicLong();

    Api(int port, String key) {
        this.port = port;
        this.key = key;
    }

    JsonNode get(String path) {
        return send(request(path).GET().build());
    }

    JsonNode put(String path, Object body) {
        return send(request(path).PUT(json(body)).build());
    }

    JsonNode post(String path, Object body) {
        return send(request(path).POST(json(body)).build());
    }

    /** Sends things line by line; returns the lines of the answer, and fails when one of them is refused. */
    List<JsonNode> lines(String path, byte[] body) {
        HttpRequest request = request(path)
                .setHeader("Content-Type", "application/x-ndjson")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        String answer = text(request);
        if (answer.contains("\"errors\":[{")) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer.lines().map(JSON::readTree).toList();
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", run + "-" + calls.incrementAndGet());
    }

    private JsonNode send(HttpRequest request) {
        return JSON.readTree(text(request));
    }

    /** Who is told to come later does, with the same key. */
    private String text(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            for (int again = 0; answer.statusCode() == LATER && again < AGAIN_MAX; again++) {
                Thread.sleep(answer.headers().firstValueAsLong("Retry-After").orElse(1) * 1_000);
                answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            }
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(
                        request.method() + " " + request.uri() + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of a request with a body, as {@link Load} sends them. */
    byte[] bytes(String path, String contentType, String idempotencyKey, byte[] body) {
        byte[] head = ("POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key
                        + "\r\nContent-Type: " + contentType + "\r\nIdempotency-Key: " + idempotencyKey
                        + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }

    /** The bytes of a request without a body. */
    byte[] bytes(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + key + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
