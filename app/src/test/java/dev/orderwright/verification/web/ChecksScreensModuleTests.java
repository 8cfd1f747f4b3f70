package dev.orderwright.verification.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.orders.Shop;
import dev.orderwright.verification.Check;
import dev.orderwright.verification.Policies;
import dev.orderwright.verification.Policy;
import dev.orderwright.verification.Policy.Rule;
import dev.orderwright.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The policy of the checks is seen and changed on its page. */
class ChecksScreensModuleTests {

    private static final World WORLD = World.fresh();
    private static final String URL = "/admin/checks";

    private final Shop shop = new Shop(WORLD);
    private final Policies policies = WORLD.bean(Policies.class);
    private final Visitor administrator = Visitor.signedIn(
            WORLD,
            FirstAdministrator.LOGIN,
            WORLD.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());

    @AfterAll
    static void close() {
        WORLD.close();
    }

    private Policy current() {
        return policies.at(WORLD.clock().instant()).policy();
    }

    /** What the page would send of a policy, with some of it changed. */
    private String[] form(List<Rule> rules, String... changes) {
        Map<String, String> form = new java.util.LinkedHashMap<>();
        rules.forEach(rule -> {
            String key = PolicyForm.key(rule);
            form.put(PolicyForm.VERDICT + key, rule.verdict().name());
            rule.limits().forEach((limit, value) -> form.put(PolicyForm.limit(limit, key), Long.toString(value)));
        });
        form.put("version", Integer.toString(current().version()));
        form.put("why", "a test");
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        List<String> fields = new ArrayList<>();
        form.forEach((name, value) -> fields.addAll(List.of(name, value)));
        return fields.toArray(String[]::new);
    }

    @Test
    void everyCheckStandsOnThePageInItsOrder() {
        String page = administrator.get(URL).body();

        int at = 0;
        for (Check check : Check.values()) {
            int next = page.indexOf("name=\"verdict." + check + ".\"", at);
            assertThat(next).as(check.name()).isGreaterThan(at);
            at = next;
        }
    }

    @Test
    void aCheckThatAPolicyOfBeforeDoesNotKnowIsTakenUpOnThePage() {
        List<Rule> before = current().rules().stream()
                .filter(rule -> rule.check() != Check.PACK)
                .toList();
        policies.make(shop.cause(), new Policies.Wish(current().version(), before, "as of before"))
                .orThrow();

        assertThat(administrator.get(URL).body()).contains("name=\"verdict.PACK.\"");
        assertThat(administrator
                        .submit(URL, URL, form(before, "verdict.PACK.", "HOLD"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(current().rules()).contains(new Rule(Check.PACK, Policy.ANY_CHANNEL, Verdict.HOLD, Map.of()));
    }
}
