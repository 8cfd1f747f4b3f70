package dev.orderwright.orders.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.inventory.Node;
import dev.orderwright.shared.Facts.RecordedFact;
import dev.orderwright.shared.Money;
import dev.orderwright.shared.Texts;
import dev.orderwright.shared.ui.FactWords;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.TimelineEntry;
import dev.orderwright.shared.ui.Tone;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Facts in the words of people, the newest first, each with its why. */
final class TimelineWords {

    private static final Set<String> GOOD =
            Set.of("OrderConfirmed", "HoldReleased", "OrderClosed", "PackageDelivered", "InvoicePaid", "UnitsReserved");
    private static final Set<String> WARN = Set.of(
            "HoldPlaced",
            "UnitsBackordered",
            "CancelRequested",
            "CancelRefused",
            "NodeExcluded",
            "FulfilmentRejected",
            "UnitsRejected",
            "UnitsShort",
            "LabelFailed",
            "PackageWrittenOff",
            "MailNotSent",
            "PaymentRefused",
            "PaymentNeedsAttention",
            "UnitsCancelled",
            "OrderCancelled",
            "UnitsTakenBack");
    private static final Set<String> INNER =
            Set.of("why", "number", "hold", "nodeId", "shipmentId", "blocks", "scope", "currency", "direction");
    /** What a program calls things: {@code NOT_FOUND}. */
    private static final Pattern NAME = Pattern.compile("[A-Z]+(?:_[A-Z]+)+");

    /** Under what the values of a detail have words of their own. */
    private static final Map<String, String> VALUES = Map.of(
            "type", "orders.HoldType.",
            "holds", "orders.HoldType.",
            "state", "shipping.TrackingCode.",
            "what", "billing.TransactionKind.",
            "cause", "orders.PromiseCause.");

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");

    private final Show show;

    TimelineWords(Show show) {
        this.show = show;
    }

    List<TimelineEntry> entries(List<RecordedFact> facts, Map<Long, Node> nodes) {
        List<TimelineEntry> entries = new ArrayList<>();
        for (RecordedFact fact : facts) {
            String type = fact.fact().type();
            Tone tone = GOOD.contains(type) ? Tone.GOOD : WARN.contains(type) ? Tone.WARN : Tone.NEUTRAL;
            entries.add(new TimelineEntry(
                    show.moment(fact.at()),
                    fact.at().toString(),
                    FactWords.happened(type) + details(fact.fact().data(), nodes),
                    Show.actor(fact.actor()),
                    tone,
                    why(fact.fact().data(), nodes)));
        }
        Collections.reverse(entries);
        return entries;
    }

    private String details(Map<String, Object> data, Map<Long, Node> nodes) {
        StringBuilder text = new StringBuilder();
        data.forEach((key, value) -> {
            String said = key.equals("node")
                    ? t("orders.timelineWords.atNode", nodeName(value, nodes))
                    : said(key, value, data);
            if (!said.isEmpty()) {
                text.append(text.isEmpty() ? ": " : ", ").append(said);
            }
        });
        return text.toString();
    }

    /** One detail in words; empty for what says nothing: inner ids, and nothing of something. */
    private String said(String key, Object value, Map<String, Object> data) {
        if (INNER.contains(key)
                || value.toString().isBlank()
                || value.toString().equals("0")) {
            return "";
        }
        return switch (value) {
            case Number minor
            when key.endsWith("Minor") && data.get("currency") instanceof String currency ->
                FactWords.detail(key.substring(0, key.length() - "Minor".length())) + " "
                        + Show.money(new Money(minor.longValue(), currency));
            case Number grams
            when key.equals("weightGrams") ->
                t(
                        "orders.timelineWords.kg",
                        FactWords.detail("weight"),
                        BigDecimal.valueOf(grams.longValue(), 3)
                                .stripTrailingZeros()
                                .toPlainString());
            case Number number -> FactWords.detail(key) + " " + number;
            case String text
            when DAY.matcher(text).matches() -> FactWords.detail(key) + " " + Show.day(LocalDate.parse(text));
            case String text
            when MOMENT.matcher(text).matches() -> FactWords.detail(key) + " " + show.moment(Instant.parse(text));
            case String text -> FactWords.detail(key) + " " + word(key, text);
            case List<?> list ->
                FactWords.detail(key) + " "
                        + list.stream().map(each -> word(key, each.toString())).collect(Collectors.joining(", "));
            default -> "";
        };
    }

    /** A value in the words that people have for it; a name without words loses its capitals, all else stays. */
    private static String word(String key, String value) {
        String named = VALUES.getOrDefault(key, "") + value;
        if (VALUES.containsKey(key) && Texts.has(named)) {
            return t(named);
        }
        return NAME.matcher(value).matches() ? value.toLowerCase(Locale.ROOT).replace('_', ' ') : value;
    }

    private static List<String> why(Map<String, Object> data, Map<Long, Node> nodes) {
        return data.get("why") instanceof Map<?, ?> why ? new WhyWords(nodes.values()).sentences(why) : List.of();
    }

    /** Facts name nodes by their ids, as texts, or by their codes. */
    private static String nodeName(Object value, Map<Long, Node> nodes) {
        return nodes.values().stream()
                .filter(node -> Long.toString(node.id()).equals(value.toString()))
                .map(Node::name)
                .findFirst()
                .orElse(value.toString());
    }
}
