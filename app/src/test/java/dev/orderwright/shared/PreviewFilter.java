package dev.orderwright.shared;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** In tests any request can be sent as a preview: it is answered as always, and then nothing of it has happened. */
@Component
@Profile("probe")
class PreviewFilter extends OncePerRequestFilter {

    private final Commands commands;

    PreviewFilter(Commands commands) {
        this.commands = commands;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("X-Preview") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
        Preview<Integer> preview = commands.preview(() -> {
            try {
                chain.doFilter(request, answer);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (ServletException e) {
                throw new IllegalStateException(e);
            }
            return Outcome.done(answer.getStatus());
        });
        answer.setHeader("X-Facts", Integer.toString(preview.facts().size()));
        answer.copyBodyToResponse();
    }
}
