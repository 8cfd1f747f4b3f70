package dev.orderwright.exceptions.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.exceptions.Board;
import dev.orderwright.exceptions.Card;
import dev.orderwright.shared.exceptions.ExceptionCause;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.Who;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** On the start page: how much went wrong that this person can mend. */
@Component
class ExceptionTiles implements TodayTiles {

    private static final int PLACE = 5;

    private final Board board;
    private final MendingDesk desk;
    private final ExceptionPages pages;

    ExceptionTiles(Board board, MendingDesk desk, ExceptionPages pages) {
        this.board = board;
        this.desk = desk;
        this.pages = pages;
    }

    @Override
    public List<TodayTile> tilesFor(Who who) {
        List<ExceptionCause> causes = desk.causes(who);
        if (causes.isEmpty()) {
            return List.of();
        }
        List<Card> cards = causes.stream()
                .map(cause -> board.lately(cause, desk.reach(who), desk.today()))
                .toList();
        int late = cards.stream().mapToInt(Card::late).sum();
        return List.of(new TodayTile(
                        t("exceptions.tiles.exceptions"),
                        cards.stream().mapToInt(Card::count).sum(),
                        ExceptionPages.LIST,
                        late > 0 ? Tone.BAD : Tone.WARN,
                        hint(cards, late, pages.mine(who)),
                        PLACE)
                .waitingSince(cards.stream()
                        .map(Card::oldest)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null)));
    }

    private static String hint(List<Card> cards, int late, int mine) {
        if (cards.stream().allMatch(card -> card.count() == 0)) {
            return t("exceptions.tiles.nothing");
        }
        if (mine > 0) {
            return t("exceptions.tiles.mine", Show.number(mine));
        }
        return late > 0 ? t("exceptions.tiles.late", Show.number(late)) : t("exceptions.tiles.byCause");
    }
}
