package dev.orderwright.console.web;

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
 * itself; an entry without a page is not shown at all.
 */
@Component
class Navigation implements Menu {

    private static final String WORK = "Work";
    private static final String WAREHOUSE = "Warehouse";
    private static final String MONEY = "Money";
    private static final String MASTER = "Master data";
    private static final String SYSTEM = "System";

    private static final List<MenuEntry> ENTRIES = List.of(
            new MenuEntry("today", "Today", "/", WORK, "t", "today"),
            new MenuEntry("orders", "Orders", "/orders", WORK, "o", "orders"),
            new MenuEntry("inventory", "Inventory", "/inventory", WORK, "i", "inventory"),
            new MenuEntry("insight", "Insight", "/insight", WORK, "h", "insight"),
            new MenuEntry("pick", "Pick", "/pick", WAREHOUSE, "p", "pick"),
            new MenuEntry("pack", "Pack", "/pack", WAREHOUSE, "k", "pack"),
            new MenuEntry("ship", "Ship", "/ship", WAREHOUSE, "s", "ship"),
            new MenuEntry("invoices", "Invoices", "/invoices", MONEY, "v", "invoices"),
            new MenuEntry("payments", "Payments", "/payments", MONEY, "y", "payments"),
            new MenuEntry("books", "Books", "/books", MONEY, "b", "books"),
            new MenuEntry("customers", "Customers", "/customers", MASTER, "c", "customers"),
            new MenuEntry("catalog", "Items", "/items", MASTER, "n", "catalog"),
            new MenuEntry("imports", "Imports", "/imports", SYSTEM, "m", "imports"),
            new MenuEntry("jobs", "Jobs", "/jobs", SYSTEM, "j", "clock"),
            new MenuEntry("messages", "Messages", "/admin/messages", SYSTEM, "", "mail"),
            new MenuEntry("users", "People", "/admin/users", SYSTEM, "u", "people"),
            new MenuEntry("keys", "API keys", "/admin/keys", SYSTEM, "a", "key"),
            new MenuEntry("security-log", "Security log", "/admin/security-log", SYSTEM, "l", "shield"));

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
        return ENTRIES.stream().filter(entry -> mayOpen(who, entry.url())).toList();
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
