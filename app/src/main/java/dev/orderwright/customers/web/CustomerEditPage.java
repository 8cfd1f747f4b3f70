package dev.orderwright.customers.web;

import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.ui.Field;
import java.util.List;

/**
 * The form of a customer.
 *
 * @param hidden whether personal details are left out because the caller may not see them; they stay as they are
 * @param account whether he buys on credit terms
 */
public record CustomerEditPage(
        boolean isNew,
        String title,
        String action,
        String back,
        List<Field> fields,
        boolean account,
        String version,
        boolean hidden,
        List<Refusal> refusals) {}
