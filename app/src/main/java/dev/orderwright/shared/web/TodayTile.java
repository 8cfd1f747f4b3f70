package dev.orderwright.shared.web;

import dev.orderwright.shared.ui.Tone;

/**
 * One work queue on the start page.
 *
 * @param count how much waits there
 * @param url the rows behind the number
 * @param tone colour is for exceptions: neutral unless someone has to act
 * @param hint one short line: the oldest, the next deadline, what to do
 * @param order small numbers stand first
 */
public record TodayTile(String title, long count, String url, Tone tone, String hint, int order) {}
