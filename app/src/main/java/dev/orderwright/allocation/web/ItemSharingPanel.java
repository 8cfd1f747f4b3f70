package dev.orderwright.allocation.web;

/** @param url where the item is shared out */
public record ItemSharingPanel(String url) {}
