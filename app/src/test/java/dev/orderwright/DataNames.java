package dev.orderwright;

import dev.orderwright.shared.Company;
import dev.orderwright.shared.Language;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the pages of a company show that is no word of the product: names, and what people and other programs have written. */
public final class DataNames {

    private static final String WRITTEN = """
            select name from customers.customer
            union select description from catalog.item
            union select unnest(array[name, street, city]) from inventory.node
            union select unnest(array[reference, note]) from inventory.stock_document
            union select unnest(array[login, display_name]) from access.users
            union select unnest(array[channel, comment]) from orders.sales_order
            union select value from orders.sales_order, jsonb_each_text(ship_to) union select reason from orders.hold where reason_code = ''
            union select ended_reason from orders.hold
            union select reason from orders.cancel_request
            union select assignee from fulfilment.fulfilment_order
            union select unnest(array[message, place]) from shipping.tracking_event
            union select product from shipping.label
            union select unnest(array[provider, method, failure_reason]) from billing.payment
                join billing.payment_transaction on payment_id = payment.id
            union select reference from billing.settlement
            union select subject from notifications.notice
            union select name from workbench.saved_view
            union select why from promising.strategy
            union select why from orders.priority_formula
            union select reason from allocation.run
            union select data ->> 'reason' from shared.fact where type = 'UnitsTakenBack'
            union select split_part(actor, ':', 2) from shared.command where actor not like 'system:%'
            """;

    /** Names of other programs and of their settings. */
    private static final List<String> PROGRAMS = List.of(
            "PostgreSQL",
            "fsync",
            "synchronous_commit",
            "full_page_writes",
            "data_checksums",
            System.getProperty("java.vm.name"));

    /** The one carrier there is without a contract, the channel of the telephone, and the command of tests. */
    private static final List<String> FIXED = List.of("Harbour Parcel", "phone", "Test");

    private DataNames() {}

    public static List<String> of(World world) throws SQLException {
        List<String> names = new ArrayList<>(PROGRAMS);
        names.addAll(FIXED);
        ManagementFactory.getGarbageCollectorMXBeans().forEach(bean -> names.add(bean.getName()));
        Language.all().forEach(language -> names.add(language.name()));
        for (DayOfWeek day : DayOfWeek.values()) {
            names.add(day.getDisplayName(TextStyle.SHORT, Locale.ROOT));
        }
        Company company = world.bean(Company.class);
        names.addAll(List.of(company.name(), company.street(), company.city(), company.registration(), company.bank()));
        try (Connection connection = world.connection();
                ResultSet found = connection.createStatement().executeQuery(WRITTEN)) {
            while (found.next()) {
                if (found.getString(1) != null) {
                    names.add(found.getString(1));
                }
            }
        }
        return names;
    }
}
