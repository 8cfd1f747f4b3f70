package dev.orderwright.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsRulesTests {

    private static final List<String> KNOWN = List.of("ann.lee", "Ann Lee", "orderwright");

    @ParameterizedTest
    @CsvSource({
        "short, password-short",
        "password1234, password-guessable",
        "aaaaaaaaaaaa, password-guessable",
        "qwertyuiop12, password-guessable",
        "ann.lee.ann.lee, password-guessable",
        "orderwright!, password-guessable",
        "abcdefghijkl, password-guessable"
    })
    void whatOthersWouldGuessIsRefused(String password, String code) {
        assertThat(Passwords.judge("next", password, KNOWN)).hasValueSatisfying(refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo("next");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"violet kettle marching tundra", "k7qmw-3xvdp-9wtrh", "Straße für übergroße Möbel"})
    void wordsWillDoWithoutDigitsOrSigns(String password) {
        assertThat(Passwords.judge("next", password, KNOWN)).isEmpty();
    }

    @Test
    void veryLongPasswordsAreTakenAndEndlessOnesAreNot() {
        String words = "violet kettle marching tundra ".repeat(4).strip();
        assertThat(Passwords.judge("next", words, KNOWN)).isEmpty();
        assertThat(Passwords.judge("next", words + words, KNOWN).map(Refusal::code))
                .hasValue("password-long");
    }

    @Test
    void theHashIsArgon2idWithTheAgreedCostAndTellsRightFromWrong() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("violet kettle marching tundra");

        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("violet kettle marching tundra", hash)).isTrue();
        assertThat(passwords.matches("violet kettle marching tundr", hash)).isFalse();
        assertThat(passwords.matches("anything", null)).isFalse();
    }

    @Test
    void anUnknownLoginTakesAsLongAsAWrongPassword() {
        Passwords passwords = new Passwords();
        String hash = passwords.hash("violet kettle marching tundra");
        long wrong = fastestNanos(() -> passwords.matches("wrong", hash));
        long unknown = fastestNanos(() -> passwords.matches("wrong", null));

        assertThat((double) unknown / wrong).isBetween(0.5, 2.0);
    }

    private static long fastestNanos(Runnable work) {
        long fastest = Long.MAX_VALUE;
        for (int i = 0; i < 7; i++) {
            long start = System.nanoTime();
            work.run();
            fastest = Math.min(fastest, System.nanoTime() - start);
        }
        return fastest;
    }
}
