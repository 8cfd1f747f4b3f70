package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.Session;
import dev.orderwright.access.Sessions;
import dev.orderwright.access.SignIn;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** Signing in and out. */
@Controller
class SignInScreens {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;

    private final SignIn signIn;
    private final Sessions sessions;

    SignInScreens(SignIn signIn, Sessions sessions) {
        this.signIn = signIn;
        this.sessions = sessions;
    }

    @GetMapping("/login")
    Screen form(
            HttpServletRequest request,
            @RequestParam(defaultValue = "/") String next,
            @RequestParam @Nullable String expired,
            @RequestParam @Nullable String out) {
        if (Who.of(request).isPresent()) {
            return Redirect.to(local(next));
        }
        String notice = expired == null
                ? out == null ? "" : t("access.signInScreens.youAreSignedOut")
                : t("access.signInScreens.yourSessionHasEndedSign");
        return page("", next, "", notice);
    }

    @PostMapping("/login")
    Screen signIn(
            HttpServletRequest request,
            HttpServletResponse response,
            @RequestParam(defaultValue = "") String login,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "/") String next,
            @RequestHeader(name = "User-Agent", defaultValue = "unknown") String device) {
        return switch (signIn.signIn(login, password, request.getRemoteAddr(), device)) {
            case SignIn.Result.SignedIn(String token, boolean mustChangePassword) -> {
                Caller.session(request).ifPresent(old -> sessions.end(old.user(), old.id(), request.getRemoteAddr()));
                SessionCookie.set(request, response, token);
                yield Redirect.to(mustChangePassword ? "/account/password" : local(next));
            }
            case SignIn.Result.Refused() ->
                page(login, next, t("access.signInScreens.wrong"), "").status(UNAUTHORIZED);
            case SignIn.Result.TryLater(Duration pause) -> {
                response.setHeader("Retry-After", String.valueOf(pause.toSeconds() + 1));
                String problem = t("access.signInScreens.tooManyTriesWaitSeconds", (pause.toSeconds() + 1));
                yield page(login, next, problem, "").status(TOO_MANY_REQUESTS);
            }
        };
    }

    @PostMapping("/logout")
    @Requires("console:use")
    Screen signOut(HttpServletRequest request, HttpServletResponse response) {
        Session session = Caller.requireSession(request);
        sessions.end(session.user(), session.id(), request.getRemoteAddr());
        SessionCookie.clear(request, response);
        return Redirect.to("/login?out");
    }

    /** Shows personal data for a while; the reason stays in the log. */
    @PostMapping("/reveal")
    @Requires("personal:reveal")
    Screen reveal(
            HttpServletRequest request,
            @RequestParam String reason,
            @RequestHeader(name = "Referer", defaultValue = "/") String from) {
        String back = path(from);
        if (reason.strip().length() < 3) {
            return Redirect.to(back, Flash.refused(t("access.refusal.sayWhyYouNeedIt")));
        }
        sessions.reveal(Caller.requireSession(request), reason.strip(), request.getRemoteAddr());
        return Redirect.to(back, Flash.done(t("access.signInScreens.personalDataIsShownFor")));
    }

    private static WebPage page(String login, String next, String problem, String notice) {
        Field loginField = Field.text("login", t("access.signInScreens.login"), login)
                .mandatory()
                .fillBy("username");
        Field passwordField = Field.password("password", t("access.signInScreens.password"), "current-password");
        return WebPage.of(
                        "access/sign-in.jte",
                        new AccountViews.SignInForm(loginField, passwordField, local(next), problem, notice),
                        t("access.signInScreens.signIn"))
                .framed(WebPage.BARE);
    }

    private static String local(String url) {
        return Redirect.isLocal(url) && !url.startsWith("/login") ? url : "/";
    }

    /** The path and query of the page a form stood on. */
    private static String path(String url) {
        int host = url.indexOf("//");
        int path = url.indexOf('/', host < 0 ? 0 : host + 2);
        return path < 0 ? "/" : local(url.substring(path));
    }
}
