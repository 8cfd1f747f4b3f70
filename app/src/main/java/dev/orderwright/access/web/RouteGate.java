package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.Problems;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/** Holds every request against the rule of its route. A route without a rule is refused. */
@Component
class RouteGate implements HandlerInterceptor, WebMvcConfigurer {

    private static final Logger log = LoggerFactory.getLogger(RouteGate.class);

    private final Refusals refusals;
    private final Map<Method, Optional<Requires>> rules = new ConcurrentHashMap<>();

    RouteGate(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        Optional<Who> who = Who.of(request);
        @Nullable Requires rule = handler instanceof HandlerMethod method ? rule(method) : null;
        if (rule == null || who.isEmpty()) {
            if (PublicRoutes.contain(request.getRequestURI()) || handler instanceof ResourceHttpRequestHandler) {
                return true;
            }
            log.error("{} {} has no rule and was refused", request.getMethod(), request.getRequestURI());
            refusals.refuse(request, response, Refusal.of("forbidden", t("access.refusal.thisAddressHasNoRule")));
            return false;
        }
        if (mustChangePassword(request)) {
            return sendToNewPassword(request, response);
        }
        if (!who.get().mayAny(rule.value())) {
            String needed = String.join(" or ", rule.value());
            refusals.refuse(
                    request, response, Refusal.of("forbidden", t("access.refusal.thisNeedsThePermission", needed)));
            return false;
        }
        return true;
    }

    private @Nullable Requires rule(HandlerMethod method) {
        return rules.computeIfAbsent(
                        method.getMethod(), m -> Optional.ofNullable(method.getMethodAnnotation(Requires.class)))
                .orElse(null);
    }

    /** A temporary password opens nothing but the form for a new one. */
    private static boolean mustChangePassword(HttpServletRequest request) {
        return Caller.session(request)
                        .filter(session -> session.user().mustChangePassword())
                        .isPresent()
                && !request.getRequestURI().equals("/account/password")
                && !request.getRequestURI().equals("/logout");
    }

    private boolean sendToNewPassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (Problems.isApi(request)) {
            refusals.refuse(
                    request, response, Refusal.of("password-change-due", t("access.refusal.chooseAPasswordOfYour")));
        } else {
            response.setHeader(HttpHeaders.LOCATION, "/account/password");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        }
        return false;
    }
}
