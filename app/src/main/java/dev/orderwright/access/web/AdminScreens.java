package dev.orderwright.access.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.access.Permissions;
import dev.orderwright.access.Role;
import dev.orderwright.access.SecurityLog;
import dev.orderwright.access.SecurityLog.SecurityEvent;
import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.shared.ui.Show;
import dev.orderwright.shared.ui.Tone;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What administrators look things up in: the table of roles and the security log. */
@Controller
class AdminScreens {

    private static final int EVENTS_PER_PAGE = 100;
    private static final Set<String> REFUSALS = Set.of("sign-in-refused", "sign-in-throttled");

    private final SecurityLog log;
    private final Show show;

    AdminScreens(SecurityLog log, Show show) {
        this.log = log;
        this.show = show;
    }

    @GetMapping("/admin/roles")
    @Requires("access:admin")
    WebPage roles() {
        List<Role> roles = List.of(Role.values());
        List<AdminViews.Roles.Row> rows = Permissions.all().stream()
                .filter(permission -> !permission.name().equals(Permissions.CONSOLE_USE))
                .map(permission -> new AdminViews.Roles.Row(
                        permission.name(),
                        permission.meaning(),
                        roles.stream()
                                .map(role -> role.permissions().contains(permission.name()))
                                .toList()))
                .toList();
        List<AdminViews.Roles.RoleHead> heads = Arrays.stream(Role.values())
                .map(role -> new AdminViews.Roles.RoleHead(role.label(), role.duty()))
                .toList();
        return WebPage.of("access/roles.jte", new AdminViews.Roles(heads, rows), t("access.adminScreens.roles"))
                .in("users")
                .crumb(t("access.adminScreens.people"), "/admin/users");
    }

    @GetMapping("/admin/security-log")
    @Requires("access:admin")
    WebPage securityLog(@RequestParam(defaultValue = "0") long before) {
        List<SecurityEvent> events = log.newest(before, EVENTS_PER_PAGE);
        String next = events.size() < EVENTS_PER_PAGE
                ? ""
                : "/admin/security-log?before=" + events.getLast().id();
        String first = before == 0 ? "" : "/admin/security-log";
        List<AdminViews.Events.Row> rows = events.stream().map(this::row).toList();
        Pager pager = new Pager(Show.count(events.size(), t("shared.one.event"), t("shared.many.events")), first, next);
        return WebPage.of(
                        "access/security-log.jte",
                        new AdminViews.Events(rows, pager),
                        t("access.adminScreens.securityLog"))
                .in("security-log");
    }

    private AdminViews.Events.Row row(SecurityEvent event) {
        Tone tone = REFUSALS.contains(event.kind()) ? Tone.WARN : Tone.NEUTRAL;
        return new AdminViews.Events.Row(
                show.moment(event.at()),
                Chip.of(SecurityWords.event(event.kind()), tone),
                SecurityWords.actor(event.actor()),
                event.subject(),
                event.address(),
                SecurityWords.detail(event.kind(), event.detail()));
    }
}
