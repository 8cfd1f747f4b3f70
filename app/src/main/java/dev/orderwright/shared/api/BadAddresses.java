package dev.orderwright.shared.api;

import dev.orderwright.shared.api.ApiProblems.Answer;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** A page that was asked for with something that cannot be understood: its error page names what, and leads on. */
@Component
@Order(BadAddresses.BEFORE_SPRING)
class BadAddresses implements HandlerExceptionResolver {

    static final int BEFORE_SPRING = -100;

    private static final Logger log = LoggerFactory.getLogger(BadAddresses.class);

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (Problems.isApi(request) || response.isCommitted()) {
            return null;
        }
        Answer answer = ExceptionAnswers.of(e);
        if (answer.status() != BadAddress.STATUS
                || answer.refusals().getFirst().field().isEmpty()) {
            return null;
        }
        BadAddress.note(request, answer);
        try {
            response.sendError(BadAddress.STATUS);
        } catch (IOException gone) {
            log.debug("the client of request {} has gone", RequestIds.of(request));
        }
        return new ModelAndView();
    }
}
