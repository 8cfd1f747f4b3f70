package dev.orderwright.access;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The people who can sign in. Passwords go in and never come out. */
@Component
public class Users {

    private final UserStore store;
    private final SessionStore sessions;
    private final Passwords passwords;
    private final SecurityLog log;
    private final Commands commands;
    private final Ids ids;

    Users(UserStore store, SessionStore sessions, Passwords passwords, SecurityLog log, Commands commands, Ids ids) {
        this.store = store;
        this.sessions = sessions;
        this.passwords = passwords;
        this.log = log;
        this.commands = commands;
        this.ids = ids;
    }

    /** Who was created or changed. */
    public record UserKey(long id, String login) {}

    public List<User> all() {
        return store.all();
    }

    public Optional<User> byLogin(String login) {
        return store.byLogin(normal(login));
    }

    /** A password for the first sign-in, easy to read out; the person must replace it. */
    public static String temporaryPassword() {
        return Secrets.readablePassword();
    }

    /** Adds a person with a password that they must change when they first sign in. */
    public Outcome<UserKey> create(Cause cause, String login, UserDetails details, String temporaryPassword) {
        String name = normal(login);
        List<Refusal> refusals = new ArrayList<>(UserRules.judgeLogin(name));
        refusals.addAll(UserRules.judge(details));
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String hash = passwords.hash(temporaryPassword);
        return commands.once(cause, "create-user", List.of(name, details), UserKey.class, run -> {
            UserKey key = new UserKey(ids.next(), name);
            if (!store.insert(key.id(), name, details, hash, true, run.at())) {
                return Outcome.refused(List.of(
                        Refusal.of("login-taken", "login", t("access.refusal.somebodyHasTheLoginAlready", name))));
            }
            record(run, key, "UserCreated", "user-created", facts(details));
            return Outcome.done(key);
        });
    }

    /** Changes what a person may do. Their sessions end, so that the change holds at once. */
    public Outcome<UserKey> change(Cause cause, String login, long version, UserDetails details) {
        List<Refusal> refusals = UserRules.judge(details);
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        String name = normal(login);
        return commands.once(cause, "change-user", List.of(name, version, details), UserKey.class, run -> {
            List<String> administrators = store.lockAdministrators();
            Optional<User> before = store.byLogin(name);
            if (before.isEmpty()) {
                return Outcome.refused("not-found", t("access.refusal.thereIsNobodyWithThe", name));
            }
            List<Refusal> lockout = UserRules.judgeAdministrators(administrators, name, details);
            if (!lockout.isEmpty()) {
                return Outcome.refused(lockout);
            }
            if (!store.update(name, version, details)) {
                return Outcome.refused("stale-version", t("access.refusal.somebodyElseChangedThisPerson"));
            }
            UserKey key = new UserKey(before.get().id(), name);
            sessions.endAllOf(key.id());
            record(run, key, "UserChanged", "user-changed", facts(details));
            return Outcome.done(key);
        });
    }

    /** Gives a person a new temporary password and ends their sessions. */
    public Outcome<UserKey> resetPassword(Cause cause, String login, String temporaryPassword) {
        String hash = passwords.hash(temporaryPassword);
        String name = normal(login);
        return commands.once(cause, "reset-password", name, UserKey.class, run -> {
            Optional<User> user = store.byLogin(name);
            if (user.isEmpty()) {
                return Outcome.refused("not-found", t("access.refusal.thereIsNobodyWithThe", name));
            }
            UserKey key = new UserKey(user.get().id(), name);
            store.setPassword(name, hash, true);
            sessions.endAllOf(key.id());
            record(run, key, "PasswordReset", "password-reset", Map.of());
            return Outcome.done(key);
        });
    }

    /** A person changes their own password. All their other sessions end. */
    public Outcome<UserKey> changeOwnPassword(Cause cause, User user, long keptSession, String current, String next) {
        if (!passwords.matches(current, store.passwordHash(user.login()).orElse(null))) {
            return Outcome.refused(
                    List.of(Refusal.of("wrong-password", "current", t("access.refusal.thisIsNotYourCurrent"))));
        }
        Optional<Refusal> bad = Passwords.judge("next", next, List.of(user.login(), user.displayName(), "orderwright"));
        if (bad.isPresent()) {
            return Outcome.refused(List.of(bad.get()));
        }
        String hash = passwords.hash(next);
        return commands.once(cause, "change-own-password", user.login(), UserKey.class, run -> {
            UserKey key = new UserKey(user.id(), user.login());
            store.setPassword(user.login(), hash, false);
            sessions.endAllOfExcept(user.id(), keptSession);
            record(run, key, "PasswordChanged", "password-changed", Map.of());
            return Outcome.done(key);
        });
    }

    private void record(Run run, UserKey key, String fact, String event, Map<String, Object> data) {
        run.fact(new Fact("user", key.id(), fact, data));
        log.note(event, run.actor().code(), key.login(), "", data.isEmpty() ? "" : data.toString());
    }

    private static Map<String, Object> facts(UserDetails details) {
        return Facts.data(
                "roles", details.roles().stream().map(Role::name).sorted().toList(),
                "nodes", details.nodes(),
                "channels", details.channels(),
                "amountCap", details.amountCap() == null ? "none" : details.amountCap(),
                "active", details.active());
    }

    static String normal(String login) {
        return login.strip().toLowerCase(Locale.ROOT);
    }
}
