package dev.orderwright;

import dev.orderwright.access.ApiKeys;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A program that uses the API with a key of its own. */
public final class ApiCaller {

    private final World world;
    private final Visitor visitor;
    private final String secret;

    public ApiCaller(World world, String... scopes) {
        this.world = world;
        visitor = Visitor.of(world);
        secret = ApiKeys.newSecret();
        Cause cause = Cause.of(
                Actor.user("tester"),
                "key" + world.bean(Ids.class).next(),
                world.clock().instant());
        world.bean(ApiKeys.class)
                .create(
                        cause,
                        new ApiKeys.NewApiKey(
                                "caller" + world.bean(Ids.class).next(), List.of(scopes), List.of(), List.of(), null),
                        secret)
                .orThrow();
    }

    private ApiCaller(World world, String secret) {
        this.world = world;
        this.secret = secret;
        visitor = Visitor.of(world);
    }

    /** The same caller, at another program on the same database. */
    public ApiCaller at(World other) {
        return new ApiCaller(other, secret);
    }

    public HttpResponse<String> get(String path) {
        return visitor.get(path, "Authorization", "Bearer " + secret);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        boolean keyed = Arrays.asList(headers).contains("Idempotency-Key");
        return send("POST", path, body, keyed ? headers : with(headers, "Idempotency-Key", key()));
    }

    /** A key that nobody has used. */
    public String key() {
        return "k" + world.bean(Ids.class).next();
    }

    /** As it is given: without a key unless there is one among the headers. The body is JSON unless they say otherwise. */
    public HttpResponse<String> send(String method, String path, String body, String... headers) {
        String[] all = Arrays.asList(headers).contains("Content-Type")
                ? headers
                : with(headers, "Content-Type", "application/json");
        return visitor.send(
                path,
                request -> request.headers(with(all, "Authorization", "Bearer " + secret))
                        .method(method, BodyPublishers.ofString(body)));
    }

    private static String[] with(String[] headers, String name, String value) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = name;
        all[headers.length + 1] = value;
        return all;
    }

    public static Map<String, Object> json(HttpResponse<String> answer) {
        return Json.readMap(answer.body());
    }
}
