package dev.orderwright.access;

import dev.orderwright.shared.Ids;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Makes the first person who can sign in when there is nobody yet: login {@code admin}, all roles, and a random
 * password that whoever starts the program prints once. There is no default password.
 */
@Component
public class FirstAdministrator {

    /** The login of the first person. */
    public static final String LOGIN = "admin";

    private final Optional<String> oneTimePassword;

    FirstAdministrator(UserStore users, Passwords passwords, SecurityLog log, Ids ids, InstantSource clock) {
        oneTimePassword = users.anyone() ? Optional.empty() : create(users, passwords, log, ids, clock);
    }

    /** The password, if this very start of the program made the first person; it is nowhere else. */
    public Optional<String> oneTimePassword() {
        return oneTimePassword;
    }

    /** Of several program nodes that start at once, the one whose row gets in has the password. */
    private static Optional<String> create(
            UserStore users, Passwords passwords, SecurityLog log, Ids ids, InstantSource clock) {
        String password = Secrets.readablePassword();
        UserDetails details =
                new UserDetails("Administrator", EnumSet.allOf(Role.class), List.of(), List.of(), null, true);
        boolean created = users.insert(ids.next(), LOGIN, details, passwords.hash(password), false, clock.instant());
        if (created) {
            log.note("user-created", "system:first-start", LOGIN, "", "first administrator");
        }
        return created ? Optional.of(password) : Optional.empty();
    }
}
