package dev.orderwright.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The whole chain of programs: they show their secret with every request to the API, so there is no session, no cookie
 * to forge and nobody anonymous. Thousands of requests a second pass here; browsers take the long chain.
 */
final class ProgramDoor extends OncePerRequestFilter {

    private final CallerFilter callers;

    ProgramDoor(CallerFilter callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // Should a browser ever show an answer of the API, it must neither guess its type nor frame nor keep it.
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (callers.admits(request, response, request.getHeader(HttpHeaders.AUTHORIZATION))) {
            chain.doFilter(request, response);
        }
    }
}
