package dev.orderwright.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * The token that forms carry against forgery. It is derived from the session's secret, so nothing is stored and every
 * program node computes the same; pages show it masked anew each time.
 */
final class SessionCsrf implements CsrfTokenRepository {

    private static final String HEADER = "X-CSRF-Token";
    private static final String PARAMETER = "_csrf";
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /**
     * Whether a request must carry the token: it changes something, and a browser sent the session's cookie along. The
     * sign-in form may be older than a session that began in another window.
     */
    static boolean isNeeded(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && Caller.sessionToken(request).isPresent()
                && !request.getRequestURI().equals("/login");
    }

    /** Whether a browser says that another site sent this change; then no cookie or token is of any use. */
    static boolean isFromAnotherSite(HttpServletRequest request) {
        @Nullable String site = request.getHeader("Sec-Fetch-Site");
        return !SAFE.contains(request.getMethod())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && ("cross-site".equals(site) || "same-site".equals(site));
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return new DefaultCsrfToken(
                HEADER, PARAMETER, derive(Caller.sessionToken(request).orElse("")));
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // Derived each time.
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return generateToken(request);
    }

    private static String derive(String sessionToken) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(("form token of " + sessionToken).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
