package dev.orderwright.insight.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.insight.Flow.Span;
import dev.orderwright.inventory.Inventory;
import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.api.ApiRefusal;
import dev.orderwright.shared.ui.Show;
import java.time.InstantSource;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The days up to today, in the company's zone. */
@Component
class Spans {

    private final Inventory inventory;
    private final Show show;
    private final InstantSource clock;

    Spans(Inventory inventory, Show show, InstantSource clock) {
        this.inventory = inventory;
        this.show = show;
        this.clock = clock;
    }

    /** @param node code of a node, empty for all */
    Span of(int days, String channel, String node) {
        LocalDate tomorrow = clock.instant().atZone(show.zone()).toLocalDate().plusDays(1);
        return new Span(tomorrow.minusDays(days), tomorrow, channel, nodeId(node));
    }

    private long nodeId(String code) {
        return code.isEmpty()
                ? 0
                : inventory.nodes().stream()
                        .filter(node -> node.code().equalsIgnoreCase(code))
                        .map(Node::id)
                        .findFirst()
                        .orElseThrow(() -> ApiRefusal.badRequest(
                                Refusal.of("bad-filter", "node", t("insight.refusal.thereIsNoNode", code))));
    }
}
