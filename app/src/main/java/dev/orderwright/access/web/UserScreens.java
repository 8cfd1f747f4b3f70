package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.Role;
import dev.orderwright.access.User;
import dev.orderwright.access.UserDetails;
import dev.orderwright.access.Users;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.History;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.TimelineEntry;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The people who can sign in, for administrators. */
@Controller
class UserScreens {

    private static final int UNPROCESSABLE = 422;
    private static final int HISTORY_MAX = 50;
    private static final String LIST = "/admin/users";

    private final Users users;
    private final Facts facts;
    private final Limits limits;
    private final Show show;

    UserScreens(Users users, Facts facts, Limits limits, Show show) {
        this.users = users;
        this.facts = facts;
        this.limits = limits;
        this.show = show;
    }

    @GetMapping(LIST)
    @Requires("access:admin")
    WebPage list() {
        List<UserViews.UserList.Row> rows = users.all().stream().map(this::row).toList();
        return WebPage.of("access/users.jte", new UserViews.UserList(rows), t("access.userScreens.people"))
                .in("users");
    }

    @GetMapping(LIST + "/new")
    @Requires("access:admin")
    WebPage newForm() {
        UserForm empty = new UserForm("", "", List.of(), "", "", "", true, "");
        return form(null, empty, List.of());
    }

    @PostMapping(LIST)
    @Requires("access:admin")
    Screen create(Cause cause, @RequestParam MultiValueMap<String, String> input) {
        UserForm form = UserForm.of(input);
        List<Refusal> unreadable = new ArrayList<>();
        UserDetails details = form.details(limits, unreadable);
        if (!unreadable.isEmpty()) {
            return form(null, form, unreadable).status(UNPROCESSABLE);
        }
        String password = Users.temporaryPassword();
        return switch (users.create(cause, form.login(), details, password)) {
            case Outcome.Refused<Users.UserKey>(List<Refusal> refusals) ->
                form(null, form, refusals).status(UNPROCESSABLE);
            case Outcome.Done<Users.UserKey>(Users.UserKey key, boolean replayed) ->
                shown(key.login(), details.displayName(), password, replayed);
        };
    }

    @GetMapping(LIST + "/{login}")
    @Requires("access:admin")
    WebPage edit(@PathVariable String login) {
        User user = require(login);
        UserForm form = new UserForm(
                user.login(),
                user.displayName(),
                user.roles().stream().map(Role::name).toList(),
                String.join(", ", user.nodes()),
                String.join(", ", user.channels()),
                limits.typedCap(user.amountCap()),
                user.active(),
                String.valueOf(user.version()));
        return form(user, form, List.of());
    }

    @PostMapping(LIST + "/{login}")
    @Requires("access:admin")
    Screen change(@PathVariable String login, Cause cause, @RequestParam MultiValueMap<String, String> input) {
        User user = require(login);
        UserForm form = UserForm.of(input);
        List<Refusal> unreadable = new ArrayList<>();
        UserDetails details = form.details(limits, unreadable);
        if (!unreadable.isEmpty()) {
            return form(user, form, unreadable).status(UNPROCESSABLE);
        }
        return switch (users.change(cause, login, form.versionNumber(), details)) {
            case Outcome.Refused<Users.UserKey>(List<Refusal> refusals) ->
                form(user, form, refusals).status(UNPROCESSABLE);
            case Outcome.Done<Users.UserKey> done ->
                Redirect.to(LIST, Flash.done(t("access.userScreens.isChangedAndMustSign", details.displayName())));
        };
    }

    @GetMapping(LIST + "/{login}/reset-password")
    @Requires("access:admin")
    WebPage askResetPassword(@PathVariable String login) {
        User user = require(login);
        String url = LIST + "/" + user.login();
        return WebPage.asking(Dialog.of(
                                t("access.user.resetThePasswordOf", user.displayName()),
                                url + "/reset-password",
                                url,
                                t("access.user.resetPassword"))
                        .explained(t("access.user.allTheirSessionsEnd"))
                        .dangerous())
                .in("users")
                .crumb(t("access.userScreens.people"), LIST)
                .crumb(user.displayName(), url);
    }

