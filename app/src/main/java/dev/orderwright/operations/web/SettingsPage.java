package dev.orderwright.operations.web;

import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/** How the company and the program were set up. */
public record SettingsPage(List<Group> groups) {

    /** Settings that belong together; each has the variable that sets it as its hint. */
    public record Group(String title, List<KeyValue> settings) {}
}
