package dev.orderwright.access.web;

/** A temporary password, shown once. */
public record PasswordShownPage(String name, String login, String password, String userUrl) {}
