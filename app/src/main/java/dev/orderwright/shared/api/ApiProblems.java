package dev.orderwright.shared.api;

import dev.orderwright.shared.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns whatever goes wrong in an API request into a problem (RFC 9457) with a stable code: never a page, never a stack
 * trace. Requests of the console are left to its error pages.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ApiProblems implements HandlerExceptionResolver {

    private static final Logger log = LoggerFactory.getLogger(ApiProblems.class);

    private final Problems problems;

    ApiProblems(Problems problems) {
        this.problems = problems;
    }

    /** What is answered for an exception. */
    record Answer(
            int status, List<Refusal> refusals, @Nullable Duration retryAfter) {

        static Answer of(int status, String code, String reason) {
            return new Answer(status, List.of(Refusal.of(code, reason)), null);
        }

        static Answer of(int status, String code, String field, String reason) {
            return new Answer(status, List.of(Refusal.of(code, field, reason)), null);
        }
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!Problems.isApi(request)) {
            return null;
        }
        if (e instanceof AsyncRequestNotUsableException || response.isCommitted()) {
            log.debug("nobody is listening any more: {}", e.getMessage());
            return new ModelAndView();
        }
        Answer answer = ExceptionAnswers.of(e);
        if (answer.status() >= 500 && answer.retryAfter() == null) {
            log.error("request {} failed", RequestIds.of(request), e);
        }
        return send(request, response, answer, e);
    }

    private ModelAndView send(HttpServletRequest request, HttpServletResponse response, Answer answer, Exception e) {
        try {
            response.resetBuffer();
            if (answer.retryAfter() != null) {
                response.setHeader(
                        "Retry-After",
                        String.valueOf(Math.max(1, answer.retryAfter().toSeconds())));
            }
            if (e instanceof HttpRequestMethodNotSupportedException method) {
                allow(response, method);
            }
            problems.write(request, response, answer.status(), answer.refusals());
        } catch (IOException gone) {
            log.debug("the client of request {} has gone", RequestIds.of(request));
        }
        return new ModelAndView();
    }

    private static void allow(HttpServletResponse response, HttpRequestMethodNotSupportedException e) {
        @Nullable Set<HttpMethod> methods = e.getSupportedHttpMethods();
        if (methods != null) {
            response.setHeader(
                    "Allow",
                    String.join(
                            ", ",
                            methods.stream().map(HttpMethod::name).sorted().toList()));
        }
    }
}
