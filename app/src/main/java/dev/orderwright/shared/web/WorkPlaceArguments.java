package dev.orderwright.shared.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.util.WebUtils;

/** Gives controllers the {@link WorkPlaces} of the caller; a person's choice is kept in a cookie. */
final class WorkPlaceArguments implements HandlerMethodArgumentResolver {

    private static final String COOKIE = "orderwright-node";
    private static final Duration LIFE = Duration.ofDays(180);

    private final ObjectProvider<WorkPlaces.Book> book;

    WorkPlaceArguments(ObjectProvider<WorkPlaces.Book> book) {
        this.book = book;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == WorkPlaces.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (request == null || response == null) {
            throw new IllegalStateException("not a servlet request");
        }
        Who who = Who.of(request).orElseThrow(() -> new IllegalStateException("a public route has no caller"));
        WorkPlaces.Book known = book.getIfAvailable();
        List<WorkPlaces.Place> all = known == null ? List.of() : known.all();
        @Nullable String asked = request.getParameter(WorkPlaces.PARAMETER);
        if (request.getRequestURI().startsWith("/api/")) {
            return WorkPlaces.ofProgram(all, who, asked == null ? "" : asked);
        }
        WorkPlaces places = WorkPlaces.ofPerson(all, who, asked == null ? remembered(request) : asked);
        if (asked != null && request.getMethod().equals("GET")) {
            remember(request, response, places.chosen());
        }
        return places;
    }

    private static String remembered(HttpServletRequest request) {
        @Nullable Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? "" : cookie.getValue();
    }

    private static void remember(
            HttpServletRequest request, HttpServletResponse response, WorkPlaces.@Nullable Place chosen) {
        boolean plain = chosen != null && chosen.code().matches("[A-Za-z0-9._-]+");
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, chosen != null && plain ? chosen.code() : "")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Strict")
                        .path("/")
                        .maxAge(plain ? LIFE : Duration.ZERO)
                        .build()
                        .toString());
    }
}
