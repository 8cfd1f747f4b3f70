package dev.orderwright.shared.web;

/** What a controller of the console answers: a page to show, or another address to go to. */
public sealed interface Screen permits WebPage, Redirect {}
