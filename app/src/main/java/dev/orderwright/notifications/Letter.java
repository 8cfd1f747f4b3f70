package dev.orderwright.notifications;

import java.util.List;

/**
 * What a message says, as ready strings; {@link LetterText} and the template {@code notifications/letter.jte} write the
 * same of it.
 *
 * @param title the first line, which says it all
 * @param said sentences, each a paragraph
 * @param facts what somebody looks for
 * @param goods null-free list of what it is about, empty where nothing is listed
 * @param totals below the goods
 * @param address where it goes, empty where it does not matter
 * @param closing the last sentence
 * @param sender name and address of the company
 */
public record Letter(
        String subject,
        String title,
        String greeting,
        List<String> said,
        List<Entry> facts,
        List<Goods> goods,
        List<Entry> totals,
        List<String> address,
        String closing,
        List<String> sender) {

    /** Something with its name. */
    public record Entry(String label, String value) {}

    /** An item. {@code amount} is empty where money does not matter. */
    public record Goods(String quantity, String description, String sku, String amount) {}
}
