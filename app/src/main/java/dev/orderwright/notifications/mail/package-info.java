/** Where mail goes: to a mail server, into a folder, or nowhere. It knows messages as mail programs read them, and no orders. */
@NullMarked
package dev.orderwright.notifications.mail;

import org.jspecify.annotations.NullMarked;
