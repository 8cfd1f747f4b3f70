package dev.orderwright.whatif;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What may be asked. */
final class WhatIfRules {

    /** A year and a day. */
    private static final Duration PERIOD_MAX = Duration.ofDays(367);

    private static final Pattern CHANNEL = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");

    private WhatIfRules() {}

    static List<Refusal> refusals(WhatIfWish wish, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (!wish.from().isBefore(wish.until())) {
            refusals.add(Refusal.of("empty-period", "until", t("whatif.refusal.endsBeforeItBegins")));
        } else if (Duration.between(wish.from(), wish.until()).compareTo(PERIOD_MAX) > 0) {
            refusals.add(Refusal.of("period-too-long", "from", t("whatif.refusal.atMostAYear")));
        }
        if (wish.from().isAfter(now)) {
            refusals.add(Refusal.of("future-date", "from", t("whatif.refusal.onlyThePast")));
        }
        String channel = wish.channel();
        if (channel != null && !CHANNEL.matcher(channel).matches()) {
            refusals.add(Refusal.of("bad-channel", "channel", t("whatif.refusal.isNoChannel", channel)));
        }
        Integer base = wish.base();
        if (base != null && base == wish.test()) {
            refusals.add(Refusal.of("same-version", "test", t("whatif.refusal.sameVersion")));
        }
        return refusals;
    }
}
