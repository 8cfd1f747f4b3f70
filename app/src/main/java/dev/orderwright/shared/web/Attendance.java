package dev.orderwright.shared.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Tells whether the caller of a request that lasts for long is still signed in, with the rights of its beginning. The
 * module that knows sign-ins knows; asking does not count as being busy.
 */
public interface Attendance {

    boolean isStillHere(HttpServletRequest request);
}
