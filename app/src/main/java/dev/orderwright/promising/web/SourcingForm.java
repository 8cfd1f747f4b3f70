package dev.orderwright.promising.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.promising.SourcingStrategy;
import dev.orderwright.promising.SourcingStrategy.Aim;
import dev.orderwright.promising.SourcingStrategy.Rule;
import dev.orderwright.promising.Tariffs;
import dev.orderwright.promising.sourcing.CostPart;
import dev.orderwright.promising.sourcing.SplitPolicy.Splitting;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.FormInput;
import dev.orderwright.shared.web.TypedNumbers;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The strategy as it stands in a form: {@code rules[0].splitPenalty} and so on for each rule, as refusals call them, and
 * {@code newChannel} with a channel that is to have a rule of its own, which begins as that of all others.
 *
 * @param in what the fields hold, as text
 * @param rules what could be read of it
 * @param from null for now
 */
record SourcingForm(
        Map<String, String> in,
        List<Rule> rules,
        int version,
        @Nullable LocalDate from,
        String why,
        List<Refusal> refusals) {

    static final String CHANNEL = "channel";
    static final String NAME = "name";
    static final String AIM = "aim";
    static final String SPLIT = "splitPenalty";
    static final String LATE = "latePerDay";
    static final String HANDLING = "handlingPerShipment";
    static final String SPLITTING = "splitting";
    static final String MOST = "shipmentsMax";
    static final String WEIGHT = "weights.";
    /** The rule of a channel goes: it is as all others again. */
    static final String AS_ALL = "AS_ALL";

    static final String NEW = "newChannel";

    private static final Pattern OF_RULE = Pattern.compile("rules\\[(\\d{1,4})]\\.(.+)");

    static String field(int rule, String name) {
        return "rules[" + rule + "]." + name;
    }

    /** A form that holds the rules, that of all others first. */
    static SourcingForm of(int version, List<Rule> rules) {
        List<Rule> all = new ArrayList<>(rules);
        if (rules.stream().noneMatch(rule -> rule.channel().equals(SourcingStrategy.ANY_CHANNEL))) {
            all.add(SourcingStrategy.FIRST.of(SourcingStrategy.ANY_CHANNEL));
        }
        all.sort(Comparator.comparing(Rule::channel));
        Map<String, String> in = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            put(in, i, all.get(i));
        }
        return new SourcingForm(in, all, version, null, "", List.of());
    }

    private static void put(Map<String, String> in, int i, Rule rule) {
        in.put(field(i, CHANNEL), rule.channel());
        in.put(field(i, NAME), rule.name());
        in.put(field(i, AIM), rule.aim().name());
        in.put(field(i, SPLIT), amount(rule.splitPenalty()));
        in.put(field(i, LATE), amount(rule.latePerDay()));
        in.put(field(i, HANDLING), amount(rule.handlingPerShipment()));
        in.put(field(i, SPLITTING), rule.splitting().name());
        in.put(field(i, MOST), Integer.toString(rule.shipmentsMax()));
        SourcingStrategy.PARTS.forEach(part -> in.put(field(i, WEIGHT + part), Integer.toString(rule.weight(part))));
    }

    private static String amount(long minor) {
        return TypedNumbers.text(new Money(minor, Tariffs.CURRENCY).amount());
    }

    /** What was typed; rules that were taken back are left out, and those behind them move up. */
    static SourcingForm typed(Map<String, String> form) {
        Map<Integer, Map<String, String>> byRule = new TreeMap<>();
        form.forEach((name, value) -> {
            Matcher matcher = OF_RULE.matcher(name);
            if (matcher.matches()) {
                byRule.computeIfAbsent(Integer.valueOf(matcher.group(1)), n -> new HashMap<>())
                        .put(matcher.group(2), value);
            }
        });
        Map<String, String> in = new HashMap<>();
        in.put("version", form.getOrDefault("version", ""));
        in.put("from", form.getOrDefault("from", ""));
        in.put("why", form.getOrDefault("why", ""));
        int count = 0;
        for (Map<String, String> fields : byRule.values()) {
            if (!AS_ALL.equals(fields.get(AIM))) {
                int rule = count++;
                fields.forEach((name, value) -> in.put(field(rule, name), value));
            }
        }
        FormInput input = new FormInput(in);
        List<Rule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rules.add(rule(input, i));
        }
        String channel = form.getOrDefault(NEW, "").strip();
        if (!channel.isEmpty()) {
            Rule added = rules.stream()
                    .filter(rule -> rule.channel().equals(SourcingStrategy.ANY_CHANNEL))
                    .findFirst()
                    .orElseGet(() -> SourcingStrategy.FIRST.of(SourcingStrategy.ANY_CHANNEL))
                    .onChannel(channel);
            put(in, count, added);
            rules.add(added);
        }
        int version = input.whole("version");
        LocalDate from = input.day("from");
        return new SourcingForm(in, rules, version, from, input.text("why"), input.refusals());
    }

    private static Rule rule(FormInput input, int i) {
        Map<CostPart, Integer> weights = new EnumMap<>(CostPart.class);
        SourcingStrategy.PARTS.forEach(part -> weights.put(part, input.whole(field(i, WEIGHT + part))));
        return new Rule(
                input.text(field(i, CHANNEL)),
                input.text(field(i, NAME)),
                input.choice(field(i, AIM), Aim.class, Aim.FEWEST_SHIPMENTS),
                weights,
                minor(input, field(i, SPLIT)),
                minor(input, field(i, LATE)),
                minor(input, field(i, HANDLING)),
                input.choice(field(i, SPLITTING), Splitting.class, Splitting.PER_QUANTITY),
                input.whole(field(i, MOST)));
    }

    private static long minor(FormInput input, String name) {
        BigDecimal minor = input.decimal(name).movePointRight(Money.decimals(Tariffs.CURRENCY));
        if (minor.stripTrailingZeros().scale() > 0 || minor.precision() - minor.scale() > 15) {
            input.refuse(Refusal.of("bad-amount", name, t("promising.refusal.noAmount", Tariffs.CURRENCY)));
            return 0;
        }
        return minor.longValueExact();
    }
}
