package dev.orderwright.access;

import static dev.orderwright.shared.Texts.t;

import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import dev.orderwright.shared.Refusal;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Stores passwords as Argon2id (19 MiB, 2 rounds, 1 lane) and judges new ones: length and guessability count, kinds of
 * characters do not.
 */
@Component
class Passwords {

    static final int LENGTH_MIN = 12;
    static final int LENGTH_MAX = 128;

    /** So many characters must be left when one's own name is taken away. */
    private static final int OWN_LENGTH_MIN = 8;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;

    /** zxcvbn: 3 of 4 is "safely unguessable", more than 10^8 guesses. */
    private static final int SCORE_MIN = 3;

    /** Each hash takes 19 MiB for some 50 ms: a flood of sign-ins must not take all memory. */
    private static final int AT_ONCE_MAX = 8;

    private static final int WAIT_SECONDS_MAX = 5;

    /**
     * Compared against when nobody has the login, so that the answer takes as long as for a wrong password. No password is
     * known to have it.
     */
    private static final String NOBODY = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s"
            .formatted(MEMORY_KIB, ROUNDS, LANES, zeros(SALT_BYTES), zeros(HASH_BYTES));

    private final Argon2PasswordEncoder argon2;
    private final Semaphore slots = new Semaphore(AT_ONCE_MAX);

    /** @param cheaper where people are made up and sign in all the time: in tests */
    @Autowired
    Passwords(ObjectProvider<Argon2PasswordEncoder> cheaper) {
        argon2 = cheaper.getIfAvailable(Passwords::asAgreed);
    }

    Passwords() {
        argon2 = asAgreed();
    }

    private static Argon2PasswordEncoder asAgreed() {
        return new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, ROUNDS);
    }

    private static String zeros(int bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(new byte[bytes]);
    }

    String hash(String password) {
        return inSlot(() -> String.valueOf(argon2.encode(password)));
    }

    boolean matches(String password, @Nullable String hash) {
        boolean usable = password.length() <= LENGTH_MAX && hash != null;
        String attempt = password.substring(0, Math.min(password.length(), LENGTH_MAX));
        boolean equal = inSlot(() -> argon2.matches(attempt, hash == null ? NOBODY : hash));
        return equal && usable;
    }

    /** What is wrong with a new password, none when it is good. */
    static Optional<Refusal> judge(String field, String password, List<String> known) {
        if (password.length() < LENGTH_MIN) {
            return Optional.of(
                    Refusal.of("password-short", field, t("access.refusal.takeAtLeastCharactersWords", LENGTH_MIN)));
        }
        if (password.length() > LENGTH_MAX) {
            return Optional.of(
                    Refusal.of("password-long", field, t("access.refusal.takeAtMostCharacters", LENGTH_MAX)));
        }
        if (withoutKnown(password, known).length() < OWN_LENGTH_MIN) {
            return Optional.of(Refusal.of("password-guessable", field, t("access.refusal.thisIsMadeOfYour")));
        }
        Strength strength = new Zxcvbn().measure(password, known);
        if (strength.getScore() < SCORE_MIN) {
            String warning = strength.getFeedback().getWarning();
            String reason = warning.isEmpty() ? "This would be guessed soon." : warning + ".";
            return Optional.of(
                    Refusal.of("password-guessable", field, t("access.refusal.threeOrFourUnrelatedWords", reason)));
        }
        return Optional.empty();
    }

    /** What is left of a password without the names that everybody knows. */
    private static String withoutKnown(String password, List<String> known) {
        String rest = password.toLowerCase(Locale.ROOT);
        for (String name : known) {
            rest = rest.replace(name.toLowerCase(Locale.ROOT), "");
        }
        return rest;
    }

    private <T> T inSlot(Supplier<T> work) {
        try {
            if (!slots.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new RejectedExecutionException("too many sign-ins at once");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RejectedExecutionException("interrupted", e);
        }
        try {
            return work.get();
        } finally {
            slots.release();
        }
    }
}
