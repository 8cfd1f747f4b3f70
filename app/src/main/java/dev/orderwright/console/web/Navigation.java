package dev.orderwright.console.web;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.web.Menu;
import dev.orderwright.shared.web.MenuEntry;
import dev.orderwright.shared.web.Requires;
import dev.orderwright.shared.web.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The sections of the console, in one table. An entry is shown to those who may open its page, by the rule of the page
 * itself; an entry without a page is not shown at all. Labels and groups stand here by the keys of their texts.
 */
@Component
class Navigation implements Menu {

    private static final String WORK = "console.navigation.groupWork";
    private static final String WAREHOUSE = "console.navigation.groupWarehouse";
    private static final String MONEY = "console.navigation.groupMoney";
    private static final String MASTER = "console.navigation.groupMaster";
    private static final String SYSTEM = "console.navigation.groupSystem";

    private static final List<MenuEntry> ENTRIES = List.of(
            new MenuEntry("today", "console.navigation.today", "/", WORK, "t", "today"),
            new MenuEntry("desk", "console.navigation.desk", "/desk", WORK, "f", "phone"),
            new MenuEntry("exceptions", "console.navigation.exceptions", "/exceptions", WORK, "x", "warning"),
            new MenuEntry("orders", "console.navigation.orders", "/orders", WORK, "o", "orders"),
            new MenuEntry("inventory", "console.navigation.inventory", "/inventory", WORK, "i", "inventory"),
            new MenuEntry("backorders", "console.navigation.backorders", "/backorders", WORK, "r", "clock"),
            new MenuEntry("backlog", "console.navigation.backlog", "/backlog", WORK, "", "orders"),
            new MenuEntry("promises", "console.navigation.promises", "/promises", WORK, "w", "clock"),
            new MenuEntry("insight", "console.navigation.insight", "/insight", WORK, "h", "insight"),
            new MenuEntry("pick", "console.navigation.pick", "/pick", WAREHOUSE, "p", "pick"),
            new MenuEntry("pack", "console.navigation.pack", "/pack", WAREHOUSE, "k", "pack"),
            new MenuEntry("ship", "console.navigation.ship", "/ship", WAREHOUSE, "s", "ship"),
            new MenuEntry("invoices", "console.navigation.invoices", "/invoices", MONEY, "v", "invoices"),
            new MenuEntry("payments", "console.navigation.payments", "/payments", MONEY, "y", "payments"),
            new MenuEntry("books", "console.navigation.books", "/books", MONEY, "b", "books"),
            new MenuEntry("customers", "console.navigation.customers", "/customers", MASTER, "c", "customers"),
            new MenuEntry("catalog", "console.navigation.catalog", "/items", MASTER, "n", "catalog"),
            new MenuEntry("nodes", "console.navigation.nodes", "/admin/nodes", MASTER, "", "inventory"),
            new MenuEntry("sourcing", "console.navigation.sourcing", "/admin/sourcing", SYSTEM, "", "ship"),
            new MenuEntry("priority", "console.navigation.priority", "/admin/priority", SYSTEM, "", "orders"),
            new MenuEntry("what-if", "console.navigation.whatIf", "/admin/what-if", SYSTEM, "", "insight"),
            new MenuEntry("checks", "console.navigation.checks", "/admin/checks", SYSTEM, "", "check"),
            new MenuEntry("admin", "console.navigation.admin", "/admin", SYSTEM, "d", "admin"),
            new MenuEntry("health", "console.navigation.health", "/admin/health", SYSTEM, "e", "pulse"),
            new MenuEntry("imports", "console.navigation.imports", "/imports", SYSTEM, "m", "imports"),
            new MenuEntry("messages", "console.navigation.messages", "/admin/messages", SYSTEM, "", "mail"),
            new MenuEntry("jobs", "console.navigation.jobs", "/jobs", SYSTEM, "j", "clock"),
            new MenuEntry("users", "console.navigation.users", "/admin/users", SYSTEM, "u", "people"),
            new MenuEntry("keys", "console.navigation.keys", "/admin/keys", SYSTEM, "a", "key"),
            new MenuEntry(
                    "security-log", "console.navigation.securityLog", "/admin/security-log", SYSTEM, "l", "shield"));

    private final RequestMappingHandlerMapping routes;
    private volatile Map<String, Requires> rules = Map.of();

    Navigation(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping routes) {
        this.routes = routes;
    }

    @EventListener(ContextRefreshedEvent.class)
    void readRules() {
        Map<String, Requires> found = new HashMap<>();
        routes.getHandlerMethods().forEach((route, method) -> {
            @Nullable Requires rule = method.getMethodAnnotation(Requires.class);
            if (rule != null && isRead(route)) {
                route.getPatternValues().forEach(path -> found.put(path, rule));
            }
        });
        rules = Map.copyOf(found);
    }

    @Override
    public List<MenuEntry> entriesFor(Who who) {
        return ENTRIES.stream()
                .filter(entry -> mayOpen(who, entry.url()))
                .map(Navigation::inWords)
                .toList();
    }

    private static MenuEntry inWords(MenuEntry entry) {
        return new MenuEntry(entry.key(), t(entry.label()), entry.url(), t(entry.group()), entry.jump(), entry.icon());
    }

    private boolean mayOpen(Who who, String url) {
        @Nullable Requires rule = rules.get(url);
        return rule != null && who.mayAny(rule.value());
    }

    private static boolean isRead(RequestMappingInfo route) {
        Set<RequestMethod> methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty() || methods.contains(RequestMethod.GET);
    }
}
