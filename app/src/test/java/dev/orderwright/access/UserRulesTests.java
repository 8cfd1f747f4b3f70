package dev.orderwright.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.shared.Refusal;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserRulesTests {

    private static final UserDetails ANN =
            new UserDetails("Ann Lee", Set.of(Role.ORDER_DESK), List.of("LEEDS"), List.of(), 5000L, true);

    @Test
    void anOrdinaryPersonIsFine() {
        assertThat(UserRules.judge(ANN)).isEmpty();
        assertThat(UserRules.judgeLogin("ann.lee@example.com")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ann", "ann lee", "-ann", "ann/../bob", "ann\n", "änn"})
    void loginsAreSimple(String login) {
        assertThat(UserRules.judgeLogin(login)).extracting(Refusal::code).containsExactly("invalid-login");
    }

    @Test
    void everythingWrongIsSaidAtOnceWithItsField() {
        UserDetails wrong = new UserDetails(" ", Set.of(), List.of("a b"), List.of("x;y"), -1L, true);

        assertThat(UserRules.judge(wrong))
                .extracting(Refusal::field)
                .containsExactly("displayName", "roles", "nodes", "channels", "amountCap");
    }

    @Test
    void theLastAdministratorStaysOne() {
        UserDetails locked = new UserDetails("Root", Set.of(Role.ADMINISTRATOR), List.of(), List.of(), null, false);

        assertThat(UserRules.judgeAdministrators(List.of("root"), "root", ANN))
                .extracting(Refusal::code)
                .containsExactly("last-administrator");
        assertThat(UserRules.judgeAdministrators(List.of("root"), "root", locked))
                .isNotEmpty();
        assertThat(UserRules.judgeAdministrators(List.of("root", "second"), "root", ANN))
                .isEmpty();
        assertThat(UserRules.judgeAdministrators(List.of("root"), "ann", ANN)).isEmpty();
    }
}
