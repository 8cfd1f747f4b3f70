package dev.orderwright.access.web;

import dev.orderwright.access.Session;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** The caller of this request as Spring Security sees it; with the session when it is a person at the console. */
final class Caller extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;
    private static final String SESSION = Session.class.getName();
    private static final String TOKEN = SessionCookie.class.getName();

    private final transient Who who;

    Caller(Who who) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.who = who;
        setAuthenticated(true);
    }

    @Override
    public Who getPrincipal() {
        return who;
    }

    @Override
    public String getCredentials() {
        return "";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** Remembers by which session a request came in. */
    static void attach(HttpServletRequest request, Session session, String token) {
        request.setAttribute(SESSION, session);
        request.setAttribute(TOKEN, token);
    }

    static Optional<Session> session(HttpServletRequest request) {
        return Optional.ofNullable((Session) request.getAttribute(SESSION));
    }

    static Optional<String> sessionToken(HttpServletRequest request) {
        return Optional.ofNullable((String) request.getAttribute(TOKEN));
    }

    /** The session of a console request; routes that call this ask for a permission only people have. */
    static Session requireSession(HttpServletRequest request) {
        return session(request).orElseThrow(() -> new IllegalStateException("not a session of the console"));
    }
}
