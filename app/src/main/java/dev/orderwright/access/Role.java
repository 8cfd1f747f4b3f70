package dev.orderwright.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What people do here, as bundles of permissions. A person may have several roles. */
public enum Role {
    ORDER_DESK(
            "Order desk",
            "takes and changes orders, talks to customers; refunds up to a limit",
            "orders:read orders:write orders:hold orders:release-hold orders:cancel catalog:read customers:read"
                    + " customers:write inventory:read fulfilment:read shipping:read billing:read billing:refund"
                    + " documents:read personal:reveal"),
    WAREHOUSE(
            "Warehouse",
            "picks, packs, ships, receives and counts at their node",
            "orders:read catalog:read inventory:read inventory:write fulfilment:read fulfilment:write shipping:read"
                    + " shipping:write documents:read personal:ship-to"),
    SHIPPING_DESK(
            "Shipping desk",
            "sees that everything leaves in time, with labels and manifests",
            "orders:read catalog:read inventory:read fulfilment:read shipping:read shipping:write documents:read"
                    + " personal:ship-to"),
    FINANCE(
            "Finance",
            "invoices, payments, refunds and the books",
            "orders:read customers:read shipping:read billing:read billing:write billing:refund books:read"
                    + " books:repair documents:read personal:bill-to personal:reveal"),
    PLANNER(
            "Planner",
            "items, stock and supply; sees no personal data",
            "orders:read catalog:read catalog:write inventory:read inventory:write fulfilment:read shipping:read"),
    OPERATIONS(
            "Operations",
            "the whole flow: backlog, exceptions, holds and re-sourcing",
            "orders:read orders:write orders:hold orders:release-hold orders:cancel catalog:read customers:read"
                    + " inventory:read fulfilment:read fulfilment:write shipping:read shipping:write billing:read"
                    + " books:read imports:write documents:read personal:read"),
    AUDITOR(
            "Auditor",
            "reads everything, changes nothing",
            "orders:read catalog:read customers:read inventory:read fulfilment:read shipping:read billing:read"
                    + " books:read documents:read"),
    ADMINISTRATOR(
            "Administrator",
            "people, keys, master data, imports and the running of the program",
            "orders:read catalog:read catalog:write customers:read inventory:read fulfilment:read shipping:read"
                    + " billing:read books:read imports:write documents:read system:read access:admin");

    private final String label;
    private final String duty;
    private final Set<String> permissions;

    Role(String label, String duty, String permissions) {
        this.label = label;
        this.duty = duty;
        this.permissions = Set.of(permissions.split(" "));
    }

    public String label() {
        return label;
    }

    public String duty() {
        return duty;
    }

    public Set<String> permissions() {
        return permissions;
    }

    /** Everything that somebody with these roles may do. */
    static Set<String> permissionsOf(Collection<Role> roles) {
        Set<String> all = new TreeSet<>();
        all.add(Permissions.CONSOLE_USE);
        roles.forEach(role -> all.addAll(role.permissions));
        return all;
    }
}
