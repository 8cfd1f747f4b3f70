package dev.orderwright.access;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.ApiKeys.NewApiKey;
import dev.orderwright.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a new key must look like. */
final class ApiKeyRules {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,99}");

    private ApiKeyRules() {}

    static List<Refusal> judge(NewApiKey wanted, Instant now) {
        List<Refusal> refusals = new ArrayList<>();
        if (!NAME.matcher(wanted.name()).matches()) {
            refusals.add(Refusal.of("invalid-name", "name", t("access.refusal.aNameHasToLetters")));
        }
        if (wanted.scopes().isEmpty()) {
            refusals.add(Refusal.of("scope-missing", "scopes", t("access.refusal.chooseAtLeastOneScope")));
        }
        for (String scope : wanted.scopes()) {
            if (Permissions.scopes().stream().noneMatch(known -> known.name().equals(scope))) {
                refusals.add(Refusal.of("unknown-scope", "scopes", t("access.refusal.isNotAScope", scope)));
            }
        }
        Instant expiresAt = wanted.expiresAt();
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            refusals.add(Refusal.of("expiry-past", "expiresOn", t("access.refusal.chooseADayAfterToday")));
        }
        return refusals;
    }
}
