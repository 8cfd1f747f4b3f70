package dev.orderwright.channels.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.channels.Imports;
import dev.orderwright.shared.Backlog;
import dev.orderwright.shared.web.WaitingOutside;
import dev.orderwright.shared.web.Who;
import java.util.List;
import org.springframework.stereotype.Component;

/** Files that came in and are not worked off. */
@Component
class ImportsWaiting implements WaitingOutside {

    private final Imports imports;

    ImportsWaiting(Imports imports) {
        this.imports = imports;
    }

    @Override
    public List<Waiting> waitingFor(Who who) {
        if (!who.may("imports:write")) {
            return List.of();
        }
        Backlog running = imports.running();
        return List.of(new Waiting(
                t("channels.importsWaiting.files"), running.count(), running.oldest(), "/imports", false, 60));
    }
}
