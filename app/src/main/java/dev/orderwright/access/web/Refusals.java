package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Component;

/** How those are turned away who may not come in: programs get a problem, people the sign-in page or a clear word. */
@Component
class Refusals implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (Problems.isApi(request) || request.getRequestURI().startsWith("/actuator/")) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            problems.write(
                    request,
                    response,
                    401,
                    Refusal.of(
                            "authentication-required", "Authorization", t("access.refusal.sendAnApiKeyAuthorization")));
        } else if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", signIn(request, request.getHeader("HX-Current-URL")));
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            response.setHeader(HttpHeaders.LOCATION, signIn(request, null));
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException e)
            throws IOException {
        if (e instanceof CsrfException || SessionCsrf.isFromAnotherSite(request)) {
            refuse(request, response, Refusal.of("form-token-invalid", t("access.refusal.thisFormIsOutOf")));
        } else {
            refuse(request, response, Refusal.of("forbidden", t("access.refusal.youMayNotDoThis")));
        }
    }

    /** 403 with its reason. */
    void refuse(HttpServletRequest request, HttpServletResponse response, Refusal refusal) throws IOException {
        if (Problems.isApi(request) || request.getRequestURI().startsWith("/actuator/")) {
            problems.write(request, response, 403, refusal);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN, refusal.reason());
        }
    }

    /** The sign-in page, which leads back to where somebody wanted to go. */
    private static String signIn(HttpServletRequest request, @Nullable String shownUrl) {
        StringBuilder url = new StringBuilder("/login");
        char separator = '?';
        if (SessionCookie.token(request).filter(token -> !token.isEmpty()).isPresent()) {
            url.append("?expired");
            separator = '&';
        }
        String next = next(request, shownUrl);
        return next.isEmpty()
                ? url.toString()
                : url.append(separator)
                        .append("next=")
                        .append(URLEncoder.encode(next, StandardCharsets.UTF_8))
                        .toString();
    }

    private static String next(HttpServletRequest request, @Nullable String shownUrl) {
        if (shownUrl != null) {
            int path = shownUrl.indexOf('/', shownUrl.indexOf("//") + 2);
            return path < 0 ? "" : shownUrl.substring(path);
        }
        if (!"GET".equals(request.getMethod()) || "/".equals(request.getRequestURI())) {
            return "";
        }
        @Nullable String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
