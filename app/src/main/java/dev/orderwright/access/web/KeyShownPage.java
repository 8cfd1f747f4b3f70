package dev.orderwright.access.web;

/** A new key, shown once. */
public record KeyShownPage(String name, String secret, String example) {}