    @PostMapping(LIST + "/{login}/reset-password")
    @Requires("access:admin")
    Screen resetPassword(@PathVariable String login, Cause cause) {
        User user = require(login);
        String password = Users.temporaryPassword();
        return switch (users.resetPassword(cause, login, password)) {
            case Outcome.Refused<Users.UserKey> refused ->
                Redirect.to(LIST, Flash.refused(refused.first().reason()));
            case Outcome.Done<Users.UserKey>(Users.UserKey key, boolean replayed) ->
                shown(key.login(), user.displayName(), password, replayed);
        };
    }

    /** A repeated request has made another password than the first one, which cannot be shown again. */
    private static Screen shown(String login, String name, String password, boolean replayed) {
        if (replayed) {
            return Redirect.to(LIST + "/" + login, Flash.refused(t("access.refusal.thatWasDoneAlreadyReset")));
        }
        return WebPage.of(
                        "access/password-shown.jte",
                        new UserViews.ShownPassword(name, login, password, LIST + "/" + login),
                        t("access.userScreens.temporaryPassword"))
                .in("users")
                .crumb(t("access.userScreens.people"), LIST);
    }

    private WebPage form(@org.jspecify.annotations.Nullable User user, UserForm form, List<Refusal> refusals) {
        List<Field> fields = List.of(
                Field.text("login", t("access.userScreens.login"), form.login())
                        .hint(t("access.userScreens.smallLettersDigitsDotsDashes"))
                        .mandatory(),
                Field.text("displayName", t("shared.word.name"), form.displayName())
                        .mandatory(),
                Field.text("nodes", t("access.userScreens.onlyAtTheseNodes"), form.nodes())
                        .hint(t("access.userScreens.codesWithCommasBetweenThem")),
                Field.text("channels", t("access.userScreens.onlyForTheseChannels"), form.channels())
                        .hint(t("access.userScreens.codesWithCommasBetweenThem2")),
                Field.text(
                                "amountCap",
                                t("access.userScreens.refundsAndDiscountsUpTo", limits.currency()),
                                form.amountCap())
                        .hint(t("access.userScreens.aboveItASecondPerson")));
        String rolesError = refusals.stream()
                .filter(refusal -> refusal.field().equals("roles"))
                .map(Refusal::reason)
                .findFirst()
                .orElse("");
        List<Refusal> rest = Field.rest(refusals, fields).stream()
                .filter(refusal -> !refusal.field().equals("roles"))
                .toList();
        List<Field> shown =
                fields.stream().map(field -> field.errorsOf(refusals)).toList();
        String name = user == null ? t("access.userScreens.newPerson") : user.displayName();
        String action = user == null ? LIST : LIST + "/" + user.login();
        UserViews.UserDetail view = new UserViews.UserDetail(
                user == null,
                name,
                action,
                user == null ? "" : action + "/reset-password",
                shown.get(0),
                shown.get(1),
                form.choices(),
                rolesError,
                shown.get(2),
                shown.get(3),
                shown.get(4),
                form.active(),
                form.version(),
                rest,
                user == null ? List.of() : history(user));
        return WebPage.of("access/user.jte", view, name).in("users").crumb(t("access.userScreens.people"), LIST);
    }

    private List<TimelineEntry> history(User user) {
        return History.of(facts.of("user", user.id(), HISTORY_MAX), show);
    }

    private UserViews.UserList.Row row(User user) {
        String limitsText = user.nodes().isEmpty() && user.channels().isEmpty() && user.amountCap() == null
                ? "–"
                : t(
                        "access.userScreens.nodesChannels",
                        limits.places(user.nodes()),
                        limits.places(user.channels()),
                        limits.cap(user.amountCap()));
        return new UserViews.UserList.Row(
                user.displayName(),
                user.login(),
                LIST + "/" + user.login(),
                AccountScreens.rolesOf(user),
                limitsText,
                show.moment(user.lastSignedInAt()),
                state(user));
    }

    private static Chip state(User user) {
        if (!user.active()) {
            return Chip.of(t("access.userScreens.locked"), Tone.WARN);
        }
        return user.mustChangePassword()
                ? Chip.of(t("access.userScreens.newPasswordDue"), Tone.INFO)
                : Chip.of(t("access.userScreens.active"), Tone.GOOD);
    }

    private User require(String login) {
        Optional<User> user = users.byLogin(login);
        return user.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
