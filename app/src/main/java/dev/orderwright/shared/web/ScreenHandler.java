package dev.orderwright.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Sends what a controller of the console returned. */
final class ScreenHandler implements HandlerMethodReturnValueHandler {

    private final Pages pages;

    ScreenHandler(Pages pages) {
        this.pages = pages;
    }

    @Override
    public boolean supportsReturnType(MethodParameter returnType) {
        return Screen.class.isAssignableFrom(returnType.getParameterType());
    }

    @Override
    public void handleReturnValue(
            @Nullable Object value, MethodParameter type, ModelAndViewContainer container, NativeWebRequest web)
            throws IOException {
        container.setRequestHandled(true);
        HttpServletRequest request = web.getNativeRequest(HttpServletRequest.class);
        HttpServletResponse response = web.getNativeResponse(HttpServletResponse.class);
        if (value == null || request == null || response == null) {
            throw new IllegalStateException("a screen is never null");
        }
        switch ((Screen) value) {
            case WebPage page -> pages.write(page, request, response);
            case Redirect redirect -> go(redirect, request, response);
        }
    }

    private static void go(Redirect redirect, HttpServletRequest request, HttpServletResponse response) {
        if (redirect.flash() != null) {
            FlashCookie.put(request, response, redirect.flash());
        }
        response.setHeader("Cache-Control", "no-store");
        if (Pages.wantsContentOnly(request)) {
            response.setHeader("HX-Redirect", redirect.url());
            response.setStatus(HttpStatus.OK.value());
        } else {
            response.setHeader("Location", redirect.url());
            response.setStatus(HttpStatus.SEE_OTHER.value());
        }
    }
}
