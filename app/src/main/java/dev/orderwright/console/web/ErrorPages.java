package dev.orderwright.console.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.Problems;
import dev.orderwright.shared.api.RequestIds;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The last page of the line: says what happened in words, what to do, and the id by which we find it. */
@Controller
class ErrorPages implements ErrorController {

    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int BAD_REQUEST = 400;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int TOO_LARGE = 413;
    private static final int UNAVAILABLE = 503;
    private static final int INTERNAL = 500;

    private final Problems problems;

    ErrorPages(Problems problems) {
        this.problems = problems;
    }

    @RequestMapping("/error")
    @Nullable
    WebPage error(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        if (path.startsWith("/api/") || path.startsWith("/actuator/")) {
            problems.write(request, response, status, problem(status));
            return null;
        }
        boolean signedIn = Who.of(request).isPresent();
        ErrorPage view = page(status, reason(request), RequestIds.of(request), signedIn);
        return WebPage.of("console/error.jte", view, view.title())
                .framed(signedIn ? WebPage.CONSOLE : WebPage.BARE)
                .status(status);
    }

    private static int status(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : NOT_FOUND;
    }

    private static String reason(HttpServletRequest request) {
        Object message = request.getAttribute(RequestDispatcher.ERROR_MESSAGE);
        return message == null ? "" : message.toString();
    }

    private static ErrorPage page(int status, String reason, String id, boolean signedIn) {
        return switch (status) {
            case NOT_FOUND ->
                new ErrorPage(
                        "There is nothing here",
                        "The address is wrong, or what it named is gone.",
                        "Search for the number or name you have; the box at the top finds orders, invoices, tracking"
                                + " numbers, SKUs, names and postcodes.",
                        "",
                        signedIn);
            case FORBIDDEN ->
                new ErrorPage(
                        "This is not open to you",
                        reason.isBlank() ? "Your roles do not include it." : reason,
                        "If your work needs it, ask an administrator for the permission.",
                        "",
                        signedIn);
            case BAD_REQUEST, METHOD_NOT_ALLOWED ->
                new ErrorPage(
                        "That could not be understood",
                        "Something in the address or in the form is not as it should be.",
                        "Go back, check what you entered, and send it again. Nothing was changed.",
                        id,
                        signedIn);
            case TOO_LARGE ->
                new ErrorPage(
                        "That is too large",
                        "The file or form is larger than allowed.",
                        "Send it in parts. Nothing was changed.",
                        "",
                        signedIn);
            case UNAVAILABLE ->
                new ErrorPage(
                        "Too much at once",
                        "The program or its database is busy.",
                        "Wait a few seconds and repeat what you did; nothing is done twice.",
                        id,
                        signedIn);
            default ->
                new ErrorPage(
                        "Something is broken on our side",
                        "What you did was not completed; whatever was half done has been rolled back.",
                        "Try again. If it stays, tell your administrator the number below: it leads to the cause in the"
                                + " log.",
                        id,
                        signedIn);
        };
    }

    private static Refusal problem(int status) {
        return switch (status) {
            case NOT_FOUND -> Refusal.of("no-such-route", "There is no such address.");
            case FORBIDDEN -> Refusal.of("forbidden", "You may not do this.");
            default ->
                status < INTERNAL
                        ? Refusal.of("bad-request", "The request could not be understood.")
                        : Refusal.of("internal-error", "Something is wrong on our side.");
        };
    }
}
