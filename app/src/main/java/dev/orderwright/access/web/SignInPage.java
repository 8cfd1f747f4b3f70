package dev.orderwright.access.web;

import dev.orderwright.shared.ui.Field;

/**
 * The sign-in form.
 *
 * @param next where it leads afterwards
 * @param problem why the last try failed, empty for none
 * @param notice why one has to sign in again, empty for none
 */
public record SignInPage(Field login, Field password, String next, String problem, String notice) {}
