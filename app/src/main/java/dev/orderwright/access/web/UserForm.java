package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.Role;
import dev.orderwright.access.UserDetails;
import dev.orderwright.shared.Refusal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed about a person. Only these inputs are read, whatever else a request holds. */
record UserForm(
        String login,
        String displayName,
        List<String> roles,
        String nodes,
        String channels,
        String amountCap,
        boolean active,
        String version) {

    static UserForm of(MultiValueMap<String, String> form) {
        return new UserForm(
                text(form, "login"),
                text(form, "displayName"),
                form.getOrDefault("roles", List.of()),
                text(form, "nodes"),
                text(form, "channels"),
                text(form, "amountCap"),
                form.containsKey("active"),
                text(form, "version"));
    }

    long versionNumber() {
        return version.matches("\\d{1,18}") ? Long.parseLong(version) : -1;
    }

    /** What the form says, with what could not be read put into the list. */
    UserDetails details(Limits limits, List<Refusal> refusals) {
        Set<Role> chosen = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> roles.contains(role.name())).forEach(chosen::add);
        Long cap = null;
        if (!amountCap.isBlank()) {
            cap = limits.minor(amountCap).orElse(null);
            if (cap == null) {
                refusals.add(Refusal.of(
                        "invalid-limit", "amountCap", t("access.refusal.typeAnAmountInLike", limits.currency())));
            }
        }
        return new UserDetails(displayName, chosen, Limits.codes(nodes), Limits.codes(channels), cap, active);
    }

    List<UserViews.UserDetail.RoleChoice> choices() {
        List<UserViews.UserDetail.RoleChoice> choices = new ArrayList<>();
        for (Role role : Role.values()) {
            choices.add(new UserViews.UserDetail.RoleChoice(
                    role.name(), role.label(), role.duty(), roles.contains(role.name())));
        }
        return choices;
    }

    private static String text(MultiValueMap<String, String> form, String name) {
        @Nullable String value = form.getFirst(name);
        return value == null ? "" : value;
    }
}
