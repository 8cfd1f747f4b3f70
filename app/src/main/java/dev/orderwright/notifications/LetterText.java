package dev.orderwright.notifications;

import java.util.ArrayList;
import java.util.List;

/** A message as plain text, for programs that show no HTML. */
final class LetterText {

    private LetterText() {}

    static String of(Letter letter) {
        List<String> parts = new ArrayList<>();
        parts.add(letter.title());
        parts.add(letter.greeting());
        parts.addAll(letter.said());
        parts.add(entries(letter.facts()));
        parts.add(goods(letter.goods()));
        parts.add(entries(letter.totals()));
        parts.add(letter.address().isEmpty() ? "" : "It goes to:\n" + String.join("\n", letter.address()));
        parts.add(letter.closing());
        parts.add(String.join("\n", letter.sender()));
        return String.join(
                        "\n\n", parts.stream().filter(part -> !part.isBlank()).toList()) + "\n";
    }

    private static String entries(List<Letter.Entry> entries) {
        return String.join(
                "\n",
                entries.stream()
                        .map(entry -> entry.label() + ": " + entry.value())
                        .toList());
    }

    private static String goods(List<Letter.Goods> goods) {
        return String.join(
                "\n",
                goods.stream()
                        .map(item -> item.quantity() + " x " + item.description() + " (" + item.sku() + ")"
                                + (item.amount().isEmpty() ? "" : "  " + item.amount()))
                        .toList());
    }
}
