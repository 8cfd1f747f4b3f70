package dev.orderwright.shared.api;

import dev.orderwright.shared.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses API bodies that are too large: at once when the length is announced, in the middle when it is not. A stream
 * of lines (NDJSON) is worked off while it arrives and may be much longer, and so may files that are imported.
 */
@Component
@Order(BodyLimit.AFTER_SECURITY)
class BodyLimit extends OncePerRequestFilter {

    static final int AFTER_SECURITY = 0;
    private static final String LINES = "application/x-ndjson";
    /** Files of other programs: their reader says what is wrong with which row, so they are taken as they are. */
    private static final Set<String> FILES = Set.of("text/csv", "application/gzip");

    private final long documentBytesMax;
    private final long linesBytesMax;
    private final Problems problems;

    BodyLimit(
            @Value("${orderwright.api.body-limit:10MB}") DataSize document,
            @Value("${orderwright.api.lines-limit:2GB}") DataSize lines,
            Problems problems) {
        this.documentBytesMax = document.toBytes();
        this.linesBytesMax = lines.toBytes();
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Problems.isApi(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = Objects.requireNonNullElse(request.getContentType(), "");
        boolean file = FILES.stream().anyMatch(type::startsWith);
        long limit = file || type.startsWith(LINES) ? linesBytesMax : documentBytesMax;
        if (request.getContentLengthLong() > limit) {
            Refusal refusal = Refusal.of("body-too-large", BodyTooLarge.reason(limit));
            problems.write(request, response, 413, refusal);
        } else {
            chain.doFilter(new Limited(request, limit, !file), response);
        }
    }

    private static final class Limited extends HttpServletRequestWrapper {
        private final long limit;
        private final boolean text;
        private @Nullable CheckedBody body;

        Limited(HttpServletRequest request, long limit, boolean text) {
            super(request);
            this.limit = limit;
            this.text = text;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            if (body == null) {
                body = new CheckedBody(super.getInputStream(), limit, text);
            }
            return body;
        }
    }
}
