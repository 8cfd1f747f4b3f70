package dev.orderwright.orders;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.orders.Priorities.Wish;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a priority formula may be. */
final class PriorityRules {

    /** Far from what sums could not hold, with orders of a hundred billion. */
    static final int POINTS_MAX = 1_000_000;

    private static final int VALUE_MAX = 10_000;
    private static final int CHANNELS_MAX = 100;
    private static final int TEXT_MAX = 500;
    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private PriorityRules() {}

    static List<Refusal> refusals(Wish wish) {
        List<Refusal> refusals = new ArrayList<>(refusals(wish.formula()));
        if (wish.why().isBlank() || wish.why().length() > TEXT_MAX) {
            refusals.add(Refusal.of("missing-reason", "why", t("orders.refusal.sayWhy", TEXT_MAX)));
        }
        return refusals;
    }

    static List<Refusal> refusals(PriorityFormula formula) {
        List<Refusal> refusals = new ArrayList<>();
        points(refusals, "priority", formula.priority(), POINTS_MAX);
        points(refusals, "day", formula.day(), POINTS_MAX);
        points(refusals, "age", formula.age(), POINTS_MAX);
        points(refusals, "value", formula.value(), VALUE_MAX);
        points(refusals, "valueMax", formula.valueMax(), POINTS_MAX);
        if (formula.channels().size() > CHANNELS_MAX) {
            refusals.add(Refusal.of("too-many", "channels", t("orders.refusal.atMostChannels", CHANNELS_MAX)));
        }
        formula.channels().forEach((channel, points) -> {
            String field = "channels." + channel;
            if (!CHANNEL.matcher(channel).matches()) {
                refusals.add(Refusal.of("bad-channel", field, t("orders.refusal.isNoChannel", channel)));
            }
            points(refusals, field, points, POINTS_MAX);
        });
        return refusals;
    }

    private static void points(List<Refusal> refusals, String field, int points, int most) {
        if (points < 0 || points > most) {
            refusals.add(Refusal.of("bad-points", field, t("orders.refusal.pointsBetween", 0, most)));
        }
    }
}
