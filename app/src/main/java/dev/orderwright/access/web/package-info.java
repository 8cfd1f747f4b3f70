/** The gate of every request, and the screens for signing in, one's own account, people, roles and API keys. */
@NullMarked
package dev.orderwright.access.web;

import org.jspecify.annotations.NullMarked;
