package dev.orderwright.access;

import dev.orderwright.shared.Texts;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/** What people do here, as bundles of permissions. A person may have several roles. */
public enum Role {
    ORDER_DESK(
            "access.duty.orderDesk",
            "orders:read orders:write orders:hold orders:release-hold orders:cancel catalog:read customers:read"
                    + " customers:write inventory:read fulfilment:read shipping:read billing:read billing:refund"
                    + " documents:read personal:reveal"),
    WAREHOUSE(
            "access.duty.warehouse",
            "orders:read catalog:read inventory:read inventory:write fulfilment:read fulfilment:write shipping:read"
                    + " shipping:write documents:read personal:ship-to"),
    SHIPPING_DESK(
            "access.duty.shippingDesk",
            "orders:read catalog:read inventory:read fulfilment:read shipping:read shipping:write documents:read"
                    + " personal:ship-to"),
    FINANCE(
            "access.duty.finance",
            "orders:read customers:read shipping:read billing:read billing:write billing:refund books:read"
                    + " books:repair documents:read personal:bill-to personal:reveal"),
    PLANNER(
            "access.duty.planner",
            "orders:read catalog:read catalog:write inventory:read inventory:write fulfilment:read shipping:read"
                    + " allocation:write"),
    OPERATIONS(
            "access.duty.operations",
            "orders:read orders:write orders:hold orders:release-hold orders:cancel catalog:read customers:read"
                    + " inventory:read fulfilment:read fulfilment:write shipping:read shipping:write billing:read"
                    + " books:read imports:write documents:read personal:read checks:write sourcing:write priority:write"
                    + " allocation:write"),
    AUDITOR(
            "access.duty.auditor",
            "orders:read catalog:read customers:read inventory:read fulfilment:read shipping:read billing:read"
                    + " books:read documents:read audit:read"),
    ADMINISTRATOR(
            "access.duty.administrator",
            "orders:read catalog:read catalog:write customers:read inventory:read fulfilment:read shipping:read"
                    + " billing:read books:read imports:write documents:read system:read audit:read"
                    + " access:admin checks:write sourcing:write priority:write");

    private final String duty;
    private final Set<String> permissions;

    Role(String duty, String permissions) {
        this.duty = duty;
        this.permissions = Set.of(permissions.split(" "));
    }

    public String label() {
        return Texts.of(this);
    }

    public String duty() {
        return Texts.t(duty);
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
