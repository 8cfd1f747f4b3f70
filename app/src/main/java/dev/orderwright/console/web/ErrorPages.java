package dev.orderwright.console.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.BadAddress;
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
        ErrorPage known = page(status, reason(request), RequestIds.of(request), signedIn);
        ErrorPage view = BadAddress.of(request)
                .filter(bad -> status == BAD_REQUEST)
                .map(bad -> known.naming(
                        bad.refusals().stream()
                                .map(refusal -> new ErrorPage.Wrong(refusal.field(), refusal.reason()))
                                .toList(),
                        bad.without()))
                .orElse(known);
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
                ErrorPage.of(
                        t("console.errorPages.thereIsNothingHere"),
                        t("console.errorPages.theAddressIsWrongOr"),
                        t("console.errorPages.searchForTheNumberOr"),
                        "",
                        signedIn);
            case FORBIDDEN ->
                ErrorPage.of(
                        t("console.errorPages.thisIsNotOpenTo"),
                        reason.isBlank() ? t("console.errorPages.yourRolesDoNotInclude") : reason,
                        t("console.errorPages.ifYourWorkNeedsIt"),
                        "",
                        signedIn);
            case BAD_REQUEST, METHOD_NOT_ALLOWED ->
                ErrorPage.of(
                        t("console.errorPages.thatCouldNotBeUnderstood"),
                        t("console.errorPages.somethingInTheAddressOr"),
                        t("console.errorPages.goBackCheckWhatYou"),
                        id,
                        signedIn);
            case TOO_LARGE ->
                ErrorPage.of(
                        t("console.errorPages.thatIsTooLarge"),
                        t("console.errorPages.theFileOrFormIs"),
                        t("console.errorPages.sendItInPartsNothing"),
                        "",
                        signedIn);
            case UNAVAILABLE ->
                ErrorPage.of(
                        t("console.errorPages.tooMuchAtOnce"),
                        t("console.errorPages.theProgramOrItsDatabase"),
                        t("console.errorPages.waitAFewSecondsAnd"),
                        id,
                        signedIn);
            default ->
                ErrorPage.of(
                        t("console.errorPages.somethingIsBrokenOnOur"),
                        t("console.errorPages.whatYouDidWasNot"),
                        t("console.errorPages.tryAgainIfItStays"),
                        id,
                        signedIn);
        };
    }

    private static Refusal problem(int status) {
        return switch (status) {
            case NOT_FOUND -> Refusal.of("no-such-route", t("console.refusal.thereIsNoSuchAddress"));
            case FORBIDDEN -> Refusal.of("forbidden", t("console.refusal.youMayNotDoThis"));
            default ->
                status < INTERNAL
                        ? Refusal.of("bad-request", t("console.refusal.theRequestCouldNotBe"))
                        : Refusal.of("internal-error", t("console.refusal.somethingIsWrongOnOur"));
        };
    }
}
