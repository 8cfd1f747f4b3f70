package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.Permissions;
import dev.orderwright.access.Role;
import dev.orderwright.access.Session;
import dev.orderwright.access.Sessions;
import dev.orderwright.access.User;
import dev.orderwright.access.Users;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One's own account: what one may do, where one is signed in, a new password. */
@Controller
class AccountScreens {

    private static final int UNPROCESSABLE = 422;

    private final Users users;
    private final Sessions sessions;
    private final Show show;
    private final Limits limits;
    private final InstantSource clock;

    AccountScreens(Users users, Sessions sessions, Show show, Limits limits, InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.show = show;
        this.limits = limits;
        this.clock = clock;
    }

    @GetMapping("/account")
    @Requires(Permissions.CONSOLE_USE)
    WebPage account(HttpServletRequest request, Who who) {
        Session current = Caller.requireSession(request);
        User user = current.user();
        List<Chip> roles = user.roles().stream()
                .sorted()
                .map(role -> new Chip(role.label(), dev.orderwright.shared.ui.Tone.NEUTRAL, role.duty()))
                .toList();
        List<KeyValue> facts = List.of(
                KeyValue.of(t("access.accountScreens.login"), user.login()),
                KeyValue.of(t("access.accountScreens.nodes"), limits.places(user.nodes())),
                KeyValue.of(t("access.accountScreens.channels"), limits.places(user.channels())),
                KeyValue.of(t("access.accountScreens.refundsAndDiscounts"), limits.cap(user.amountCap())),
                KeyValue.of(t("access.accountScreens.personalData"), personalData(who)));
        List<String> allowed = Permissions.all().stream()
                .filter(permission -> who.may(permission.name()))
                .map(Permissions.Permission::meaning)
                .toList();
        List<AccountViews.Account.SessionRow> rows = sessions.of(user).stream()
                .map(session -> row(session, session.id() == current.id()))
                .toList();
        return WebPage.of(
                "access/account.jte",
                new AccountViews.Account(user.displayName(), roles, facts, allowed, rows),
                t("access.accountScreens.myAccount"));
    }

    @GetMapping("/account/password")
    @Requires(Permissions.CONSOLE_USE)
    WebPage passwordForm(HttpServletRequest request) {
        return passwordPage(Caller.requireSession(request).user(), List.of());
    }

    @PostMapping("/account/password")
    @Requires(Permissions.CONSOLE_USE)
    Screen changePassword(
            HttpServletRequest request,
            Cause cause,
            @RequestParam(defaultValue = "") String current,
            @RequestParam(defaultValue = "") String next) {
        Session session = Caller.requireSession(request);
        return switch (users.changeOwnPassword(cause, session.user(), session.id(), current, next)) {
            case Outcome.Done<Users.UserKey> done ->
                Redirect.to(
                        session.user().mustChangePassword() ? "/" : "/account",
                        Flash.done(t("access.accountScreens.yourPasswordIsChangedYou")));
            case Outcome.Refused<Users.UserKey>(List<Refusal> refusals) ->
                passwordPage(session.user(), refusals).status(UNPROCESSABLE);
        };
    }

    @PostMapping("/account/sessions/{id}/end")
    @Requires(Permissions.CONSOLE_USE)
    Screen endSession(HttpServletRequest request, @PathVariable long id) {
        boolean ended = sessions.end(Caller.requireSession(request).user(), id, request.getRemoteAddr());
        return Redirect.to(
                "/account",
                ended
                        ? Flash.done(t("access.accountScreens.thatSessionIsEnded"))
                        : Flash.refused(t("access.refusal.itHadEndedAlready")));
    }

    @PostMapping("/account/sessions/end-others")
    @Requires(Permissions.CONSOLE_USE)
    Screen endOtherSessions(HttpServletRequest request) {
        Session session = Caller.requireSession(request);
        int ended = sessions.endOthers(session.user(), session.id(), request.getRemoteAddr());
        return Redirect.to("/account", Flash.done(t("access.accountScreens.signedOutInOtherPlaces", ended)));
    }

    private static WebPage passwordPage(User user, List<Refusal> refusals) {
        Field current = Field.password("current", t("access.accountScreens.currentPassword"), "current-password")
                .errorsOf(refusals);
        Field next = Field.password("next", t("access.accountScreens.newPassword"), "new-password")
                .hint(t("access.accountScreens.atLeastCharactersThreeOr"))
                .errorsOf(refusals);
        WebPage page = WebPage.of(
                "access/password.jte",
                new AccountViews.NewPassword(current, next, user.mustChangePassword()),
                t("access.accountScreens.newPassword"));
        return user.mustChangePassword()
                ? page.framed(WebPage.BARE)
                : page.crumb(t("access.accountScreens.myAccount"), "/account");
    }

    private AccountViews.Account.SessionRow row(Session session, boolean current) {
        Instant now = clock.instant();
        return new AccountViews.Account.SessionRow(
                SecurityWords.device(session.device()),
                session.address(),
                show.moment(session.startedAt()),
                current ? t("access.accountScreens.now") : Show.age(session.lastSeenAt(), now),
                current,
                "/account/sessions/" + session.id() + "/end");
    }

    private static String personalData(Who who) {
        if (who.seesPersonalData()) {
            return t("access.accountScreens.shown");
        }
        return who.may("personal:reveal")
                ? t("access.accountScreens.hiddenUntilYouSayWhy")
                : t("access.accountScreens.hidden");
    }

    static String rolesOf(User user) {
        return String.join(", ", user.roles().stream().sorted().map(Role::label).toList());
    }
}
