package dev.orderwright.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.ApiKeys;
import dev.orderwright.access.ApiKeys.NewApiKey;
import dev.orderwright.access.Permissions;
import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.web.Requires;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route of every module, found by itself: has it a rule, and does the rule hold? */
class RoutesModuleTests {

    private static final World WORLD = World.shared();

    /** One address with one method. */
    private record Route(String method, String path, String contentType, HandlerMethod handler) {

        @Nullable
        Requires rule() {
            return handler.getMethodAnnotation(Requires.class);
        }

        boolean isPublic() {
            return PublicRoutes.contain(path);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void everyRouteHasARuleOrIsOnTheShortListOfPublicOnes() {
        List<Route> routes = routes();

        assertThat(routes).hasSizeGreaterThan(20);
        assertThat(routes).allMatch(route -> route.isPublic() || route.rule() != null);
    }

    @Test
    void thePublicListIsShortAndHoldsNoApiRouteButItsDescription() {
        assertThat(PublicRoutes.PATTERNS)
                .containsExactly(
                        "/login",
                        "/language",
                        "/error",
                        "/assets/**",
                        "/favicon.ico",
                        "/api/v1/openapi",
                        "/api/v1/openapi.yaml",
                        "/actuator/health",
                        "/actuator/health/**");
    }

    @Test
    void rulesNameKnownPermissions() {
        for (Route route : routes()) {
            if (route.rule() != null) {
                assertThat(route.rule().value())
                        .as(route.toString())
                        .isNotEmpty()
                        .allSatisfy(name -> assertThat(Permissions.named(name)).isPresent());
            }
        }
    }

    @Test
    void nobodyGetsInWithoutSayingWhoTheyAre() {
        Visitor nobody = Visitor.of(WORLD);
        for (Route route : routes()) {
            if (!route.isPublic()) {
                HttpResponse<String> answer = call(nobody, route, "");
                boolean api = route.path().startsWith("/api/");
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(api ? 401 : 303);
                assertThat(answer.headers().firstValue("Location").orElse("/login"))
                        .as(route.toString())
                        .startsWith("/login");
            }
        }
    }

    /** For each route a caller who may do everything a program may do, except just that. */
    @Test
    void everyRouteRefusesWhoeverLacksItsPermission() {
        Visitor program = Visitor.of(WORLD);
        Map<Set<String>, String> secrets = new java.util.HashMap<>();
        for (Route route : routes()) {
            if (!route.isPublic()) {
                String secret = secrets.computeIfAbsent(
                        Set.of(Objects.requireNonNull(route.rule()).value()), RoutesModuleTests::keyWithout);
                HttpResponse<String> answer = call(program, route, secret);
                assertThat(answer.statusCode()).as(route.toString()).isEqualTo(403);
            }
        }
    }

    /** The servlet learns its routes with the first request. */
    @BeforeAll
    static void firstRequest() {
        Visitor.of(WORLD).get("/login");
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (HandlerMapping mappings :
                Objects.requireNonNull(WORLD.bean(DispatcherServlet.class).getHandlerMappings())) {
            if (mappings instanceof RequestMappingHandlerMapping methods) {
                methods.getHandlerMethods().forEach((mapping, handler) -> routes.addAll(routes(mapping, handler)));
            }
        }
        return routes;
    }

    private static List<Route> routes(RequestMappingInfo mapping, HandlerMethod handler) {
        Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
        List<String> names = methods.isEmpty()
                ? List.of("GET", "POST")
                : methods.stream().map(RequestMethod::name).toList();
        String contentType = mapping.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .map(Object::toString)
                .orElse("application/json");
        List<Route> routes = new ArrayList<>();
        for (String path : mapping.getPatternValues()) {
            String concrete = path.replaceAll("\\{[^}]*}", "1");
            names.forEach(name -> routes.add(new Route(name, concrete, contentType, handler)));
        }
        return routes;
    }

    private static HttpResponse<String> call(Visitor visitor, Route route, String secret) {
        return visitor.send(route.path(), request -> {
            if (!secret.isEmpty()) {
                request.header("Authorization", "Bearer " + secret);
            }
            return request.header("Content-Type", route.contentType())
                    .method(route.method(), BodyPublishers.ofString("{}"));
        });
    }

    private static String keyWithout(Set<String> missing) {
        List<String> scopes = Permissions.scopes().stream()
                .map(Permissions.Permission::name)
                .filter(name -> !missing.contains(name))
                .toList();
        String secret = ApiKeys.newSecret();
        Cause cause = Cause.of(Actor.user("tests"), secret, WORLD.clock().instant());
        NewApiKey wanted = new NewApiKey("all but " + missing.hashCode(), scopes, List.of(), List.of(), null);
        WORLD.bean(ApiKeys.class).create(cause, wanted, secret).orThrow();
        return secret;
    }
}
