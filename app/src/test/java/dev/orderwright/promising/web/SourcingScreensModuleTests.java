package dev.orderwright.promising.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.orderwright.Visitor;
import dev.orderwright.World;
import dev.orderwright.access.FirstAdministrator;
import dev.orderwright.orders.Shop;
import dev.orderwright.promising.SourcingStrategy;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.Strategies;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The strategy is changed on its page, by who may; each test has a channel of its own. */
class SourcingScreensModuleTests {

    private static final String URL = "/admin/sourcing";

    private final World world = World.shared();
    private final Shop shop = new Shop(world);
    private final Visitor administrator = Visitor.signedIn(
            world,
            FirstAdministrator.LOGIN,
            world.bean(FirstAdministrator.class).oneTimePassword().orElseThrow());

    private SourcingStrategy latest() {
        return world.bean(Strategies.class).latest(1).getFirst().strategy();
    }

    /** What the page holds, with a change. */
    private HttpResponse<String> save(List<Rule> rules, String... changes) {
        List<String> fields = new ArrayList<>(List.of("version", Integer.toString(latest().version())));
        SourcingForm.of(0, rules).in().forEach((name, value) -> fields.addAll(List.of(name, value)));
        for (int i = 0; i < changes.length; i += 2) {
            int at = fields.indexOf(changes[i]);
            if (at >= 0) {
                fields.set(at + 1, changes[i + 1]);
            } else {
                fields.addAll(List.of(changes[i], changes[i + 1]));
            }
        }
        return administrator.submit(URL, URL, fields.toArray(String[]::new));
    }

    private Rule all() {
        return latest().of(SourcingStrategy.ANY_CHANNEL);
    }

    @Test
    void aChannelGetsARuleOfItsOwnWhichIsToldInWordsAndTakenBack() {
        String channel = shop.word("page-").toLowerCase(Locale.ROOT);
        assertThat(save(List.of(all()), "newChannel", channel, "why", "a test").statusCode())
                .isEqualTo(303);
        assertThat(latest().rules()).anyMatch(rule -> rule.channel().equals(channel));

        List<Rule> rules = List.of(all(), latest().of(channel));
        save(rules, "rules[1].aim", "LEAST_COST", "rules[1].splitPenalty", "2.50", "why", "carriage is dear");
        Rule changed = latest().of(channel);
        assertThat(changed.aim()).isEqualTo(Aim.LEAST_COST);
        assertThat(changed.splitPenalty()).isEqualTo(250);
        assertThat(all().aim()).isEqualTo(Aim.FEWEST_SHIPMENTS);
        assertThat(administrator.get(URL).body())
                .contains(channel, "One more shipment is taken where it saves more than", "carriage is dear");

        save(List.of(all(), changed), "rules[1].aim", "AS_ALL", "why", "enough");
        assertThat(latest().rules()).noneMatch(rule -> rule.channel().equals(channel));
    }

    @Test
    void whatIsWrongIsSaidAtItsFieldAndWhatWasTypedStays() {
        int before = latest().version();
        HttpResponse<String> answer =
                save(List.of(all()), "rules[0].splitPenalty", "plenty", "rules[0].latePerDay", "1.5", "why", "a test");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("plenty", "1.5").contains("rules[0].splitPenalty");
        assertThat(save(List.of(all()), "rules[0].splitPenalty", "99999", "why", "a test")
                        .body())
                .contains("must be between");
        assertThat(save(List.of(all()), "rules[0].splitPenalty", "0.001", "why", "a test")
                        .body())
                .contains("This is no amount in GBP");
        assertThat(save(List.of(all()), "why", "").statusCode()).isEqualTo(422);
        assertThat(save(List.of(all()), "from", "2020-01-01", "why", "late").body())
                .contains("A strategy begins now or later");
        assertThat(latest().version()).isEqualTo(before);
    }

    @Test
    void whoSawAnOlderVersionIsToldSo() {
        int before = latest().version();
        HttpResponse<String> answer = save(List.of(all()), "version", Integer.toString(before - 1), "why", "overtaken");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Somebody else has changed the strategy");
        assertThat(administrator.get(URL + "?version=0").body()).contains("from the beginning");
        assertThat(administrator.get(URL + "?version=999999").statusCode()).isEqualTo(404);
    }
}
