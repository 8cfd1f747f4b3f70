package dev.orderwright.desk.web;

import dev.orderwright.shared.ui.Field;
import dev.orderwright.shared.ui.KeyValue;
import java.util.List;

/**
 * The order that was just taken.
 *
 * @param waits why it waits, in words; empty when it does not
 * @param printUrl empty for who may not print
 * @param mailing what becomes of the confirmation without anybody doing anything
 */
public record PlacedPage(
        String number,
        String url,
        List<KeyValue> facts,
        List<String> waits,
        String printUrl,
        String mailUrl,
        String mailing,
        Field to) {}
