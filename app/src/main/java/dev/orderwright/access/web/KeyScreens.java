package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.ApiKey;
import dev.orderwright.access.ApiKeys;
import dev.orderwright.access.ApiKeys.NewApiKey;
import dev.orderwright.access.Permissions;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Dialog;
import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.Flash;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Foretelling;
import dev.orderwright.shared.web.Redirect;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Screen;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The keys of programs that use the API, for administrators. */
@Controller
class KeyScreens {

    private static final int UNPROCESSABLE = 422;
    private static final String LIST = "/admin/keys";

    private final ApiKeys keys;
    private final Show show;
    private final InstantSource clock;
    private final Foretelling foretelling;

    KeyScreens(ApiKeys keys, Show show, InstantSource clock, Foretelling foretelling) {
        this.keys = keys;
        this.show = show;
        this.clock = clock;
        this.foretelling = foretelling;
    }

    @GetMapping(LIST)
    @Requires("access:admin")
    WebPage list() {
        Instant now = clock.instant();
        List<KeyViews.KeyList.Row> rows =
                keys.all().stream().map(key -> row(key, now)).toList();
        return WebPage.of("access/keys.jte", new KeyViews.KeyList(rows), t("access.keyScreens.apiKeys"))
                .in("keys");
    }

    @GetMapping(LIST + "/new")
    @Requires("access:admin")
    WebPage newForm() {
        return form("", "", "", "", List.of(), List.of());
    }

    @PostMapping(LIST)
    @Requires("access:admin")
    Screen create(
            HttpServletRequest request,
            Cause cause,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String expiresOn,
            @RequestParam(defaultValue = "") String nodes,
            @RequestParam(defaultValue = "") String channels,
            @RequestParam(required = false) @Nullable List<String> scopes) {
        List<String> chosen = scopes == null ? List.of() : scopes;
        List<Refusal> unreadable = new ArrayList<>();
        @Nullable Instant expiry = expiry(expiresOn, unreadable);
        NewApiKey wanted = new NewApiKey(name, chosen, Limits.codes(nodes), Limits.codes(channels), expiry);
        String secret = ApiKeys.newSecret();
        Outcome<ApiKeys.KeyName> outcome =
                unreadable.isEmpty() ? keys.create(cause, wanted, secret) : Outcome.refused(unreadable);
        return switch (outcome) {
            case Outcome.Refused<ApiKeys.KeyName>(List<Refusal> refusals) ->
                form(name, expiresOn, nodes, channels, chosen, refusals).status(UNPROCESSABLE);
            case Outcome.Done<ApiKeys.KeyName>(ApiKeys.KeyName key, boolean replayed) ->
                replayed
                        ? Redirect.to(LIST, Flash.refused(t("access.refusal.thatKeyWasMadeAlready")))
                        : shown(key.name(), secret, request.getRequestURL().toString());
        };
    }

    @GetMapping(LIST + "/{id}/revoke")
    @Requires("access:admin")
    WebPage askRevoke(@PathVariable long id, Who who) {
        ApiKey key = keys.all().stream()
                .filter(known -> known.id() == id)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return WebPage.asking(Dialog.of(
                                t("access.keys.revokeTheKey", key.name()),
                                LIST + "/" + id + "/revoke",
                                LIST,
                                t("access.keys.revoke"))
                        .explained(t("access.keys.programsThatUseIt"))
                        .changing(foretelling.of(who, cause -> keys.revoke(cause, id)))
                        .dangerous())
                .in("keys")
                .crumb(t("access.keyScreens.apiKeys"), LIST);
    }

    @PostMapping(LIST + "/{id}/revoke")
    @Requires("access:admin")
    Screen revoke(@PathVariable long id, Cause cause) {
        return switch (keys.revoke(cause, id)) {
            case Outcome.Done<ApiKeys.KeyName>(ApiKeys.KeyName key, boolean replayed) ->
                Redirect.to(LIST, Flash.done(t("access.keyScreens.theKeyIsRevoked", key.name())));
            case Outcome.Refused<ApiKeys.KeyName> refused ->
                Redirect.to(LIST, Flash.refused(refused.first().reason()));
        };
    }

