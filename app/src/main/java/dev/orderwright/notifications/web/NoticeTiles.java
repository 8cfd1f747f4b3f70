package dev.orderwright.notifications.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.notifications.NoticeQueries;
import dev.orderwright.notifications.NoticeQueries.View;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** The queue of those who talk to customers: what could not be mailed. */
@Component
class NoticeTiles implements TodayTiles {

    private static final int PLACE = 90;

    private final NoticeQueries queries;

    NoticeTiles(NoticeQueries queries) {
        this.queries = queries;
    }

    /** Where no mail leaves the house there is no such queue. */
    @Override
    public List<TodayTile> tilesFor(Who who) {
        if (!who.may("orders:write") || !queries.isSetUp()) {
            return List.of();
        }
        long count = queries.count(View.ATTENTION);
        return List.of(new TodayTile(
                t("notifications.tiles.needingAttention"),
                count,
                "/admin/messages?view=attention",
                Tone.BAD,
                t("notifications.tiles.aMailServerSaidNo"),
                PLACE));
    }
}
