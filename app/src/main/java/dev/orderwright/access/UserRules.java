package dev.orderwright.access;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What a person's record must look like, and which changes would lock everybody out. */
final class UserRules {

    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._@-]{0,63}");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int NAME_LENGTH_MAX = 100;

    private UserRules() {}

    static List<Refusal> judgeLogin(String login) {
        return LOGIN.matcher(login).matches()
                ? List.of()
                : List.of(Refusal.of("invalid-login", "login", t("access.refusal.aLoginHasToSmall")));
    }

    static List<Refusal> judge(UserDetails details) {
        List<Refusal> refusals = new ArrayList<>();
        if (details.displayName().isEmpty() || details.displayName().length() > NAME_LENGTH_MAX) {
            refusals.add(Refusal.of("invalid-name", "displayName", t("access.refusal.aNameHasToCharacters")));
        }
        if (details.roles().isEmpty()) {
            refusals.add(Refusal.of("role-missing", "roles", t("access.refusal.chooseAtLeastOneRole")));
        }
        judgeCodes("nodes", details.nodes(), refusals);
        judgeCodes("channels", details.channels(), refusals);
        Long cap = details.amountCap();
        if (cap != null && cap < 0) {
            refusals.add(Refusal.of("invalid-limit", "amountCap", t("access.refusal.aLimitIsNotNegative")));
        }
        return refusals;
    }

    /** Somebody must be able to administer afterwards. */
    static List<Refusal> judgeAdministrators(List<String> administrators, String login, UserDetails details) {
        boolean stays = details.active() && details.roles().contains(Role.ADMINISTRATOR);
        return stays || !administrators.equals(List.of(login))
                ? List.of()
                : List.of(Refusal.of("last-administrator", "roles", t("access.refusal.thisIsTheLastActive")));
    }

    private static void judgeCodes(String field, List<String> codes, List<Refusal> refusals) {
        for (String code : codes) {
            if (!CODE.matcher(code).matches()) {
                refusals.add(Refusal.of("invalid-code", field, t("access.refusal.isNotACode", code)));
            }
        }
    }
}
