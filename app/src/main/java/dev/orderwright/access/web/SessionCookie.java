package dev.orderwright.access.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Carries the session's token. Scripts cannot read it, other sites cannot send it with a form, and over https its name
 * binds it to this very host. Lax and not Strict, so that a link in a mail opens the page it names.
 */
final class SessionCookie {

    private static final String NAME = "orderwright";
    private static final String SECURE_NAME = "__Host-orderwright";
    private static final Duration UNTIL_BROWSER_CLOSES = Duration.ofSeconds(-1);

    private SessionCookie() {}

    static Optional<String> token(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name(request))).map(Cookie::getValue);
    }

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        send(request, response, token, UNTIL_BROWSER_CLOSES);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        send(request, response, "", Duration.ZERO);
    }

    private static String name(HttpServletRequest request) {
        return request.isSecure() ? SECURE_NAME : NAME;
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String token, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(request), token)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
