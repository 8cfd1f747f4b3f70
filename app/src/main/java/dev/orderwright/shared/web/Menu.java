package dev.orderwright.shared.web;

import java.util.List;

/** The sections of the console that a caller may open, in order. The shell of the console knows them. */
public interface Menu {

    List<MenuEntry> entriesFor(Who who);
}
