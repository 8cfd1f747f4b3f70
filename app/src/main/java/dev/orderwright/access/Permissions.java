package dev.orderwright.access;

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
     * @param meaning ends the sentence "This allows to …"
     * @param forKeys whether an API key can have it as a scope
     */
    public record Permission(String name, String meaning, boolean forKeys) {

        /** The part before the colon, under which lists group it. */
        public String area() {
            return name.substring(0, name.indexOf(':'));
        }
    }

    private static final List<Permission> ALL = List.of(
            scope("orders:read", "find and read orders"),
            scope("orders:write", "place and change orders"),
            scope("orders:hold", "put a hold on an order or a line"),
            scope("orders:release-hold", "release a hold"),
            scope("orders:cancel", "cancel orders, lines or part of a line"),
            scope("catalog:read", "read items and prices"),
            scope("catalog:write", "change items and prices"),
            scope("customers:read", "read customers"),
            scope("customers:write", "change customers and credit limits"),
            scope("inventory:read", "read stock, reservations and the stock ledger"),
            scope("inventory:write", "receive, adjust and transfer stock"),
            scope("fulfilment:read", "see the work of the nodes"),
            scope("fulfilment:write", "release, accept, pick and pack"),
            scope("shipping:read", "see packages and tracking"),
            scope("shipping:write", "make labels, ship, and report tracking events"),
            scope("billing:read", "read invoices, credit notes and payments"),
            scope("billing:write", "issue invoices and record payments"),
            scope("billing:refund", "refund and credit, up to the person's limit"),
            scope("books:read", "check the books"),
            scope("books:repair", "book a repair entry"),
            scope("imports:write", "import files"),
            scope("documents:read", "print documents and labels"),
            scope("system:read", "read metrics and the state of the program"),
            scope(PERSONAL_READ, "see names, addresses, phone numbers and e-mails"),
            scope("personal:ship-to", "see who a package goes to, and where"),
            scope("personal:bill-to", "see who an invoice goes to, and where"),
            new Permission("personal:reveal", "see personal data for a while, with a reason that is logged", false),
            new Permission(ACCESS_ADMIN, "manage people, roles and API keys", false),
            new Permission(CONSOLE_USE, "sign in to the console", false));

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

    private static Permission scope(String name, String meaning) {
        return new Permission(name, meaning, true);
    }
}
