package dev.orderwright.notifications.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.notifications.Notice;
import dev.orderwright.notifications.NoticeState;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Page;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Link;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Masks;
import dev.orderwright.shared.web.Who;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How messages are said on screens; colour is for what somebody should look at. */
final class NoticeWords {

    private static final String NO_SERVER = "No mail server is set up.";

    private NoticeWords() {}

    static Chip state(Notice notice) {
        return switch (notice.state()) {
            case WAITING ->
                notice.tries() == 0
                        ? Chip.of(t("notifications.noticeWords.waiting"), Tone.INFO)
                        : Chip.of(t("notifications.noticeWords.triedAgain"), Tone.WARN);
            case SENDING -> Chip.of(t("notifications.noticeWords.beingSent"), Tone.INFO);
            case SENT -> Chip.of(t("notifications.noticeWords.sent2"), Tone.GOOD);
            case UNSENT -> Chip.of(t("notifications.noticeWords.notSent"), Tone.WARN);
            case ATTENTION -> Chip.of(t("notifications.noticeWords.needsAttention"), Tone.BAD);
            case DISMISSED -> Chip.of(t("notifications.noticeWords.letRest2"));
        };
    }

    /** What came of it in the end; empty while that is open. */
    static String ended(Notice notice) {
        return switch (notice.state()) {
            case SENT -> t("notifications.noticeWords.sent");
            case ATTENTION -> t("notifications.noticeWords.givenUp");
            case DISMISSED -> t("notifications.noticeWords.letRest");
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
                notice.tries() == 0
                        ? show.moment(notice.writtenAt())
                        : t("notifications.noticeWords.nextTry", show.moment(notice.dueAt()));
            case SENDING, UNSENT, ATTENTION -> show.moment(notice.writtenAt());
        };
    }

    /** What somebody should know who wonders why it has not arrived. */
    static String reason(Notice notice) {
        if (notice.state() == NoticeState.SENT) {
            return "";
        }
        // It is kept in English; what a mail server has said stays as it was said.
        return notice.reason().equals(NO_SERVER) ? t("notifications.noticeWords.noServer") : notice.reason();
    }

    static Flash said(Outcome<String> outcome) {
        return switch (outcome) {
            case Outcome.Done<String>(String text, boolean _) -> Flash.done(text);
            case Outcome.Refused<String>(List<Refusal> refusals) ->
                Flash.refused(refusals.stream().map(Refusal::reason).collect(Collectors.joining(" ")));
        };
    }

    static Pager pager(Page<Notice> page, Link list, @Nullable String cursor) {
        return Pager.of(page, list, "cursor", cursor, t("shared.one.message"), t("shared.many.messages"));
    }
}
