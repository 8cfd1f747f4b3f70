package dev.orderwright.notifications.web;

import dev.orderwright.notifications.Notice;
import dev.orderwright.notifications.NoticeState;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.stream.Collectors;

/** How messages are said on screens; colour is for what somebody should look at. */
final class NoticeWords {

    private NoticeWords() {}

    static Chip state(Notice notice) {
        return switch (notice.state()) {
            case WAITING -> notice.tries() == 0 ? Chip.of("waiting", Tone.INFO) : Chip.of("tried again", Tone.WARN);
            case SENDING -> Chip.of("being sent", Tone.INFO);
            case SENT -> Chip.of("sent", Tone.GOOD);
            case UNSENT -> Chip.of("not sent", Tone.WARN);
            case ATTENTION -> Chip.of("needs attention", Tone.BAD);
            case DISMISSED -> Chip.of("let rest");
        };
    }

    /** What came of it in the end; empty while that is open. */
    static String ended(Notice notice) {
        return switch (notice.state()) {
            case SENT -> "Sent";
            case ATTENTION -> "Given up";
            case DISMISSED -> "Let rest";
            case WAITING, SENDING, UNSENT -> "";
        };
    }

    static String to(Notice notice, Who who) {
        return who.personal(notice.recipient(), Masks::email);
    }

    /** When it was sent, or is tried next, or was written. */
    static String when(Notice notice, Show show) {
        return switch (notice.state()) {
            case SENT, DISMISSED -> show.moment(notice.endedAt());
            case WAITING ->
                notice.tries() == 0 ? show.moment(notice.writtenAt()) : "next try " + show.moment(notice.dueAt());
            case SENDING, UNSENT, ATTENTION -> show.moment(notice.writtenAt());
        };
    }

    /** What somebody should know who wonders why it has not arrived. */
    static String reason(Notice notice) {
        return notice.state() == NoticeState.SENT ? "" : notice.reason();
    }

    static Flash said(Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Done<String>(String text, boolean _) -> Flash.done(text);
            case Outcome.Refused<String>(List<Refusal> refusals) ->
                Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")));
        };
    }
}
