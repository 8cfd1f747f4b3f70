package dev.orderwright.workbench.web;

import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import dev.orderwright.workbench.Draft;
import dev.orderwright.workbench.Drafts;
import dev.orderwright.workbench.Preferences;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where the scripts of pages keep what a person has chosen, and forms that are not sent yet. Answers are JSON. */
@Controller
@RequestMapping("/own")
class OwnThingsRoutes {

    private final Preferences preferences;
    private final Drafts drafts;

    OwnThingsRoutes(Preferences preferences, Drafts drafts) {
        this.preferences = preferences;
        this.drafts = drafts;
    }

    /** Why something was not kept. */
    record NotKept(String code, String reason) {}

    /** A draft as it is kept; the version goes with the next save. */
    record Kept(String content, int version) {}

    /** @param value empty to go back to what everybody has */
    @PostMapping("/preferences/{key}")
    @Requires("console:use")
    ResponseEntity<?> prefer(@PathVariable String key, @RequestParam String value, Who who) {
        if (value.isEmpty()) {
            preferences.forget(who.actor(), key);
            return ResponseEntity.noContent().build();
        }
        return answer(preferences.set(who.actor(), key, value));
    }

    @GetMapping("/drafts/{kind}/{key}")
    @Requires("console:use")
    ResponseEntity<?> draft(@PathVariable String kind, @PathVariable String key, Who who) {
        return drafts.find(who.actor(), kind, key)
                .map(draft -> ResponseEntity.ok(kept(draft)))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** @param version the one that was seen, 0 for none */
    @PostMapping("/drafts/{kind}/{key}")
    @Requires("console:use")
    ResponseEntity<?> save(
            @PathVariable String kind,
            @PathVariable String key,
            @RequestParam String content,
            @RequestParam int version,
            Who who) {
        return answer(drafts.save(who.actor(), kind, key, content, version).map(OwnThingsRoutes::kept));
    }

    @PostMapping("/drafts/{kind}/{key}/discard")
    @Requires("console:use")
    ResponseEntity<Void> discard(@PathVariable String kind, @PathVariable String key, Who who) {
        drafts.discard(who.actor(), kind, key);
        return ResponseEntity.noContent().build();
    }

    private static Kept kept(Draft draft) {
        return new Kept(draft.content(), draft.version());
    }

    private static <T> ResponseEntity<?> answer(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(T kept, boolean replayed) ->
                kept instanceof Kept
                        ? ResponseEntity.ok(kept)
                        : ResponseEntity.noContent().build();
            case Outcome.Refused<T>(List<Refusal> refusals) ->
                ResponseEntity.status(
                                refusals.getFirst().code().equals("stale-version")
                                        ? HttpStatus.CONFLICT
                                        : HttpStatus.UNPROCESSABLE_ENTITY)
                        .body(new NotKept(
                                refusals.getFirst().code(), refusals.getFirst().reason()));
        };
    }
}
