package dev.orderwright.whatif.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.Strategies;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.whatif.WhatIfWish;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is asked, as it stands in the form.
 *
 * @param until the last day
 * @param base empty for the versions that were in force
 */
record WhatIfForm(
        String test,
        String base,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        String channel) {

    private static final int WEEKS = 4;

    /** The last four weeks under a version. */
    static WhatIfForm of(int test, LocalDate today) {
        return new WhatIfForm(Integer.toString(test), "", today.minusWeeks(WEEKS), today, "");
    }

    static WhatIfForm typed(FormInput input) {
        return new WhatIfForm(
                input.text("test"), input.text("base"), input.day("from"), input.day("until"), input.text("channel"));
    }

    /** @param refusals gets what is missing */
    Optional<WhatIfWish> wish(ZoneId zone, Collection<Refusal> refusals) {
        Optional<Integer> tested = version("test", test, refusals);
        Optional<Integer> compared = base.isEmpty() ? Optional.empty() : version("base", base, refusals);
        if (from == null) {
            refusals.add(Refusal.of("missing-date", "from", t("whatif.refusal.firstDay")));
        }
        if (until == null) {
            refusals.add(Refusal.of("missing-date", "until", t("whatif.refusal.lastDay")));
        }
        if (from == null || until == null || !refusals.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new WhatIfWish(
                from.atStartOfDay(zone).toInstant(),
                until.plusDays(1).atStartOfDay(zone).toInstant(),
                channel.isEmpty() ? null : channel,
                compared.orElse(null),
                tested.orElseThrow()));
    }

    private static Optional<Integer> version(String field, String text, Collection<Refusal> refusals) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException e) {
            refusals.add(Refusal.of("unknown-version", field, t("whatif.refusal.noSuchVersion", text)));
            return Optional.empty();
        }
    }

    List<Field> fields(List<Strategies.Made> versions, List<Refusal> refusals) {
        Map<String, String> tested = new LinkedHashMap<>();
        Map<String, String> compared = new LinkedHashMap<>();
        compared.put("", t("whatif.page.asItWas"));
        for (Strategies.Made made : versions) {
            int number = made.strategy().version();
            String name = made.strategy().isDraft()
                    ? t("whatif.form.draft", number, made.why())
                    : t("whatif.form.version", number, made.why());
            tested.put(Integer.toString(number), name.strip());
            compared.put(Integer.toString(number), name.strip());
        }
        return List.of(
                Field.select("test", t("whatif.form.test"), test, tested).errorsOf(refusals),
                Field.select("base", t("whatif.form.base"), base, compared).errorsOf(refusals),
                Field.date("from", t("whatif.form.from"), text(from))
                        .mandatory()
                        .errorsOf(refusals),
                Field.date("until", t("whatif.form.until"), text(until))
                        .mandatory()
                        .errorsOf(refusals),
                Field.text("channel", t("whatif.form.channel"), channel)
                        .hint(t("whatif.form.channelHint"))
                        .errorsOf(refusals));
    }

    private static String text(@Nullable LocalDate day) {
        return day == null ? "" : day.toString();
    }
}
