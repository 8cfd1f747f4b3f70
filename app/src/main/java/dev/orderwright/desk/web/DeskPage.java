package dev.orderwright.desk.web;

import dev.orderwright.desk.web.DeskParts.Buyer;
import dev.orderwright.desk.web.DeskParts.Line;
import dev.orderwright.desk.web.DeskParts.Sum;
import dev.orderwright.desk.web.DeskParts.Terms;
import java.util.List;

/**
 * The order that is being taken.
 *
 * @param url of its draft; forms are sent to addresses below it
 * @param version of the draft, 0 while it was never saved
 * @param sent whether it was sent and not answered
 * @param saved when it was saved last, in words; empty while it was not
 * @param drafts the other orders that were begun
 * @param wrong what kept it from being placed, each with the field to put it right; empty before it was sent
 * @param entry what is being typed in the field for the next line
 * @param blank a line of nothing, that new lines are made of
 * @param focus the id of the field to go on in
 */
public record DeskPage(
        String url,
        int version,
        boolean sent,
        String saved,
        List<OpenDraft> drafts,
        List<Wrong> wrong,
        Buyer buyer,
        List<Line> lines,
        Line entry,
        Line blank,
        Terms terms,
        Sum sum,
        String focus) {

    /** An order that was begun. */
    public record OpenDraft(String url, String what, String lines, String saved, boolean sent) {}

    /** @param field id of the field, empty for none */
    public record Wrong(String field, String reason) {}
}
