package dev.orderwright.operations.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.WebPage;
import dev.orderwright.shared.web.Who;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The way to everything that administrators look after; each sees what they may open. */
@Controller
class IndexScreens {

    static final String INDEX = "/admin";

    private static final String RUNNING = "operations.admin.groupRunning";
    private static final String RECORDS = "operations.admin.groupRecords";
    private static final String EXCHANGE = "operations.admin.groupExchange";
    private static final String PEOPLE = "operations.admin.groupPeople";
    private static final String COMPANY = "operations.admin.groupCompany";

    /** A page by the keys of its group and texts, with the permission that its route asks for. */
    private record Entry(String group, String title, String text, String url, String icon, String permission) {}

    private static final List<Entry> ENTRIES = List.of(
            new Entry(
                    RUNNING,
                    "operations.health.title",
                    "operations.admin.health",
                    "/admin/health",
                    "pulse",
                    "system:read"),
            new Entry(RUNNING, "operations.work.title", "operations.admin.work", "/admin/work", "clock", "system:read"),
            new Entry(
                    RECORDS,
                    "operations.facts.title",
                    "operations.admin.facts",
                    "/admin/facts",
                    "orders",
                    "audit:read"),
            new Entry(
                    RECORDS, "operations.audit.title", "operations.admin.audit", "/admin/audit", "check", "audit:read"),
            new Entry(
                    RECORDS,
                    "operations.admin.securityLogTitle",
                    "operations.admin.securityLog",
                    "/admin/security-log",
                    "shield",
                    "access:admin"),
            new Entry(
                    RECORDS, "operations.admin.booksTitle", "operations.admin.books", "/books", "books", "books:read"),
            new Entry(
                    EXCHANGE,
                    "operations.admin.importsTitle",
                    "operations.admin.imports",
                    "/imports",
                    "imports",
                    "imports:write"),
            new Entry(
                    EXCHANGE,
                    "operations.admin.messagesTitle",
                    "operations.admin.messages",
                    "/admin/messages",
                    "mail",
                    "orders:read"),
            new Entry(EXCHANGE, "operations.admin.jobsTitle", "operations.admin.jobs", "/jobs", "clock", "console:use"),
            new Entry(
                    PEOPLE,
                    "operations.admin.usersTitle",
                    "operations.admin.users",
                    "/admin/users",
                    "people",
                    "access:admin"),
            new Entry(
                    PEOPLE,
                    "operations.admin.rolesTitle",
                    "operations.admin.roles",
                    "/admin/roles",
                    "hold",
                    "access:admin"),
            new Entry(
                    PEOPLE,
                    "operations.admin.keysTitle",
                    "operations.admin.keys",
                    "/admin/keys",
                    "key",
                    "access:admin"),
            new Entry(
                    COMPANY,
                    "operations.admin.nodesTitle",
                    "operations.admin.nodes",
                    "/admin/nodes",
                    "inventory",
                    "inventory:read"),
            new Entry(
                    COMPANY,
                    "operations.settings.title",
                    "operations.admin.settings",
                    "/admin/settings",
                    "admin",
                    "system:read"));

    @GetMapping(INDEX)
    @Requires("console:use")
    WebPage index(Who who) {
        Map<String, List<AdminPage.Link>> groups = new LinkedHashMap<>();
        for (Entry entry : ENTRIES) {
            if (who.may(entry.permission())) {
                groups.computeIfAbsent(entry.group(), key -> new ArrayList<>())
                        .add(new AdminPage.Link(t(entry.title()), t(entry.text()), entry.url(), entry.icon()));
            }
        }
        List<AdminPage.Group> shown = groups.entrySet().stream()
                .map(group -> new AdminPage.Group(t(group.getKey()), group.getValue()))
                .toList();
        return WebPage.of("operations/admin.jte", new AdminPage(shown), t("operations.admin.title"))
                .in("admin")
                .with("console/operations.css");
    }
}
