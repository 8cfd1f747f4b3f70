/** Imports over HTTP: files are sent, followed and read about, by scripts and by people. */
@NullMarked
package dev.orderwright.channels.web;

import org.jspecify.annotations.NullMarked;
