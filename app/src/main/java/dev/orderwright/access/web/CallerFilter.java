package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.Credentials;
import dev.orderwright.access.Session;
import dev.orderwright.access.Sessions;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.Problems;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who is asking: a program by its bearer secret, a person by the session in the cookie. A wrong secret is
 * refused at once; without any, the request goes on as nobody's.
 */
final class CallerFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Sessions sessions;
    private final Credentials credentials;
    private final Problems problems;

    CallerFilter(Sessions sessions, Credentials credentials, Problems problems) {
        this.sessions = sessions;
        this.credentials = credentials;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            SessionCookie.token(request).ifPresent(token -> session(request, token));
            chain.doFilter(request, response);
            return;
        }
        if (admits(request, response, authorization)) {
            Who.of(request).ifPresent(CallerFilter::introduce);
            chain.doFilter(request, response);
        }
    }

    /** Whether the secret is known; otherwise the answer has been given. */
    boolean admits(HttpServletRequest request, HttpServletResponse response, String authorization) throws IOException {
        String secret = authorization.startsWith(BEARER)
                ? authorization.substring(BEARER.length()).strip()
                : "";
        switch (credentials.find(secret, request.getRemoteAddr())) {
            case Credentials.Result.Known(Who who) -> {
                who.attachTo(request);
                return true;
            }
            case Credentials.Result.Unknown() -> {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                problems.write(
                        request,
                        response,
                        401,
                        Refusal.of("invalid-token", "Authorization", t("access.refusal.theKeyIsUnknownRevoked")));
            }
            case Credentials.Result.TryLater(Duration pause) -> {
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(pause.toSeconds() + 1));
                problems.write(
                        request,
                        response,
                        429,
                        Refusal.of("too-many-tries", "Authorization", t("access.refusal.tooManyWrongKeysCame")));
            }
        }
        return false;
    }

    private void session(HttpServletRequest request, String token) {
        Optional<Session> found = sessions.find(token);
        found.ifPresent(session -> {
            Caller.attach(request, session, token);
            Who who = sessions.who(session);
            who.attachTo(request);
            introduce(who);
        });
    }

    /** Tells Spring Security. */
    private static void introduce(Who who) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new Caller(who));
        SecurityContextHolder.setContext(context);
    }
}
