package dev.orderwright.access.web;

import java.util.List;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** The only addresses that need no caller. Everything else asks who is there, and has a rule. */
final class PublicRoutes {

    static final List<String> PATTERNS = List.of(
            "/login",
            "/language",
            "/error",
            "/assets/**",
            "/favicon.ico",
            "/api/v1/openapi",
            "/api/v1/openapi.yaml",
            "/actuator/health",
            "/actuator/health/**");

    private static final List<PathPattern> PARSED =
            PATTERNS.stream().map(PathPatternParser.defaultInstance::parse).toList();

    private PublicRoutes() {}

    static boolean contain(String path) {
        PathContainer parsed = PathContainer.parsePath(path);
        return PARSED.stream().anyMatch(pattern -> pattern.matches(parsed));
    }
}
