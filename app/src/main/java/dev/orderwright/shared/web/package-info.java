/**
 * What every screen and every API route stands on: who is asking, what a route requires, how a page is rendered, how a
 * refusal is answered. A controller returns a {@link WebPage} or a {@link Redirect}; the rest happens here.
 */
@NullMarked
package dev.orderwright.shared.web;

import org.jspecify.annotations.NullMarked;
