package dev.orderwright.access;

import dev.orderwright.shared.Actor;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The door: takes a login and a password and opens a session, or says why not without telling who exists. */
@Component
public class SignIn {

    private static final int LOGIN_LENGTH_MAX = 64;

    private final UserStore users;
    private final Sessions sessions;
    private final Passwords passwords;
    private final SignInThrottle throttle;
    private final SecurityLog log;
    private final InstantSource clock;

    SignIn(
            UserStore users,
            Sessions sessions,
            Passwords passwords,
            SignInThrottle throttle,
            SecurityLog log,
            InstantSource clock) {
        this.users = users;
        this.sessions = sessions;
        this.passwords = passwords;
        this.throttle = throttle;
        this.log = log;
        this.clock = clock;
    }

    /** What became of a try. */
    public sealed interface Result {

        /** The session's token goes into the cookie, and nowhere else. */
        record SignedIn(String token, boolean mustChangePassword) implements Result {}

        /** Login or password is wrong; it is not said which. */
        record Refused() implements Result {}

        /** Too many tries from there. */
        record TryLater(Duration pause) implements Result {}
    }

    /** Every try costs one password hash, whether or not the login exists. */
    public Result signIn(String login, String password, String address, String device) {
        String name = Users.normal(login);
        String counted = name.substring(0, Math.min(name.length(), LOGIN_LENGTH_MAX));
        Optional<Duration> wait = throttle.wait(address, counted);
        if (wait.isPresent()) {
            log.note("sign-in-throttled", "nobody", counted, address, "");
            return new Result.TryLater(wait.get());
        }
        if (!passwords.matches(password, users.passwordHash(name).orElse(null))) {
            throttle.failed(address, counted);
            log.note("sign-in-refused", "nobody", counted, address, "");
            return new Result.Refused();
        }
        throttle.succeeded(counted);
        User user = users.byLogin(name).orElseThrow();
        users.signedIn(user.id(), clock.instant());
        String token = sessions.open(user, address, device);
        log.note("signed-in", Actor.user(name).code(), name, address, device);
        return new Result.SignedIn(token, user.mustChangePassword());
    }
}
