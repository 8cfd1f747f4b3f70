package dev.orderwright;

import dev.orderwright.access.ApiKeys;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Json;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** A program that uses the API with a key of its own. */
public final class ApiCaller {

    private final World world;
    private final Visitor visitor;
    private final String secret = ApiKeys.newSecret();

    public ApiCaller(World world, String... scopes) {
        this.world = world;
        visitor = Visitor.of(world);
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

    public HttpResponse<String> get(String path) {
        return visitor.get(path, "Authorization", "Bearer " + secret);
    }

    public HttpResponse<String> post(String path, String body, String... headers) {
        return visitor.send(path, request -> {
            request.header("Authorization", "Bearer " + secret);
            boolean typed = false;
            boolean keyed = false;
            for (int i = 0; i + 1 < headers.length; i += 2) {
                request.header(headers[i], headers[i + 1]);
                typed |= headers[i].equals("Content-Type");
                keyed |= headers[i].equals("Idempotency-Key");
            }
            if (!typed) {
                request.header("Content-Type", "application/json");
            }
            if (!keyed) {
                request.header("Idempotency-Key", "k" + world.bean(Ids.class).next());
            }
            return request.POST(BodyPublishers.ofString(body));
        });
    }

    public static Map<String, Object> json(HttpResponse<String> answer) {
        return Json.readMap(answer.body());
    }
}
