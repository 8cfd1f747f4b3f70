package dev.orderwright.workbench.web;

import dev.orderwright.shared.ui.Chip;
import dev.orderwright.shared.ui.KeyValue;
import dev.orderwright.shared.ui.Pager;
import dev.orderwright.workbench.JobRefusal;
import java.util.List;

/**
 * One bulk action: how far it is, and what could not be done.
 *
 * @param topic under which open pages hear of it
 * @param bodyUrl where the part of the page that changes is fetched again
 * @param progress in words: {@code 120 of 500}
 * @param stopUrl empty when it cannot be stopped, or not by the caller
 * @param undoUrl empty when it cannot be taken back, or not by the caller
 * @param undoText what taking it back does
 * @param refusedTitle empty when nothing was refused
 */
public record JobPage(
        String title,
        Chip state,
        String topic,
        String bodyUrl,
        boolean running,
        int reached,
        int total,
        String progress,
        String stopUrl,
        String undoUrl,
        String undoText,
        List<KeyValue> facts,
        String refusedTitle,
        List<JobRefusal> refused,
        Pager pager) {}
