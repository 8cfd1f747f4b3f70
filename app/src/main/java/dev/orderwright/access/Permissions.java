package dev.orderwright.access;

import static dev.orderwright.shared.Texts.t;

import java.util.List;
import java.util.Optional;

/** Every permission there is, and what it allows. Routes name them, roles bundle them, API keys have them as scopes. */
public final class Permissions {

    /** Opens the pages that every person sees: start page, search, own account. */
    public static final String CONSOLE_USE = "console:use";

    static final String ACCESS_ADMIN = "access:admin";
    static final String PERSONAL_READ = "personal:read";

    /**
     * One permission.
     *
     * @param meaningKey of the text that ends the sentence "This allows to …"
     * @param forKeys whether an API key can have it as a scope
     */
    public record Permission(String name, String meaningKey, boolean forKeys) {

        public String meaning() {
            return t(meaningKey);
        }

        /** The part before the colon, under which lists group it. */
        public String area() {
            return name.substring(0, name.indexOf(':'));
        }
    }

    private static final List<Permission> ALL = List.of(
            scope("orders:read", "access.may.ordersRead"),
            scope("orders:write", "access.may.ordersWrite"),
            scope("orders:hold", "access.may.ordersHold"),
            scope("orders:release-hold", "access.may.ordersReleaseHold"),
            scope("orders:cancel", "access.may.ordersCancel"),
            scope("checks:write", "access.may.checksWrite"),
            scope("sourcing:write", "access.may.sourcingWrite"),
            scope("priority:write", "access.may.priorityWrite"),
            scope("allocation:write", "access.may.allocationWrite"),
            scope("catalog:read", "access.may.catalogRead"),
            scope("catalog:write", "access.may.catalogWrite"),
            scope("customers:read", "access.may.customersRead"),
            scope("customers:write", "access.may.customersWrite"),
            scope("inventory:read", "access.may.inventoryRead"),
            scope("inventory:write", "access.may.inventoryWrite"),
            scope("fulfilment:read", "access.may.fulfilmentRead"),
            scope("fulfilment:write", "access.may.fulfilmentWrite"),
            scope("shipping:read", "access.may.shippingRead"),
            scope("shipping:write", "access.may.shippingWrite"),
            scope("billing:read", "access.may.billingRead"),
            scope("billing:write", "access.may.billingWrite"),
            scope("billing:refund", "access.may.billingRefund"),
            scope("books:read", "access.may.booksRead"),
            scope("books:repair", "access.may.booksRepair"),
            scope("imports:write", "access.may.importsWrite"),
            scope("documents:read", "access.may.documentsRead"),
            scope("system:read", "access.may.systemRead"),
            scope("audit:read", "access.may.auditRead"),
            scope(PERSONAL_READ, "access.may.personalRead"),
            scope("personal:ship-to", "access.may.personalShipTo"),
            scope("personal:bill-to", "access.may.personalBillTo"),
            new Permission("personal:reveal", "access.may.personalReveal", false),
            new Permission(ACCESS_ADMIN, "access.may.accessAdmin", false),
            new Permission(CONSOLE_USE, "access.may.consoleUse", false));

    private Permissions() {}

    public static List<Permission> all() {
        return ALL;
    }

    /** Those that an API key can have. */
    public static List<Permission> scopes() {
        return ALL.stream().filter(Permission::forKeys).toList();
    }

    public static Optional<Permission> named(String name) {
        return ALL.stream().filter(permission -> permission.name().equals(name)).findFirst();
    }

    private static Permission scope(String name, String meaningKey) {
        return new Permission(name, meaningKey, true);
    }
}
