package dev.orderwright.shared.web;

import java.util.List;

/** What a module tells on the start page beside its queues: how the day goes, what leaves when. All beans are asked. */
public interface TodayPanels {

    /** The panels this caller may see. */
    List<Panel> todayPanels(Who who);
}