    private static WebPage shown(String name, String secret, String here) {
        String base = here.substring(0, here.length() - LIST.length());
        String example = "curl -H 'Authorization: Bearer " + secret + "' " + base + "/api/v1/orders";
        return WebPage.of(
                        "access/key-shown.jte",
                        new KeyViews.ShownKey(name, secret, example),
                        t("access.keyScreens.newApiKey"))
                .in("keys")
                .crumb(t("access.keyScreens.apiKeys"), LIST);
    }

    private static WebPage form(
            String name, String expiresOn, String nodes, String channels, List<String> chosen, List<Refusal> refusals) {
        List<Field> fields = List.of(
                Field.text("name", t("shared.word.name"), name)
                        .hint(t("access.keyScreens.theProgramThatWillUse"))
                        .mandatory(),
                Field.date("expiresOn", t("access.keyScreens.endsOn"), expiresOn)
                        .hint(t("access.keyScreens.emptyItStaysUntilYou")),
                Field.text("nodes", t("access.keyScreens.onlyForTheseNodes"), nodes)
                        .hint(t("access.keyScreens.codesWithCommasBetweenThem")),
                Field.text("channels", t("access.keyScreens.onlyForTheseChannels"), channels)
                        .hint(t("access.keyScreens.codesWithCommasBetweenThem")));
        List<Field> shown =
                fields.stream().map(field -> field.errorsOf(refusals)).toList();
        Map<String, List<KeyViews.NewKey.Choice>> areas = new LinkedHashMap<>();
        for (Permissions.Permission scope : Permissions.scopes()) {
            areas.computeIfAbsent(scope.area(), area -> new ArrayList<>())
                    .add(new KeyViews.NewKey.Choice(scope.name(), scope.meaning(), chosen.contains(scope.name())));
        }
        String scopesError = refusals.stream()
                .filter(refusal -> refusal.field().equals("scopes"))
                .map(Refusal::reason)
                .findFirst()
                .orElse("");
        List<Refusal> rest = Field.rest(refusals, fields).stream()
                .filter(refusal -> !refusal.field().equals("scopes"))
                .toList();
        KeyViews.NewKey view = new KeyViews.NewKey(
                shown.get(0),
                shown.get(1),
                shown.get(2),
                shown.get(3),
                areas.entrySet().stream()
                        .map(area -> new KeyViews.NewKey.Area(area.getKey(), area.getValue()))
                        .toList(),
                scopesError,
                rest);
        return WebPage.of("access/key-new.jte", view, t("access.keyScreens.newApiKey"))
                .in("keys")
                .crumb(t("access.keyScreens.apiKeys"), LIST);
    }

    /** A key lives through the whole day it ends on. */
    private @Nullable Instant expiry(String typed, List<Refusal> unreadable) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(typed)
                    .atTime(LocalTime.MAX)
                    .atZone(show.zone())
                    .toInstant();
        } catch (DateTimeParseException e) {
            unreadable.add(Refusal.of("invalid-date", "expiresOn", t("access.refusal.typeADayLike")));
            return null;
        }
    }

    private KeyViews.KeyList.Row row(ApiKey key, Instant now) {
        return new KeyViews.KeyList.Row(
                key.name(),
                key.prefix() + "…",
                String.join(" ", key.scopes()),
                show.day(key.createdAt()) + " by " + key.createdBy(),
                key.expiresAt() == null ? "–" : show.day(key.expiresAt()),
                key.lastUsedAt() == null ? "never" : Show.age(key.lastUsedAt(), now),
                state(key, now),
                key.isLive(now) ? LIST + "/" + key.id() + "/revoke" : "");
    }

    private static Chip state(ApiKey key, Instant now) {
        if (key.revokedAt() != null) {
            return Chip.of(t("access.keyScreens.revoked"));
        }
        return key.isLive(now)
                ? Chip.of(t("access.keyScreens.live"), Tone.GOOD)
                : Chip.of(t("access.keyScreens.expired"), Tone.WARN);
    }
}
