package dev.orderwright.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RolesRulesTests {

    @ParameterizedTest
    @EnumSource
    void rolesAreMadeOfKnownPermissions(Role role) {
        assertThat(role.permissions())
                .allSatisfy(name -> assertThat(Permissions.named(name)).isPresent());
    }

    @Test
    void everyPermissionBelongsToARole() {
        Set<String> given = Role.permissionsOf(EnumSet.allOf(Role.class));

        assertThat(Permissions.all()).extracting(Permissions.Permission::name).allMatch(given::contains);
    }

    /** Who must never be able to do what, whatever is added to the table later. */
    @ParameterizedTest
    @CsvSource({
        "ORDER_DESK, billing:write",
        "ORDER_DESK, books:repair",
        "ORDER_DESK, inventory:write",
        "ORDER_DESK, access:admin",
        "ORDER_DESK, personal:read",
        "WAREHOUSE, orders:write",
        "WAREHOUSE, billing:read",
        "WAREHOUSE, customers:read",
        "WAREHOUSE, personal:read",
        "SHIPPING_DESK, inventory:write",
        "FINANCE, orders:write",
        "FINANCE, inventory:write",
        "FINANCE, shipping:write",
        "PLANNER, personal:read",
        "PLANNER, personal:reveal",
        "PLANNER, personal:ship-to",
        "PLANNER, customers:read",
        "OPERATIONS, billing:refund",
        "OPERATIONS, access:admin",
        "AUDITOR, personal:read",
        "ADMINISTRATOR, billing:refund",
        "ADMINISTRATOR, orders:write",
        "ADMINISTRATOR, personal:read"
    })
    void dutiesAreSeparated(Role role, String permission) {
        assertThat(role.permissions()).doesNotContain(permission);
    }

    @Test
    void anAuditorOnlyReads() {
        assertThat(Role.AUDITOR.permissions()).allMatch(permission -> permission.endsWith(":read"));
    }

    @Test
    void everybodyWhoSignsInSeesTheShell() {
        assertThat(Role.permissionsOf(Set.of())).containsExactly(Permissions.CONSOLE_USE);
    }

    @Test
    void keysCannotMakeKeysOrUseTheConsole() {
        assertThat(Permissions.scopes())
                .extracting(Permissions.Permission::name)
                .isNotEmpty()
                .doesNotContain(Permissions.ACCESS_ADMIN, Permissions.CONSOLE_USE, "personal:reveal");
    }
}
