package dev.orderwright.access.web;

import dev.orderwright.shared.ui.Field;

/**
 * The form for a new password.
 *
 * @param forced true when nothing else can be done before
 */
public record PasswordPage(Field current, Field next, boolean forced) {}
