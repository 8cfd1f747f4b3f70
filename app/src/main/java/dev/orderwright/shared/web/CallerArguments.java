package dev.orderwright.shared.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives controllers the caller ({@link Who}) and, for writes, the {@link Cause}: the caller, the idempotency key
 * (header of an API client, hidden field of a form) and the time.
 */
final class CallerArguments implements HandlerMethodArgumentResolver {

    private static final String KEY_HEADER = "Idempotency-Key";

    private final InstantSource clock;

    CallerArguments(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Who.class || parameter.getParameterType() == Cause.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        if (request == null) {
            throw new IllegalStateException("not a servlet request");
        }
        Who who = Who.of(request).orElseThrow(() -> new IllegalStateException("a public route has no caller"));
        return parameter.getParameterType() == Who.class ? who : Cause.of(who.actor(), key(request), clock.instant());
    }

    private static String key(HttpServletRequest request) {
        @Nullable String header = request.getHeader(KEY_HEADER);
        String key = header != null ? header : String.valueOf(request.getParameter(FormGuard.ONCE));
        if (header == null && request.getParameter(FormGuard.ONCE) == null) {
            throw ApiRefusal.badRequest(
                    Refusal.of("idempotency-key-missing", KEY_HEADER, t("shared.refusal.sendTheHeaderIdempotencyKey")));
        }
        if (key.isBlank() || key.length() > Cause.KEY_LENGTH_MAX || key.chars().anyMatch(c -> c < ' ' || c > '~')) {
            throw ApiRefusal.badRequest(Refusal.of(
                    "idempotency-key-invalid",
                    KEY_HEADER,
                    t("shared.refusal.anIdempotencyKeyHasTo", Cause.KEY_LENGTH_MAX)));
        }
        return key;
    }
}
