package dev.orderwright.notifications.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.notifications.NoticeQueries;
import dev.orderwright.notifications.NoticeQueries.View;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.web.WaitingOutside;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** Mail that has not left the house. */
@Component
class MailWaiting implements WaitingOutside {

    private final NoticeQueries queries;

    MailWaiting(NoticeQueries queries) {
        this.queries = queries;
    }

    @Override
    public List<Waiting> waitingFor(Who who) {
        if (!who.may("orders:read")) {
            return List.of();
        }
        return List.of(
                waiting(t("notifications.mailWaiting.forAMailServer"), View.WAITING, "waiting", false, 50),
                waiting(t("notifications.mailWaiting.forSomebody"), View.ATTENTION, "attention", true, 51));
    }

    private Waiting waiting(String what, View view, String word, boolean person, int order) {
        Backlog backlog = queries.backlog(view);
        return new Waiting(what, backlog.count(), backlog.oldest(), "/admin/messages?view=" + word, person, order);
    }
}
