package dev.orderwright.launcher;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Talks to a running Orderwright over its API, and turns what goes wrong into words. */
final class ProgramClient implements AutoCloseable {

    /** Keeps every digit of a decimal as it was sent. */
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Duration CONNECT_LIMIT = Duration.ofSeconds(10);
    private static final Duration ANSWER_LIMIT = Duration.ofMinutes(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_LIMIT).build();
    private final String base;
    private final Optional<String> key;

    ProgramClient(String base, Optional<String> key) {
        this.base = base;
        this.key = key;
    }

    /** Where something stands that the program answered with, and what it said about it. */
    record Accepted(String location, JsonNode body) {}

    JsonNode get(String path) throws IOException {
        return body(send(request(path).GET().build()));
    }

    Accepted upload(String path, Path file, String contentType) throws IOException {
        HttpResponse<String> answer = send(request(path)
                .header("Content-Type", contentType)
                .POST(fileBody(file))
                .build());
        String location = answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new Trouble("The program at " + base + " took the file but did not say where its"
                        + " import stands; is it an Orderwright of this release?"));
        return new Accepted(URI.create(base + path).resolve(location).toString(), body(answer));
    }

    private static HttpRequest.BodyPublisher fileBody(Path file) throws FileNotFoundException {
        return HttpRequest.BodyPublishers.ofFile(file);
    }

    private HttpRequest.Builder request(String path) {
        URI uri = URI.create(path.startsWith("http") ? path : base + path);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri).timeout(ANSWER_LIMIT).header("Accept", "application/json");
        key.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() / 100 != 2) {
                throw new Trouble(explain(answer));
            }
            return answer;
        } catch (ConnectException e) {
            throw new ConnectException("no Orderwright answers at " + base);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private static JsonNode body(HttpResponse<String> answer) {
        try {
            return JSON.readTree(answer.body());
        } catch (JacksonException e) {
            throw new Trouble(answer.uri() + " does not answer like an Orderwright; is the address right?", e);
        }
    }

    private String explain(HttpResponse<String> answer) {
        String problem = problem(answer.body());
        return switch (answer.statusCode()) {
            case 401 ->
                "The program at " + base + " does not accept our API key."
                        + (key.isEmpty() ? " Set ORDERWRIGHT_API_KEY to one made under Admin, API keys." : "")
                        + problem;
            case 403 -> "The API key may not do this at " + base + "." + problem;
            case 404 ->
                "The program at " + base + " does not know " + answer.uri().getPath() + "." + problem;
            case 503 -> "The program at " + base + " is busy or its database is down; try again in a moment." + problem;
            default -> "The program at " + base + " refused (" + answer.statusCode() + ")." + problem;
        };
    }

    private static String problem(String body) {
        try {
            return describe(JSON.readTree(body));
        } catch (JacksonException noJson) {
            return "";
        }
    }

    /** A problem of the API (RFC 9457 with our code and field errors), as lines for a person. */
    static String describe(JsonNode problem) {
        Set<String> lines = new LinkedHashSet<>();
        Stream.of("detail", "title")
                .map(problem::path)
                .filter(JsonNode::isString)
                .findFirst()
                .ifPresent(text -> lines.add(text.asString()));
        for (JsonNode error : problem.path("errors")) {
            String field = error.path("field").asString("");
            String reason = error.path("reason").asString(error.path("code").asString(""));
            lines.add(field.isEmpty() ? reason : field + ": " + reason);
        }
        return lines.stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }

    @Override
    public void close() {
        http.shutdownNow();
        http.close();
    }
}
