package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.operations.Health;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.HealthSource.Sign;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.TodayTile;
import dev.orderwright.shared.web.TodayTiles;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Is everything well? At a glance, and on the start page of those who have to act when it is not. */
@Controller
class HealthScreens implements TodayTiles {

    private static final String PAGE = "/admin/health";
    private static final String PERMISSION = "system:read";
    private static final int PLACE = 95;

    private final Health health;
    private final Show show;
    private final InstantSource clock;

    HealthScreens(Health health, Show show, InstantSource clock) {
        this.health = health;
        this.show = show;
        this.clock = clock;
    }

    @GetMapping(PAGE)
    @Requires(PERMISSION)
    WebPage health() {
        List<Sign> signs = health.signs();
        long wrong = signs.stream().filter(Sign::isWrong).count();
        boolean bad = signs.stream().anyMatch(sign -> sign.state().tone() == Tone.BAD);
        HealthPage view = new HealthPage(
                wrong == 0 ? Tone.GOOD : bad ? Tone.BAD : Tone.WARN,
                wrong == 0 ? t("operations.health.allWell") : t("operations.health.notWell", wrong),
                t("operations.health.asOf", show.moment(clock.instant())),
                signs.stream()
                        .map(sign ->
                                new HealthPage.Part(sign.part(), sign.state(), sign.says(), sign.details(), sign.url()))
                        .toList());
        return WebPage.of("operations/health.jte", view, t("operations.health.title"))
                .in("health")
                .crumb(t("operations.admin.title"), IndexScreens.INDEX)
                .with("console/operations.css");
    }

    @Override
    public List<TodayTile> tilesFor(Who who) {
        if (!who.may(PERMISSION)) {
            return List.of();
        }
        long wrong = health.wrong();
        return List.of(new TodayTile(
                t("operations.health.tile"),
                wrong,
                PAGE,
                Tone.BAD,
                wrong == 0 ? t("operations.health.tileWell") : t("operations.health.tileNotWell"),
                PLACE));
    }
}
