package dev.orderwright.shared.web;

import dev.orderwright.shared.Json;
import dev.orderwright.shared.ui.Flash;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/** Carries a message over a redirect in a short-lived cookie, so that any program node can show it. */
final class FlashCookie {

    private static final String NAME = "orderwright-flash";
    private static final Duration LIFE = Duration.ofMinutes(1);
    private static final int TEXT_LENGTH_MAX = 1000;

    private FlashCookie() {}

    static void put(HttpServletRequest request, HttpServletResponse response, Flash flash) {
        String text = flash.text().length() <= TEXT_LENGTH_MAX
                ? flash.text()
                : flash.text().substring(0, TEXT_LENGTH_MAX - 1) + "…";
        String json = Json.write(new Flash(flash.tone(), text, flash.undoUrl()));
        String value = Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
        send(request, response, value, LIFE);
    }

    /** The message, which is gone from then on. */
    static @Nullable Flash take(HttpServletRequest request, HttpServletResponse response) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie == null || cookie.getValue().isEmpty()) {
            return null;
        }
        send(request, response, "", Duration.ZERO);
        try {
            byte[] json = Base64.getUrlDecoder().decode(cookie.getValue());
            Flash flash = Json.read(new String(json, StandardCharsets.UTF_8), Flash.class);
            return flash.undoUrl().isEmpty() || Redirect.isLocal(flash.undoUrl()) ? flash : null;
        } catch (RuntimeException e) {
            return null; // not ours; a message is never worth an error
        }
    }

    private static void send(HttpServletRequest request, HttpServletResponse response, String value, Duration life) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(NAME, value)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(life)
                        .build()
                        .toString());
    }
}
