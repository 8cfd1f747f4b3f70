package dev.orderwright.promising;

/** A node as planning sees it. */
record SourceNode(long id, String code, Reach reach, NodeCalendar calendar, boolean active, boolean ships) {}
