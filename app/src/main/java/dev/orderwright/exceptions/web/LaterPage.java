package dev.orderwright.exceptions.web;

import dev.orderwright.shared.ui.Field;

/** Until when an exception is to be out of sight. */
public record LaterPage(String label, String url, String about, Field until, String action, String here) {}
