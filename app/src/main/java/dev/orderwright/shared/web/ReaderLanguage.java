package dev.orderwright.shared.web;

import dev.orderwright.shared.Language;
import dev.orderwright.shared.Texts;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Answers pages in the language that somebody chose in this browser, else in the first of theirs that there is. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
public class ReaderLanguage extends OncePerRequestFilter {

    /** A paper is for whom it goes to, not for who prints it: it is in the company's language, which is English so far. */
    private static final Pattern PAPER = Pattern.compile("[.](pdf|zpl)$");

    private static final String COOKIE = "orderwright-language";
    private static final Duration LIFE = Duration.ofDays(400);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Texts.<@Nullable Object, Exception>in(of(request), () -> {
                chain.doFilter(request, response);
                return null;
            });
        } catch (ServletException | IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Language of(HttpServletRequest request) {
        if (PAPER.matcher(request.getRequestURI()).find()) {
            return Language.ENGLISH;
        }
        @Nullable Cookie chosen = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(chosen)
                .flatMap(cookie -> Language.of(cookie.getValue()))
                .orElseGet(() -> ofBrowser(request));
    }

    /** A program that does not say what it reads gets English. */
    private static Language ofBrowser(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return Language.ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .map(Locale::toLanguageTag)
                .flatMap(code -> Language.of(code).stream())
                .findFirst()
                .orElse(Language.ENGLISH);
    }

    /** From now on this browser gets this language. */
    public static void choose(HttpServletRequest request, HttpServletResponse response, Language language) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, language.code())
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path("/")
                        .maxAge(LIFE)
                        .build()
                        .toString());
    }
}
