package dev.orderwright.shared.api;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Lets so many requests of programs in at once, and sends the others away before anything is done for them: what is
 * refused must cost next to nothing, or a rush leaves no time for what is accepted. People at the console pass as long
 * as there is a thread to serve them ({@link Door}).
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class Turnstile implements Filter {

    private static final byte[] FULL = Problems.fixed(
            503, "overloaded", "Too much work is waiting; repeat the request with the same key in a moment.");

    private final int atOnceMax;
    private final AtomicInteger inside = new AtomicInteger();
    private final Counter sentAway;

    Turnstile(@Value("${orderwright.api.at-once:512}") int atOnceMax, MeterRegistry meters) {
        this.atOnceMax = atOnceMax;
        this.sentAway = meters.counter("orderwright.api.sent.away");
        meters.gauge("orderwright.api.inside", inside);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (Door.isSendingAway()) {
            sendAway((HttpServletResponse) response);
            return;
        }
        if (!(request instanceof HttpServletRequest http) || !Problems.isApi(http)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            if (inside.incrementAndGet() <= atOnceMax) {
                chain.doFilter(request, response);
            } else {
                sendAway((HttpServletResponse) response);
            }
        } finally {
            inside.decrementAndGet();
        }
    }

    private void sendAway(HttpServletResponse response) throws IOException {
        sentAway.increment();
        response.setStatus(503);
        response.setHeader("Retry-After", "1");
        response.setContentType(Problem.MEDIA_TYPE);
        response.setContentLength(FULL.length);
        response.getOutputStream().write(FULL);
    }
}
